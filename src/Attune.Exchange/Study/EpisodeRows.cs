using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>
/// Episodes of falls (<see cref="RuptureEpisodes"/>), a row each: <c>criterion</c>, the sessions <c>onset</c>, <c>deepest</c>, <c>last</c> and <c>back_at</c>
/// (missing: not back), <c>before</c>, <c>lowest</c>, <c>depth</c> and <c>threshold</c> in the unit of the series, <c>length</c> in answered sessions, <c>shape</c>, <c>repair</c>.
/// </summary>
internal static class EpisodeRows
{
    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("criterion", StudyKind.Text), new("onset", StudyKind.Number), new("deepest", StudyKind.Number), new("last", StudyKind.Number), new("back_at", StudyKind.Number),
        new("before", StudyKind.Number), new("lowest", StudyKind.Number), new("depth", StudyKind.Number), new("threshold", StudyKind.Number), new("length", StudyKind.Whole),
        new("shape", StudyKind.Text), new("repair", StudyKind.Text),
    ];

    public static void Add(
        Func<StudyRows, DetectTable.Series, DetectRequest, StudyRows> whose, DetectTable.Series of, DetectRequest request, DetectionCriterion criterion, ReadOnlySpan<bool> flags, StudyRows rows)
    {
        var sessions = of.Block.Sessions(of.Course);
        foreach (var one in RuptureEpisodes.Of(of.Values, flags, request.Reference))
        {
            // Places in the series are the table's own sessions here.
            whose(rows, of, request).Add(StudyNames.Of(criterion)).Add(sessions[one.Onset - 1]).Add(sessions[one.Deepest - 1]).Add(sessions[one.Last - 1])
                .Add(one.BackAt is { } back ? sessions[back - 1] : double.NaN).Add(one.Before).Add(one.Lowest).Add(one.Depth).Add(one.Threshold).Add(one.Length)
                .Add(StudyNames.Of(one.Shape)).Add(StudyNames.Of(one.Repair));
        }
    }
}
