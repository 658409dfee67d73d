using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>
/// One row: one partner's view of one session of one couple, what was observed and beside it the truth. <see cref="SimulatedColumns"/> gives names and
/// order for a file. Null = not answered, not held or nothing there; never NaN.
/// </summary>
public sealed record SimulatedSession
{
    /// <summary>The couple's number within its seed.</summary>
    public required uint Couple { get; init; }

    public required Partner Partner { get; init; }

    /// <summary>From 1.</summary>
    public required int Session { get; init; }

    /// <summary>False: nobody came, nothing was answered, and no rupture could happen.</summary>
    public required bool Held { get; init; }

    /// <summary>Whether a check-in came back.</summary>
    public required bool Answered { get; init; }

    /// <summary>1 to 7.</summary>
    public int? Task { get; init; }

    /// <summary>1 to 7.</summary>
    public int? Goal { get; init; }

    /// <summary>1 to 7.</summary>
    public int? Bond { get; init; }

    /// <summary>Mean of task, goal and bond, 1 to 7 in thirds; null unless all three are there.</summary>
    public double? Composite => (Task + Goal + Bond) / 3.0;

    /// <summary>1 to 7.</summary>
    public int? Fairness { get; init; }

    /// <summary>The two of them with each other, 1 to 7.</summary>
    public int? WithinCouple { get; init; }

    /// <summary>"Was there any tension?"</summary>
    public bool? Tension { get; init; }

    /// <summary>1 to 5; null without a tension.</summary>
    public int? TensionStrength { get; init; }

    /// <summary>How far cleared up, 1 to 5; null without a tension.</summary>
    public int? TensionCleared { get; init; }

    public CareAnswer? Care { get; init; }

    public ExpectationAnswer? Expectation { get; init; }

    /// <summary>Whether the therapist's debrief tells of a rupture with this partner; null where none was written.</summary>
    public bool? TherapistTension { get; init; }

    /// <summary>The therapist's guess of this partner's bond rating, 1 to 7.</summary>
    public int? TherapistBondGuess { get; init; }

    /// <summary>Code of the planned technique.</summary>
    public string? Technique { get; init; }

    /// <summary>Code of the occasion; null in most.</summary>
    public string? Occasion { get; init; }

    /// <summary>Motivation, own, 0 to 10.</summary>
    public required double Motivation { get; init; }

    /// <summary>The other partner's, 0 to 10.</summary>
    public required double OtherMotivation { get; init; }

    /// <summary>Minutes of this session in which the therapist's heart was above 100; the same in both partners' rows, null where it was not heard.</summary>
    public double? TherapistMinutesAbove100 { get; init; }

    /// <summary>Scores of the schemas, 1 to 6, in the catalogue's order.</summary>
    public required ImmutableArray<double> Schemas { get; init; }

    /// <summary>Scores of the modes of the inventory, 1 to 6, in its order.</summary>
    public required ImmutableArray<double> Modes { get; init; }

    /// <summary>True probability of a rupture in this session, in any area, 0 to 1; null where it was not held.</summary>
    public double? RuptureProbability { get; init; }

    /// <summary>True probability of a rupture that this partner would tell, at most <see cref="RuptureProbability"/>.</summary>
    public double? ToldProbability { get; init; }

    /// <summary>Log-odds before the session, task, goal, bond, of which <see cref="RuptureProbability"/> is made.</summary>
    public AreaLogOdds? LogOdds { get; init; }

    /// <summary>The rupture that began in this session; null when none did.</summary>
    public TrueRupture? Rupture { get; init; }

    /// <summary>Whether an earlier rupture was still open when the session began.</summary>
    public required bool OpenBefore { get; init; }

    /// <summary>The felt composite, in points, neither rounded nor kept within 1 to 7.</summary>
    public double? Felt { get; init; }

    /// <summary>How far ruptures lower it, in points.</summary>
    public required double Fall { get; init; }

    /// <summary>True trust after the session, 0 to 1: the chance of a caring answer that this partner reckons with.</summary>
    public required double Trust { get; init; }

    /// <summary>Whether this partner answers the same whatever happens.</summary>
    public required bool IsFlatAnswerer { get; init; }
}

/// <summary>Log-odds of a rupture in each area, all terms and the intercept.</summary>
public readonly record struct AreaLogOdds(double Task, double Goal, double Bond)
{
    /// <summary>1 - product of (1 - p(area)), 0 to 1.</summary>
    public double Any => 1 - (1 / ((1 + Math.Exp(Task)) * (1 + Math.Exp(Goal)) * (1 + Math.Exp(Bond))));

    public double In(RuptureArea area) => area switch
    {
        RuptureArea.Task => Task,
        RuptureArea.Goal => Goal,
        RuptureArea.Bond => Bond,
    };
}
