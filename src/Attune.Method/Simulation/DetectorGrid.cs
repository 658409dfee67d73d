using System.Collections.Immutable;
using Attune.Method.Detection;

namespace Attune.Method.Simulation;

/// <summary>Which courses the criteria are tried on: every shape, with each length, depth and autocorrelation.</summary>
/// <param name="Courses">For each of them; 1 or more.</param>
/// <param name="Sessions">Lengths, ascending, each 2 or more.</param>
/// <param name="Depths">Points of the composite, ascending, above 0.</param>
/// <param name="Autocorrelations">0 to .6, ascending.</param>
public sealed record DetectorPlan(
    uint Seed, int Courses, ImmutableArray<int> Sessions, ImmutableArray<double> Depths, ImmutableArray<double> Autocorrelations)
{
    /// <summary>Sessions until a rupture that takes its time is over (our proposal); one that comes and goes at once takes one.</summary>
    public const int SlowLength = 4;

    /// <summary>Length of the courses whose rupture begins in sessions 2 to 4; flagged from then to the end of its window.</summary>
    public const int EarlySessions = 10;

    private const int GraceSessions = 2;

    /// <summary>What the report is made of.</summary>
    public static DetectorPlan Reported { get; } = new(2611, 4_000, [6, 10, 16, 30], [1, 1.5, 2.5], [0, 0.2, 0.4, 0.6]);

    /// <summary>The middle depth.</summary>
    public double UsualDepth => Depths[Depths.Length / 2];

    /// <summary>The second of them, or the only one: little, and not none.</summary>
    public double UsualAutocorrelation => Autocorrelations[Math.Min(1, Autocorrelations.Length - 1)];

    /// <summary>Null when it can be run; else what is wrong with it.</summary>
    public string? Fault()
    {
        if (Courses < 1)
            return $"{Courses} courses: at least 1.";
        if (!Ascends(Sessions) || !Ascends(Depths) || !Ascends(Autocorrelations))
            return "Numbers of sessions, depths and autocorrelations are given ascending, at least one of each, and none twice.";
        return Cells().SelectMany(cell => cell.Faults).Select(fault => $"{fault.Option}: {fault.Why}").FirstOrDefault();
    }

    /// <summary>By length, then depth, then autocorrelation, then shape; last those whose rupture begins early, of <see cref="EarlySessions"/>.</summary>
    public IEnumerable<StudyCourse> Cells() =>
    [
        .. from sessions in Sessions
           from depth in Depths
           from autocorrelation in Autocorrelations
           from shape in Enum.GetValues<RuptureShape>()
           select Course(shape, sessions, depth, autocorrelation),
        .. Enum.GetValues<RuptureShape>().Select(shape => Course(shape, EarlySessions, UsualDepth, UsualAutocorrelation) with { IsEarly = true }),
    ];

    private static StudyCourse Course(RuptureShape shape, int sessions, double depth, double autocorrelation)
    {
        var length = shape == RuptureShape.SuddenFallSuddenReturn ? 1 : SlowLength;
        var repair = shape == RuptureShape.StepThatStays ? TrueRepair.None : TrueRepair.Full;
        return new StudyCourse(shape, sessions, depth, length, repair, autocorrelation, length + GraceSessions);
    }

    private static bool Ascends<T>(ImmutableArray<T> values) where T : IComparable<T> =>
        !values.IsDefaultOrEmpty && values.Zip(values.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) < 0);
}

/// <summary>The criteria over all courses of a plan, and what they come to.</summary>
public sealed record DetectorGrid(DetectorPlan Plan, ImmutableArray<DetectorStudyResult> Cells)
{
    /// <summary>A criterion that flags more quiet courses than this, at some autocorrelation, is not one to lead by (our proposal: one in five).</summary>
    public const double MostQuietFlagged = 0.2;

    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <param name="cores">As <see cref="DetectorStudy.Run"/>.</param>
    /// <exception cref="ArgumentException">A plan that cannot be run.</exception>
    public static DetectorGrid Run(
        DetectorPlan plan, ImmutableArray<DetectionCriterion> criteria, int? cores = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(plan));
        var cells = ImmutableArray.CreateBuilder<DetectorStudyResult>();
        var courses = plan.Cells().ToArray();
        foreach (var course in courses)
        {
            cells.Add(DetectorStudy.Run(course, criteria, plan.Seed, plan.Courses, cores, cancellation: cancellation));
            progress?.Report((double)cells.Count / courses.Length);
        }

