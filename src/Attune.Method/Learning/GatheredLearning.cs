using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

/// <summary>
/// What the couples of a practice have taught the forecast of one reporter, from their parts: the same as <see cref="PracticeLearning"/> from whole cases,
/// for who cannot hold all of them at once. Immutable; made anew when a part has changed, from where it was.
/// </summary>
public sealed class GatheredLearning
{
    /// <summary>Answered sessions below which no number is shown, each partner's counted [our proposal]: until then the interval says little but what was believed before.</summary>
    public const int ShownFrom = 30;

    /// <summary>A few seconds of one core (our proposal): beyond some sixty couples of twenty sessions.</summary>
    private const double MostWork = 2e7;

    private readonly Dictionary<CoupleId, int> _keys;

    private GatheredLearning(TensionReporter reporter, Dictionary<CoupleId, int> keys, LearningRows rows, LearnedPosterior posterior) =>
        (Reporter, _keys, Rows, Posterior) = (reporter, keys, rows, posterior);

    public TensionReporter Reporter { get; }

    public LearningRows Rows { get; }

    public LearnedPosterior Posterior { get; }

    /// <summary>Whether enough was answered for a number to be shown: <see cref="ShownFrom"/>.</summary>
    public bool IsShown => Rows.Count >= ShownFrom;

    /// <param name="parts">Each couple once. Their order does not matter.</param>
    /// <param name="earlier">A start; the result is the same without it (to 1e-8).</param>
    public static GatheredLearning Of(IEnumerable<CoupleRows> parts, MethodCatalogue catalogue, TensionReporter reporter, GatheredLearning? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(catalogue);
        var keys = new Dictionary<CoupleId, int>();
        List<LearningRow> rows = [];
        foreach (var part in parts.OrderBy(part => part.Couple.Value))
        {
            var key = keys.Count;
            keys.Add(part.Couple, key);
            foreach (var session in part.Sessions)
            {
                var report = session.By(reporter);
                // The own forecast is of what the partner tells, and is compared with that alone.
                rows.Add(new LearningRow(key, CaseRows.KeyOf(key, session.Partner), report.Values, report.Outcome, reporter == TensionReporter.Partner ? session.Guess : null));
            }
        }

        var store = LearningRows.Of(new CaseRows(catalogue, null, reporter).Terms, AreaValues.All.Length, rows);
        return new GatheredLearning(reporter, keys, store, LaplaceFit.ByBeliefs(store, LearningPrior.Of(catalogue, reporter), earlier?.Posterior));
    }

    /// <summary>How good this is on couples it has not seen. Takes a refit for each couple, in a large practice for each of some parts.</summary>
    /// <param name="cores">At most so many at once; null: as many as there are.</param>
    public ForecastEvaluation Evaluate(int? cores = null) => LeaveOneCoupleOut.Evaluate(Posterior, Rows, LeaveOneCoupleOut.FoldsFor(Rows, MostWork), cores);

    /// <summary>One partner's next session; <paramref name="next"/> is of that couple.</summary>
    public LearnedPartnerForecast Forecast(NextSession next, Partner partner)
    {
        ArgumentNullException.ThrowIfNull(next);
        var known = _keys.TryGetValue(next.Couple, out var key) ? CaseRows.KeyOf(key, partner) : (int?)null;
        return LearnedPartnerForecast.Of(Posterior, Reporter, partner, next.Of(partner, Reporter), known);
    }
}

/// <summary>What is known of a couple before the session that comes next, as numbers.</summary>
/// <param name="SteppedAside">A safety flag is up: nothing is forecast, and no value is here.</param>
public sealed record NextSession(CoupleId Couple, int Session, bool SteppedAside)
{
    /// <summary>A's as told, A's as noticed, B's as told, B's as noticed; each as <see cref="LearningRow.Values"/>.</summary>
    public ImmutableArray<ImmutableArray<double>> Values { get; init; } = [];

    /// <param name="own">The therapist's own profile; null: the pull is not known.</param>
    /// <param name="session">Only what came before it is used, and its plan.</param>
    public static NextSession Of(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own, int session)
    {
        ArgumentNullException.ThrowIfNull(couple);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (couple.HasSafetyFlag)
            return new NextSession(couple.Id, session, true);
        var (told, noticed) = (new CaseRows(catalogue, own, TensionReporter.Partner), new CaseRows(catalogue, own, TensionReporter.Therapist));
        return new NextSession(couple.Id, session, false)
        {
            Values =
            [
                told.Values(couple, Partner.A, session), noticed.Values(couple, Partner.A, session),
                told.Values(couple, Partner.B, session), noticed.Values(couple, Partner.B, session),
            ],
        };
    }

    internal ImmutableArray<double> Of(Partner partner, TensionReporter reporter) => Values[(partner == Partner.A ? 0 : 2) + (reporter == TensionReporter.Partner ? 0 : 1)];
}
