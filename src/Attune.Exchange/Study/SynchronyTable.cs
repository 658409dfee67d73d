using System.Collections.Immutable;
using Attune.Signals.Synchrony;

namespace Attune.Exchange.Study;

/// <summary>
/// How alike two columns of each course go, sample by sample: windows, means of Fisher's z with what shuffled pairings make of them, the best lag in s
/// (positive: the second later) and who was earlier, where that can be told. It describes, and judges nothing.
/// </summary>
public static class SynchronyTable
{
    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("course", StudyKind.Text), new("samples", StudyKind.Whole), new("windows", StudyKind.Whole), new("used", StudyKind.Whole),
        .. new[] { "signed", "absolute", "lag_zero", "best_lag" }.SelectMany(name => new[] { "z", "surrogate_mean", "surrogate_sd", "effect_size", "share_at_least" }.Select(
            what => new StudyColumn($"{name}_{what}", StudyKind.Number))),
        new("best_lag_s", StudyKind.Number), new("lead", StudyKind.Text),
    ];

    /// <summary>Each course is shuffled by a seed of its own: the given one and its number in the table.</summary>
    public static StudyRows Of(CourseBlock block, SynchronyOptions options, int surrogates, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(block);
        var rows = new StudyRows(Columns);
        for (var course = 0; course < block.Count; course++)
        {
            var (first, second) = (block.Values(0, course).ToArray(), block.Values(1, course).ToArray());
            var found = SynchronyFinding.Of(first, second, options);
            var test = Surrogates.ByShuffling(first, second, options, surrogates, unchecked(seed + (ulong)(block.First + course)), cores: 1);
            rows.Add(block.Name(course)).Add(first.Length).Add(found.Windows).Add(found.Used);
            foreach (var score in new[] { test.Signed, test.Absolute, test.LagZero, test.BestLag })
                rows.Add(score.Real).Add(score.Mean).Add(score.Sd).Add(score.EffectSize).Add(score.ShareAtLeast);
            rows.Add(found.BestLagSeconds).Add(StudyNames.Of(found.LeadGiven(test)));
        }

        return rows;
    }
}
