using System.Collections.Immutable;
using Attune.Method.Agreement;

namespace Attune.Exchange.Study;

/// <summary>
/// How far observers' events agree: for every two observers a row for each observation and subject, and where there are several of these a row over all of
/// them with both names missing. Events of different observations or subjects never match. Columns: <c>first</c>, <c>second</c>, <c>observation</c>, <c>subject</c>, <c>kappa</c>,
/// <c>same</c>, <c>confused</c>, <c>only_first</c>, <c>only_second</c>, <c>tolerance_s</c>, <c>reason</c>.
/// </summary>
public static class EventTable
{
    public static ImmutableArray<StudyColumn> Columns { get; } =
    [
        new("first", StudyKind.Text), new("second", StudyKind.Text), new("observation", StudyKind.Text), new("subject", StudyKind.Text), new("kappa", StudyKind.Number),
        new("same", StudyKind.Whole), new("confused", StudyKind.Whole), new("only_first", StudyKind.Whole), new("only_second", StudyKind.Whole), new("tolerance_s", StudyKind.Number),
        new("reason", StudyKind.Text),
    ];

    /// <summary>
    /// An observation in which only one of two has any row is left out: whether the other looked cannot be told. A subject of a shared observation of whom one noted nothing
    /// counts: the other looked, and saw nothing.
    /// </summary>
    /// <returns>The rows, and how many pairs of observers and observations were left out.</returns>
    public static (StudyRows Rows, int LeftOut) Of(IReadOnlyList<NotedEvents> noted, TimeSpan tolerance)
    {
        ArgumentNullException.ThrowIfNull(noted);
        var (rows, leftOut) = (new StudyRows(Columns), 0);
        string[] observers = [.. noted.Select(one => one.Observer).Distinct()];
        for (var i = 0; i < observers.Length; i++)
        {
            for (var j = i + 1; j < observers.Length; j++)
                leftOut += Add(rows, observers[i], observers[j], noted, tolerance);
        }

        return rows.Count == 0 && leftOut > 0
            ? throw new StudyRefusedException(new(StudyCodes.NotComputable, "No observation has events of two observers: its name has to be the same for both."))
            : (rows, leftOut);
    }

    private static int Add(StudyRows rows, string first, string second, IReadOnlyList<NotedEvents> noted, TimeSpan tolerance)
    {
        NotedEvents[] ofTwo = [.. noted.Where(one => one.Observer == first || one.Observer == second)];
        string[] observations = [.. ofTwo.Select(one => one.Observation).Distinct()];
        string[] shared = [.. observations.Where(name => ofTwo.Where(one => one.Observation == name).Select(one => one.Observer).Distinct().Count() == 2)];
        (string Observation, string Subject)[] parts = [.. ofTwo.Where(one => shared.Contains(one.Observation)).Select(one => (one.Observation, one.Subject)).Distinct()];
        foreach (var part in parts)
            Add(rows, first, second, part, EventKappa.Of(Of(first, part), Of(second, part), tolerance));
        if (parts.Length > 1)
            Add(rows, first, second, null, EventKappa.Of(Together(first), Together(second), tolerance));
        return observations.Length - shared.Length;

        IReadOnlyList<ObservedEvent> Of(string observer, (string Observation, string Subject) part) =>
            Array.Find(ofTwo, one => one.Observer == observer && (one.Observation, one.Subject) == part)?.Events ?? [];

        // One after the other, too far apart to match across.
        IEnumerable<ObservedEvent> Together(string observer)
        {
            var begin = TimeSpan.Zero;
            foreach (var part in parts)
            {
                ObservedEvent[] both = [.. Of(first, part), .. Of(second, part)];
                var least = both.Min(one => one.At);
                foreach (var one in Of(observer, part))
                    yield return one with { At = begin + (one.At - least) };
                begin += both.Max(one => one.At) - least + tolerance + TimeSpan.FromSeconds(1);
            }
        }
    }

    private static void Add(StudyRows rows, string first, string second, (string Observation, string Subject)? part, EventAgreement found) =>
        rows.Add(first).Add(second).Add(Named(part?.Observation)).Add(Named(part?.Subject)).Add(found is EventAgreement.Measured measured ? measured.Value : double.NaN)
            .Add(found.Counts.Same).Add(found.Counts.Confused).Add(found.Counts.OnlyFirst).Add(found.Counts.OnlySecond).Add(found.Tolerance.TotalSeconds)
            .Add(found is EventAgreement.CannotTell cannot ? StudyNames.Of(cannot.Reason) : null);

    private static string? Named(string? name) => string.IsNullOrEmpty(name) ? null : name;
}
