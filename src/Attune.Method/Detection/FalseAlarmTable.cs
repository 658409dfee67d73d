using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Attune.Method.Detection;

/// <summary>
/// How often courses in which nothing happened are flagged, as stored with the program: on the real scale, over autocorrelations of 0, .2, .4 and .6, of
/// which that of a single course cannot be estimated. What holds is the range over them.
/// </summary>
public static class FalseAlarmTable
{
    private const string Resource = "Attune.Method.Detection.false-alarms.csv";
    private static readonly Lazy<Table> Stored = new(Read);

    /// <summary>The command that made it.</summary>
    public static string Command => Stored.Value.Command;

    /// <summary>Simulated for each autocorrelation.</summary>
    public static int Courses => Stored.Value.Courses;

    /// <summary>Ascending.</summary>
    public static ImmutableArray<double> Autocorrelations => Stored.Value.Autocorrelations;

    /// <summary>Ascending.</summary>
    public static ImmutableArray<int> Sessions => Stored.Value.Sessions;

    /// <summary>
    /// The lowest and the highest share of courses with at least one flag. Between lengths of the table on a straight line, which keeps the order of
    /// lengths; from one session (nothing) up to the first length likewise; beyond the last length that of the last one, said by <see cref="FalseAlarmRange.IsBeyond"/>.
    /// Null: a direct report, which no noise makes; or a criterion without that form.
    /// </summary>
    /// <param name="answeredSessions">With a value in the series; 0 or more.</param>
    public static FalseAlarmRange? Range(DetectionCriterion criterion, int answeredSessions, DetectionForm form = DetectionForm.SoFar) =>
        Enum.IsDefined(criterion)
            ? Stored.Value.Range(criterion.ToString(), form, answeredSessions)
            : throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "No such criterion.");

    /// <summary>The same for a flag by any of them, judged by earlier sessions alone.</summary>
    public static FalseAlarmRange RangeOfAll(LookedAtTogether together, int answeredSessions) =>
        Stored.Value.Range(together.ToString(), DetectionForm.SoFar, answeredSessions)
            ?? throw new ArgumentOutOfRangeException(nameof(together), together, "Not looked at together.");

    /// <summary>What is written above the rows, and the rows, as text that this table can be read from. A line at a time, without line ends.</summary>
    /// <param name="command">As it was given.</param>
    public static IEnumerable<string> Write(FalseAlarmPlan plan, string command, IEnumerable<FalseAlarmRow> rows)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rows);
        yield return $"# {command}";
        yield return string.Create(CultureInfo.InvariantCulture, $"# seed {plan.Seed}; {plan.Courses} courses for each autocorrelation; {(plan.OnRealScale ? "three items from 1 to 7 in whole steps, and their mean" : "standard scores")}; flagged = courses with at least one flag");
        yield return "looked_at,form,autocorrelation,sessions,flagged,courses";
        foreach (var row in rows)
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.LookedAt},{row.Form},{row.Autocorrelation},{row.Sessions},{row.Share.Flagged},{row.Share.Courses}");
    }

    private static Table Read()
    {
        using var text = new StreamReader(typeof(FalseAlarmTable).Assembly.GetManifestResourceStream(Resource)!);
        var command = text.ReadLine()![2..];
        text.ReadLine();
        text.ReadLine();
        List<(string LookedAt, DetectionForm Form, double Autocorrelation, int Sessions, int Flagged, int Courses)> rows = [];
        while (text.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            rows.Add((parts[0], Enum.Parse<DetectionForm>(parts[1]), Number(parts[2]), (int)Number(parts[3]), (int)Number(parts[4]), (int)Number(parts[5])));
        }
        return new Table(
            command,
            rows[0].Courses,
            [.. rows.Select(row => row.Autocorrelation).Distinct().Order()],
            [.. rows.Select(row => row.Sessions).Distinct().Order()],
            rows.GroupBy(row => (row.LookedAt, row.Form)).ToFrozenDictionary(
                group => group.Key,
                group => group.GroupBy(row => row.Sessions).OrderBy(length => length.Key)
                    .Select(length => new FalseAlarmRange(length.Min(Share), length.Max(Share), IsBeyond: false)).ToArray()));

        static double Share((string, DetectionForm, double, int, int Flagged, int Courses) row) => (double)row.Flagged / row.Courses;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Table(
        string Command,
        int Courses,
        ImmutableArray<double> Autocorrelations,
        ImmutableArray<int> Sessions,
        FrozenDictionary<(string LookedAt, DetectionForm Form), FalseAlarmRange[]> Ranges)
    {
        public FalseAlarmRange? Range(string lookedAt, DetectionForm form, int sessions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sessions);
            if (!Ranges.TryGetValue((lookedAt, form), out var ranges))
                return null;
            if (sessions <= 1)
                return default(FalseAlarmRange);
            if (sessions > Sessions[^1])
                return ranges[^1] with { IsBeyond = true };
            var at = Sessions.BinarySearch(sessions);
            if (at >= 0)
                return ranges[at];
            var after = ~at;
            var (from, before) = after == 0 ? (1, default) : (Sessions[after - 1], ranges[after - 1]);
            var part = (double)(sessions - from) / (Sessions[after] - from);
            return new FalseAlarmRange(
                before.Least + part * (ranges[after].Least - before.Least), before.Most + part * (ranges[after].Most - before.Most), IsBeyond: false);
        }
    }
}

/// <summary>Shares of courses of pure noise with at least one flag, from 0 to 1: the lowest and the highest over the autocorrelations.</summary>
/// <param name="IsBeyond">The course is longer than any in the table. Judged by earlier sessions, both are then at least that.</param>
public readonly record struct FalseAlarmRange(double Least, double Most, bool IsBeyond);
