namespace Attune.Method.Detection;

/// <summary>
/// False alarms of every criterion, and of several together, at every length: each course is made once and looked at by all. Over all cores; the rows are
/// the same on any number of them, since courses are made by number and what is added up are whole numbers.
/// </summary>
public static class FalseAlarmStudy
{
    private const int CoursesInABlock = 128;
    private const int AllCores = -1;

    /// <summary>Rows by form, then autocorrelation, then what is looked at, then length: those of one form and autocorrelation come at once. Throws when the plan has a fault.</summary>
    /// <param name="progress">The share of the courses that have been looked at, from 0 to 1; told from any thread.</param>
    public static IEnumerable<FalseAlarmRow> Run(FalseAlarmPlan plan, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Fault() is { } fault ? throw new ArgumentException(fault, nameof(plan)) : Rows(plan, AllCores, progress, stop);
    }

    /// <param name="workers">At most so many at once.</param>
    internal static IEnumerable<FalseAlarmRow> Rows(FalseAlarmPlan plan, int workers, IProgress<double>? progress, CancellationToken stop)
    {
        var passes = plan.Forms.Length * plan.Autocorrelations.Length;
        var pass = 0;
        foreach (var form in plan.Forms)
        {
            foreach (var autocorrelation in plan.Autocorrelations)
            {
                var done = pass++;
                var counts = Count(plan, form, autocorrelation, workers, share => progress?.Report((done + share) / passes), stop);
                foreach (var row in counts.Rows(plan.Courses))
                    yield return row;
            }
        }
    }

    private static FalseAlarmCounts Count(
        FalseAlarmPlan plan, DetectionForm form, double autocorrelation, int workers, Action<double> progress, CancellationToken stop)
    {
        var all = new FalseAlarmCounts(plan, form, autocorrelation);
        var blocks = (plan.Courses + CoursesInABlock - 1) / CoursesInABlock;
        var done = 0;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = workers },
            () => new FalseAlarmCounts(plan, form, autocorrelation),
            (block, _, counts) =>
            {
                var end = Math.Min(plan.Courses, (block + 1) * CoursesInABlock);
                for (var number = block * CoursesInABlock; number < end; number++)
                    counts.Add((uint)number);
                progress((double)Interlocked.Increment(ref done) / blocks);
                return counts;
            },
            counts =>
            {
                lock (all)
                    all.Add(counts);
            });
        return all;
    }
}
