using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Method.Simulation;

/// <summary>
/// How well each criterion finds a rupture that is known to be there. Every course is drawn twice with the same noise, with its rupture and without. Counts are
/// whole numbers, so they are the same on any number of cores.
/// </summary>
public static class DetectorStudy
{
    private const int BlockLength = 512;

    /// <summary>Judged by earlier sessions alone, as a course that goes on is.</summary>
    /// <param name="courses">Numbers 0 up to this, 1 or more.</param>
    /// <param name="cores">At most so many at once, 1 or more; null: as many as there are. The result does not depend on it.</param>
    /// <param name="form">Whole-series forms are for comparing; the criteria that have none are refused with it.</param>
    /// <param name="cancellation">Stops between blocks of 512 courses.</param>
    /// <exception cref="ArgumentException">A course that cannot be drawn; the message begins with the name.</exception>
    public static DetectorStudyResult Run(
        StudyCourse course, ImmutableArray<DetectionCriterion> criteria, uint seed, int courses, int? cores = null, DetectionForm form = DetectionForm.SoFar,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentOutOfRangeException.ThrowIfLessThan(courses, 1);
        if (cores is { } asked)
            ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, nameof(cores));
        if (course.Faults is [var fault, ..])
            throw new ArgumentException($"{fault.Option}: {fault.Why}", nameof(course));
        if (form == DetectionForm.WholeSeries && criteria.FirstOrDefault(one => !RuptureDetection.HasWholeSeriesForm(one)) is var without && without != default)
            throw new ArgumentException($"{without} has no whole-series form.", nameof(criteria));
        var blocks = new DetectorTally[(courses + BlockLength - 1) / BlockLength];
        var options = new ParallelOptions { MaxDegreeOfParallelism = cores ?? -1, CancellationToken = cancellation };
        Parallel.For(0, blocks.Length, options, block =>
        {
            var tally = new DetectorTally(course, criteria, form);
            for (var number = block * BlockLength; number < Math.Min(courses, (block + 1) * BlockLength); number++)
                tally.Add(seed, (uint)number);
            blocks[block] = tally;
        });
        var all = blocks[0];
        foreach (var block in blocks.Skip(1))
            all.Add(block);
        return new DetectorStudyResult(course, form, seed, courses, all.Results(), all.Leading);
    }
}

/// <summary>One kind of course, each criterion's figures in the order asked.</summary>
/// <param name="Leading">Of the criterion that leads on a course, session by session, nobody having told anything; null for the whole-series form.</param>
public sealed record DetectorStudyResult(
    StudyCourse Course, DetectionForm Form, uint Seed, int Courses, ImmutableArray<DetectorFigures> Criteria, DetectorFigures? Leading);

/// <summary>What one criterion did with courses of one kind.</summary>
/// <param name="Criterion">Null: what leads on a course.</param>
/// <param name="Found">Sensitivity: courses with a rupture that were flagged in its window.</param>
/// <param name="QuietFlagged">False alarms: courses without a rupture that were flagged at all.</param>
/// <param name="FlaggedBefore">Courses with a rupture that were flagged before its onset: no later session is known then, so it is chance.</param>
/// <param name="FlaggedAfter">Courses with a rupture that were flagged after its window had closed, of those that go on so long.</param>
/// <param name="SessionsFlaggedOutside">Sessions outside the window that were flagged, of all that lie outside it.</param>
/// <param name="Delays">Of the found: how many were first flagged so many sessions after the onset, from 0 to the window; they add up to the found.</param>
public sealed record DetectorFigures(
    DetectionCriterion? Criterion, CountedShare Found, CountedShare QuietFlagged, CountedShare FlaggedBefore, CountedShare FlaggedAfter,
    CountedShare SessionsFlaggedOutside, ImmutableArray<long> Delays)
{
    /// <summary>Sessions from onset to the first flag in the window, over those found; null when none was.</summary>
    public double? MeanDelay => Found.Count == 0 ? null : Delays.Select((count, delay) => (double)count * delay).Sum() / Found.Count;

    /// <summary>The delay that half of the found do not exceed; null when none was found.</summary>
    public int? MedianDelay
    {
        get
        {
            var so = 0L;
            for (var delay = 0; delay < Delays.Length; delay++)
            {
                so += Delays[delay];
                if (so > 0 && 2 * so >= Found.Count)
                    return delay;
            }

            return null;
        }
    }
}
