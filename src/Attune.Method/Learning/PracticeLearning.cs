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
        var prior = LearningPrior.Of(catalogue, reporter);
        var fit = earlier is not null && LearnedPosterior.Alike(earlier.Posterior.Prior, prior)
            ? LaplaceFit.Refit(earlier.Posterior, store)
            : LaplaceFit.Fit(store, prior);
        // Every belief of the catalogue is proper, so there is always a posterior.
        return fit is LearningFit.Learned { Posterior: var posterior }
            ? new PracticeLearning(reader, reporter, keys, store, stoodAside, posterior)
            : throw new InvalidOperationException($"No posterior: {fit}.");
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
            var prediction = Posterior.Predict(_reader.Values(couple, partner, session), known);
            return new LearnedPartnerForecast(partner, Reporter, prediction, [.. AreaValues.All.Zip(prediction.Areas, ReasonsOf)]);
        }
    }

    private LearnedArea ReasonsOf(RuptureArea area, AreaPrediction prediction) => new(
        area,
        prediction.Chance,
        prediction.Intercept,
        prediction.Partner,
        [.. prediction.Contributions.Select((logOdds, k) => new Contribution(Posterior.Terms[k].Term, null, null, logOdds)).Where(one => one.LogOdds != 0)],
        prediction.LogOdds);
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
public sealed record LearnedPartnerForecast(Partner Partner, TensionReporter Reporter, Prediction Prediction, ImmutableArray<LearnedArea> Areas);

/// <summary>One area: intercept, what this partner adds, and the contributions, in this order, add up to the log-odds.</summary>
/// <param name="Contributions">In the order of the terms; those of exactly 0 are left out.</param>
public sealed record LearnedArea(
    RuptureArea Area, PredictedChance Chance, double Intercept, double Partner, ImmutableArray<Contribution> Contributions, double LogOdds);