        return new DetectorGrid(plan, cells.ToImmutable());
    }

    /// <summary>One line for each criterion, in the order they were run, and last what leads on a course.</summary>
    /// <param name="sessions">A length of the plan.</param>
    /// <param name="depth">A depth of the plan.</param>
    public ImmutableArray<DetectorLine> Lines(int sessions, double depth)
    {
        var here = Cells.Where(cell => cell.Course.Sessions == sessions && !cell.Course.IsEarly).ToArray();
        var told = here.Where(cell => cell.Course.Depth == depth && cell.Course.Autocorrelation == Plan.UsualAutocorrelation).ToArray();
        if (told.Length == 0)
            throw new ArgumentException($"The plan has no courses of {sessions} sessions with a fall of {depth}.", nameof(sessions));
        return LinesOf(here, told);
    }

    /// <summary>The same for ruptures that begin in sessions 2 to 4, at the usual depth. Quiet courses are those of the usual autocorrelation alone.</summary>
    public ImmutableArray<DetectorLine> EarlyLines()
    {
        var early = Cells.Where(cell => cell.Course.IsEarly).ToArray();
        return LinesOf(early, early);
    }

    private static ImmutableArray<DetectorLine> LinesOf(DetectorStudyResult[] here, DetectorStudyResult[] told) =>
        [.. Enumerable.Range(0, here[0].Criteria.Length).Select(i => LineOf(cell => cell.Criteria[i], here, told)), LineOf(cell => cell.Leading!, here, told)];

    private static DetectorLine LineOf(Func<DetectorStudyResult, DetectorFigures> of, DetectorStudyResult[] here, DetectorStudyResult[] told)
    {
        ImmutableArray<CountedShare> found = [.. told.Select(cell => of(cell).Found)];
        var weighted = told.Sum(cell => RuptureShares.Usual.Of(cell.Course.Shape) * of(cell).Found.Value!.Value);
        // Quiet courses know no shape and no depth: those of all cells are alike, and are taken together.
        var quiet = here.GroupBy(cell => cell.Course.Autocorrelation)
            .Select(same => same.Aggregate(default(CountedShare), (so, cell) => so + of(cell).QuietFlagged).Value!.Value).ToArray();
        var (sum, count) = told.Select(of)
            .Aggregate((Sum: 0.0, Count: 0L), (so, one) => (so.Sum + (one.MeanDelay ?? 0) * one.Found.Count, so.Count + one.Found.Count));
        return new DetectorLine(of(told[0]).Criterion, found, weighted, quiet.Min(), quiet.Max(), count == 0 ? null : sum / count);
    }
}

/// <summary>What one criterion does with courses of one length, falls of one depth and the plan's usual autocorrelation.</summary>
/// <param name="Criterion">Null: what leads on a course.</param>
/// <param name="FoundByShape">In the order of <see cref="RuptureShape"/>.</param>
/// <param name="Found">The same together, each shape weighing as often as it comes (<see cref="RuptureShares.Usual"/>); 0 to 1.</param>
/// <param name="LeastQuiet">Share of courses without a rupture that it flags, the lowest over the autocorrelations.</param>
/// <param name="MostQuiet">The highest.</param>
/// <param name="MeanDelay">Sessions from onset to flag, over those found; null when none was.</param>
public sealed record DetectorLine(
    DetectionCriterion? Criterion, ImmutableArray<CountedShare> FoundByShape, double Found, double LeastQuiet, double MostQuiet, double? MeanDelay)
{
    /// <summary>Whether it may lead: at every autocorrelation it flags few enough quiet courses.</summary>
    public bool MayLead => MostQuiet <= DetectorGrid.MostQuietFlagged;
}
