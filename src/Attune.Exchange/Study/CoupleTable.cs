using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>
/// Two partners' ratings beside each other, a row for each session of a couple (<see cref="CoupleSeries"/>, <see cref="StateAndTrait"/>). Read: <c>couple</c>,
/// <c>session</c>, <c>a</c>, <c>b</c>; where they are there, the therapist's guesses <c>guess_a</c>, <c>guess_b</c>, what each thinks that the other answers
/// (<c>a_of_b</c>, <c>b_of_a</c>), and how each sees the work between the two (<c>within_a</c>, <c>within_b</c>).
/// </summary>
public static class CoupleTable
{
    private const int WithinA = 6;
    private static readonly string[] MayBeAbsent = ["guess_a", "guess_b", "a_of_b", "b_of_a", "within_a", "within_b"];
    private static readonly string[] Guesses = ["blind_spot_a", "blind_spot_b", "meta_gap_a", "meta_gap_b"];

    /// <summary>All on the scale of the ratings.</summary>
    public static ImmutableArray<WantedColumn> Wanted(double least, double most) =>
    [
        new("a", true, least, most), new("b", true, least, most),
        .. MayBeAbsent.Select(name => new WantedColumn(name, false, least, most)),
    ];

    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("couple", StudyKind.Text), new("session", StudyKind.Number), new("gap_sd", StudyKind.Number), new("split", StudyKind.Text), new("gap_slope_sd", StudyKind.Number),
        new("gap_grows", StudyKind.Whole), new("mean", StudyKind.Number), new("weakest", StudyKind.Number),
        new("state_a", StudyKind.Number), new("trait_a", StudyKind.Number), new("state_b", StudyKind.Number), new("trait_b", StudyKind.Number),
        .. Guesses.SelectMany(name => new StudyColumn[]
        {
            new($"{name}_sd", StudyKind.Number), new($"{name}_mean_sd", StudyKind.Number), new($"{name}_off", StudyKind.Whole),
        }),
        new("within_low", StudyKind.Whole), new("within_diverging", StudyKind.Whole),
    ];

    /// <summary>What the traits take: the sum of the means of all partners of a block, and how many have one.</summary>
    public static (double Sum, long Persons) Means(CourseBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var (sum, persons) = (0.0, 0L);
        for (var couple = 0; couple < block.Count; couple++)
        {
            for (var partner = 0; partner < 2; partner++)
            {
                var mean = StateAndTrait.Mean(block.Values(partner, couple));
                if (!double.IsNaN(mean))
                    (sum, persons) = (sum + mean, persons + 1);
            }
        }

        return (sum, persons);
    }

    /// <param name="form">Of the state-like part; the trait-like one is of the whole series always.</param>
    /// <param name="caseload">Mean of the means of all partners, each once.</param>
    /// <param name="betweenSd">How far people usually differ, above 0, in the unit of the ratings.</param>
    public static StudyRows Of(CourseBlock block, DetectionForm form, double caseload, double betweenSd)
    {
        ArgumentNullException.ThrowIfNull(block);
        var rows = new StudyRows(Columns);
        for (var couple = 0; couple < block.Count; couple++)
            Add(rows, block, couple, form, caseload, betweenSd);
        return rows;
    }

    private static void Add(StudyRows rows, CourseBlock block, int couple, DetectionForm form, double caseload, double betweenSd)
    {
        var a = block.Values(0, couple);
        var b = block.Values(1, couple);
        var (readings, within) = (CoupleSeries.Of(a, b, betweenSd), CoupleSeries.WithinCouple(block.Values(WithinA, couple), block.Values(WithinA + 1, couple)));
        ImmutableArray<GuessReading>[] guesses =
        [
            CoupleSeries.BlindSpot(block.Values(2, couple), a, betweenSd), CoupleSeries.BlindSpot(block.Values(3, couple), b, betweenSd),
            CoupleSeries.MetaAllianceGap(block.Values(4, couple), b, betweenSd), CoupleSeries.MetaAllianceGap(block.Values(5, couple), a, betweenSd),
        ];
        var (stateA, stateB) = (new double[a.Length], new double[b.Length]);
        StateAndTrait.State(a, form, stateA);
        StateAndTrait.State(b, form, stateB);
        var (traitA, traitB) = (StateAndTrait.Mean(a) - caseload, StateAndTrait.Mean(b) - caseload);
        var sessions = block.Sessions(couple);
        for (var at = 0; at < sessions.Length; at++)
        {
            var one = readings[at];
            rows.Add(block.Name(couple)).Add(sessions[at]).Add(one.Gap?.Signed).Add(one.Gap is { } gap ? StudyNames.Of(gap.Grade) : null).Add(one.Trend?.Slope)
                .Add(Flag(one.Trend?.IsGrowing)).Add(one.Mean).Add(one.Weakest).Add(stateA[at]).Add(traitA).Add(stateB[at]).Add(traitB);
            foreach (var guess in guesses)
                rows.Add(guess[at].Difference).Add(guess[at].Mean).Add(guess[at].Mean is null ? double.NaN : Flag(guess[at].IsOff));
            rows.Add(Flag(within[at].IsLow)).Add(Flag(within[at].IsDiverging));
        }
    }

    private static double Flag(bool? holds) => holds is { } told ? (told ? 1 : 0) : double.NaN;
}
