using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>What is said about the next session, or why nothing is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "forecast")]
[JsonDerivedType(typeof(Given), "given")]
[JsonDerivedType(typeof(SteppedAside), "stepped-aside")]
public abstract record CoupleForecast
{
    private CoupleForecast()
    {
    }

    /// <param name="AtLeastOne">Chance that at least one of the two reports a rupture, 0 to 1: 1 - (1 - p(A)) (1 - p(B)), as if independent of each other.</param>
    /// <param name="Usual">The same for two partners of the reference profiles.</param>
    public sealed record Given(PartnerForecast A, PartnerForecast B, double AtLeastOne, double Usual) : CoupleForecast
    {
        [JsonIgnore]
        public Likelihood Likelihood => Likelihoods.Of(AtLeastOne, Usual);

        public PartnerForecast this[Partner partner] => partner == Partner.A ? A : B;
    }

    /// <summary>A safety flag is up: nothing is forecast, and the own protocol goes first.</summary>
    public sealed record SteppedAside : CoupleForecast;
}

/// <summary>One partner's next session. By the partner's own report and by the therapist's; the two differ by what stays silent.</summary>
/// <param name="Missing">What is not known; each adds nothing.</param>
public sealed record PartnerForecast(Partner Partner, ReportForecast ByPartner, ReportForecast ByTherapist, ImmutableArray<MissingInput> Missing)
{
    public ReportForecast By(TensionReporter reporter) => reporter == TensionReporter.Partner ? ByPartner : ByTherapist;
}

/// <summary>Chances that one reporter reports a rupture.</summary>
/// <param name="Any">In any area: 1 - product of (1 - p(area)), 0 to 1.</param>
/// <param name="Usual">The median of that over the reference profiles in a couple's therapy.</param>
public sealed record ReportForecast(TensionReporter Reporter, AreaForecast Task, AreaForecast Goal, AreaForecast Bond, double Any, double Usual)
{
    [JsonIgnore]
    public Likelihood Likelihood => Likelihoods.Of(Any, Usual);

    public AreaForecast In(RuptureArea area) => area switch
    {
        RuptureArea.Task => Task,
        RuptureArea.Goal => Goal,
        RuptureArea.Bond => Bond,
    };
}

/// <summary>One area: intercept and contributions add up to the log-odds.</summary>
/// <param name="Contributions">Log-odds, in the order of the terms; those of exactly 0 are left out.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record AreaForecast(RuptureArea Area, double Intercept, ImmutableArray<Contribution> Contributions, double LogOdds, double Probability);

/// <summary>What one term adds to the log-odds of an area.</summary>
/// <param name="Term">Code of a forecast term.</param>
/// <param name="Schema">The early schema that it comes from; null when from none.</param>
/// <param name="Of">The technique or occasion that it comes from; null when from none.</param>
public sealed record Contribution(string Term, string? Schema, string? Of, double LogOdds);

/// <summary>Something the forecast does without.</summary>
/// <param name="Detail">A schema, technique or item; null when the whole of the term is missing.</param>
public sealed record MissingInput(string Term, string? Detail);

/// <summary>Against what is usual. Words, because no session of the practice has moved the weights yet.</summary>
public enum Likelihood
{
    Less = 1,
    AboutUsual = 2,
    More = 3,
}

public static class Likelihoods
{
    /// <summary>Odds from here on, against the usual odds, are "more"; its inverse or below is "less" [our proposal].</summary>
    public const double MoreFrom = 1.5;

    /// <summary>Odds against odds; both chances in (0, 1).</summary>
    public static Likelihood Of(double probability, double usual) => OfOddsRatio(Odds(probability) / Odds(usual));

    /// <summary>Of a contribution to the log-odds.</summary>
    public static Likelihood OfLogOdds(double contribution) => OfOddsRatio(Math.Exp(contribution));

    /// <summary>The n of "about 1 in n": a natural frequency, at least 1. For a chance in (0, 1].</summary>
    public static int OneIn(double probability) => Math.Max(1, (int)Math.Round(1 / probability, MidpointRounding.AwayFromZero));

    private static Likelihood OfOddsRatio(double ratio) => ratio >= MoreFrom ? Likelihood.More : ratio <= 1 / MoreFrom ? Likelihood.Less : Likelihood.AboutUsual;

    private static double Odds(double probability) => probability / (1 - probability);
}
