using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

/// <summary>What a practice's own sessions have taught the forecast of one reporter. Immutable; made anew when sessions were added, from where it was.</summary>
public sealed class PracticeLearning
{
    private readonly CaseRows _reader;
    private readonly Dictionary<CoupleId, int> _keys;

    private PracticeLearning(CaseRows reader, TensionReporter reporter, Dictionary<CoupleId, int> keys, LearningRows rows, int stoodAside, LearnedPosterior posterior) =>
        (_reader, Reporter, _keys, Rows, StoodAside, Posterior) = (reader, reporter, keys, rows, stoodAside, posterior);

    public TensionReporter Reporter { get; }

    public LearningRows Rows { get; }

    /// <summary>Partners' sessions that are not learnt from, because a safety flag was up before them and nothing was forecast.</summary>
    public int StoodAside { get; }

    public LearnedPosterior Posterior { get; }

    /// <param name="cases">Each couple once, whole.</param>
    /// <param name="own">The therapist's latest profile; used for sessions since it was written.</param>
    /// <param name="earlier">A start; the result is the same without it (to 1e-8).</param>
    /// <param name="guess">The therapist's own chance of a report in a session, given before it, strictly between 0 and 1; null where there is none.</param>
    public static PracticeLearning Of(
        IEnumerable<CoupleCase> cases,
        MethodCatalogue catalogue,
        TherapistAssessed? own,
        TensionReporter reporter,
        PracticeLearning? earlier = null,
        Func<CoupleCase, Partner, int, double?>? guess = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(catalogue);
        var reader = new CaseRows(catalogue, own, reporter);
        var keys = new Dictionary<CoupleId, int>();
        List<LearningRow> rows = [];
        var stoodAside = 0;
        foreach (var couple in cases)
        {
            keys.Add(couple.Id, keys.Count);
            rows.AddRange(reader.Of(couple, keys.Count - 1, guess, out var aside));
            stoodAside += aside;
        }

        var store = LearningRows.Of(reader.Terms, AreaValues.All.Length, rows);
        return new PracticeLearning(
            reader, reporter, keys, store, stoodAside, LaplaceFit.ByBeliefs(store, LearningPrior.Of(catalogue, reporter), earlier?.Posterior));
    }

    /// <summary>How good this is on couples it has not seen. Takes a refit for each couple.</summary>
    public ForecastEvaluation Evaluate() => LeaveOneCoupleOut.Evaluate(Posterior, Rows);

    /// <summary>The next session of a case. Under a safety flag nothing is forecast.</summary>
    /// <param name="session">Only what came before it is used, and its plan.</param>
    public LearnedForecast Forecast(CoupleCase couple, int session)
    {
        ArgumentNullException.ThrowIfNull(couple);
        return couple.HasSafetyFlag
            ? new LearnedForecast.SteppedAside()
            : new LearnedForecast.Given(Of(Partner.A), Of(Partner.B), Posterior.Provenance);

        LearnedPartnerForecast Of(Partner partner)
        {
            var known = _keys.TryGetValue(couple.Id, out var key) ? CaseRows.KeyOf(key, partner) : (int?)null;
            return LearnedPartnerForecast.Of(Posterior, Reporter, partner, _reader.Values(couple, partner, session), known);
        }
    }
}

/// <summary>What is said about the next session by what was learnt, or why nothing is.</summary>
public abstract record LearnedForecast
{
    private LearnedForecast()
    {
    }

    /// <param name="Provenance">From how many of the practice's sessions.</param>
    public sealed record Given(LearnedPartnerForecast A, LearnedPartnerForecast B, LearningProvenance Provenance) : LearnedForecast
    {
        public LearnedPartnerForecast this[Partner partner] => partner == Partner.A ? A : B;
    }

    /// <summary>A safety flag is up: nothing is forecast, and the own protocol goes first.</summary>
    public sealed record SteppedAside : LearnedForecast;
}

/// <summary>One partner's next session by one reporter. The therapist's alone: it holds what was told in private, and the therapist's own pull.</summary>
public sealed record LearnedPartnerForecast(Partner Partner, TensionReporter Reporter, Prediction Prediction, ImmutableArray<LearnedArea> Areas)
{
    /// <param name="values">As <see cref="LearningRow.Values"/>.</param>
    /// <param name="known">The partner's key; null for somebody who was not learnt from.</param>
    internal static LearnedPartnerForecast Of(LearnedPosterior posterior, TensionReporter reporter, Partner partner, ImmutableArray<double> values, int? known)
    {
        var prediction = posterior.Predict(values, known);
        return new LearnedPartnerForecast(partner, reporter, prediction, [.. AreaValues.All.Zip(prediction.Areas, (area, one) => LearnedArea.Of(posterior, area, one))]);
    }
}

/// <summary>One area: intercept, what this partner adds, and the contributions, in this order, add up to the log-odds.</summary>
/// <param name="Contributions">In the order of the terms; those of exactly 0 are left out.</param>
public sealed record LearnedArea(
    RuptureArea Area, PredictedChance Chance, double Intercept, double Partner, ImmutableArray<Contribution> Contributions, double LogOdds)
{
    internal static LearnedArea Of(LearnedPosterior posterior, RuptureArea area, AreaPrediction prediction) => new(
        area,
        prediction.Chance,
        prediction.Intercept,
        prediction.Partner,
        [.. prediction.Contributions.Select((logOdds, k) => new Contribution(posterior.Terms[k].Term, null, null, logOdds)).Where(one => one.LogOdds != 0)],
        prediction.LogOdds);
}
