using System.Collections.Immutable;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>What a column of simulated sessions holds.</summary>
public enum SimulatedColumnKind
{
    /// <summary>A whole number; of a yes or no, 1 or 0.</summary>
    WholeNumber = 1,

    /// <summary>A number with decimals.</summary>
    Number = 2,

    /// <summary>A word or a code.</summary>
    Text = 3,
}

/// <summary>One column of a file of simulated sessions.</summary>
/// <param name="IsTruth">Known only because it was simulated; the observed columns come first.</param>
/// <param name="Value">The number, null where there is none; always null in a column of text.</param>
/// <param name="Word">The text, null where there is none; always null in a column of numbers.</param>
public sealed record SimulatedColumn(
    string Name, SimulatedColumnKind Kind, bool IsTruth, Func<SimulatedSession, double?> Value, Func<SimulatedSession, string?> Word);

/// <summary>The columns of simulated sessions in their fixed order: names are lower case with underscores, new ones are added at the end of their part.</summary>
public static class SimulatedColumns
{
    private static ImmutableArray<SimulatedColumn> Observed { get; } =
    [
        Whole("couple", row => row.Couple),
        Text("partner", row => row.Partner.ToString()),
        Whole("session", row => row.Session),
        Flag("held", row => row.Held),
        Flag("answered", row => row.Answered),
        Whole("task", row => row.Task),
        Whole("goal", row => row.Goal),
        Whole("bond", row => row.Bond),
        Number("composite", row => row.Composite),
        Whole("fairness", row => row.Fairness),
        Whole("within_couple", row => row.WithinCouple),
        Flag("tension", row => row.Tension),
        Whole("tension_strength", row => row.TensionStrength),
        Whole("tension_cleared", row => row.TensionCleared),
        Text("care", row => row.Care?.ToString()),
        Text("expectation", row => row.Expectation?.ToString()),
        Flag("therapist_tension", row => row.TherapistTension),
        Whole("therapist_bond_guess", row => row.TherapistBondGuess),
        Text("technique", row => row.Technique),
        Text("occasion", row => row.Occasion),
        Number("motivation", row => row.Motivation),
        Number("other_motivation", row => row.OtherMotivation),
        Number("therapist_minutes_above_100", row => row.TherapistMinutesAbove100),
    ];

    private static ImmutableArray<SimulatedColumn> Truth { get; } =
    [
        True(Number("true_rupture_probability", row => row.RuptureProbability)),
        True(Number("true_told_probability", row => row.ToldProbability)),
        True(Number("true_log_odds_task", row => row.LogOdds?.Task)),
        True(Number("true_log_odds_goal", row => row.LogOdds?.Goal)),
        True(Number("true_log_odds_bond", row => row.LogOdds?.Bond)),
        True(Flag("true_rupture", row => row.Held ? row.Rupture is not null : null)),
        True(Text("true_area", row => row.Rupture?.Area.ToString())),
        True(Text("true_schema", row => row.Rupture?.Schema)),
        True(Text("true_shape", row => row.Rupture?.Shape.ToString())),
        True(Number("true_depth", row => row.Rupture?.Depth)),
        True(Whole("true_length", row => row.Rupture?.Length)),
        True(Text("true_repair", row => row.Rupture?.Repair.ToString())),
        True(Flag("true_told", row => row.Rupture?.Told)),
        True(Flag("true_noticed", row => row.Rupture?.Noticed)),
        True(Flag("true_open_before", row => row.OpenBefore)),
        True(Number("true_felt", row => row.Felt)),
        True(Number("true_fall", row => row.Fall)),
        True(Number("true_trust", row => row.Trust)),
        True(Flag("true_flat_answerer", row => row.IsFlatAnswerer)),
    ];

    /// <summary>All columns: observed, then scores (<c>schema_</c> and <c>mode_</c> with the catalogue's codes), then the truth (<c>true_</c>).</summary>
    public static ImmutableArray<SimulatedColumn> Of(MethodCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. Observed,
            .. catalogue.Schemas.Select((schema, at) => Number($"schema_{Underscored(schema.Code)}", row => row.Schemas[at])),
            .. catalogue.InventoryModes.Select((mode, at) => Number($"mode_{Underscored(mode.Code)}", row => row.Modes[at])),
            .. Truth,
        ];
    }

    private static string Underscored(string code) => code.Replace('-', '_');

    private static SimulatedColumn Whole(string name, Func<SimulatedSession, double?> value) => new(name, SimulatedColumnKind.WholeNumber, false, value, _ => null);

    private static SimulatedColumn Flag(string name, Func<SimulatedSession, bool?> value) =>
        Whole(name, row => value(row) switch { true => 1, false => 0, null => null });

    private static SimulatedColumn Number(string name, Func<SimulatedSession, double?> value) => new(name, SimulatedColumnKind.Number, false, value, _ => null);

    private static SimulatedColumn Text(string name, Func<SimulatedSession, string?> word) => new(name, SimulatedColumnKind.Text, false, _ => null, word);

    private static SimulatedColumn True(SimulatedColumn column) => column with { IsTruth = true };
}
