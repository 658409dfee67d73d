namespace Attune.Method.Agreement;

/// <summary>
/// Whether two observers noted the same events at the same time: Cohen's kappa over matched events, with what one of them missed.
/// </summary>
/// <remarks>
/// <para>
/// Event-based kappas with a tolerance differ in the literature (Bakeman, Quera and Gnisci, 2009, compare three). Ours (our proposal): (1) of each
/// code, as many events of the two as can be are matched one to one within the tolerance, nearest in all; order in time is kept within a code only,
/// since two people's behaviour overlaps; (2) what is left over is matched in the same way with any code: one event, named in two ways; (3) the rest
/// was missed by the other.
/// </para>
/// <para>
/// The table of codes has a row and a column for "missed", and a cell that cannot occur: missed by both. Chance is therefore what independence says
/// of the other cells (Quera, Bakeman and Gnisci, 2007; Holle and Rein, 2015, get it by iterative proportional fitting). With one such cell it can be
/// written out: of the P pairs, by chance the share sum of p(c) q(c) has one code, p and q being the shares of code c among all events of the one and
/// of the other.
/// </para>
/// </remarks>
public static class EventKappa
{
    /// <summary>
    /// Events in any order; the tolerance counts as near enough. Throws for a negative tolerance, for an event without a code, and where more events follow
    /// each other by the tolerance or less than can be matched: some 2,000 of each observer.
    /// </summary>
    public static EventAgreement Of(IEnumerable<ObservedEvent> first, IEnumerable<ObservedEvent> second, TimeSpan tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tolerance, TimeSpan.Zero);
        var (ofFirst, ofSecond) = (InOrder(first, nameof(first)), InOrder(second, nameof(second)));
        var counts = Count(ofFirst, ofSecond, tolerance);
        var shared = SharedByChance(ofFirst, ofSecond);
        if (ofFirst.Length + ofSecond.Length == 0)
            return new EventAgreement.CannotTell(counts, tolerance, NoAgreementReason.NothingNoted);
        if (ofFirst.Concat(ofSecond).Select(one => one.Code).Distinct(StringComparer.Ordinal).Take(2).Count() == 1)
            return new EventAgreement.CannotTell(counts, tolerance, NoAgreementReason.OneCodeOnly);
        var units = (double)counts.Units;
        return new EventAgreement.Measured(counts, tolerance, counts.Same / units, (counts.Same + counts.Confused) * shared / units);
    }

    private static ObservedEvent[] InOrder(IEnumerable<ObservedEvent> events, string name)
    {
        ArgumentNullException.ThrowIfNull(events, name);
        ObservedEvent[] ordered = [.. events.OrderBy(one => one.At)];
        return Array.TrueForAll(ordered, one => !string.IsNullOrEmpty(one.Code)) ? ordered : throw new ArgumentException("Every event has a code.", name);
    }

    private static EventCounts Count(ObservedEvent[] first, ObservedEvent[] second, TimeSpan tolerance)
    {
        var seconds = second.ToLookup(one => one.Code, StringComparer.Ordinal);
        var (same, leftOfFirst, leftOfSecond) = (0, new List<TimeSpan>(), new List<TimeSpan>());
        foreach (var ofCode in first.GroupBy(one => one.Code, StringComparer.Ordinal))
            same += Pair([.. ofCode.Select(one => one.At)], [.. seconds[ofCode.Key].Select(one => one.At)], tolerance, leftOfFirst, leftOfSecond);
        var firsts = first.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        leftOfSecond.AddRange(second.Where(one => !firsts.Contains(one.Code)).Select(one => one.At));
        var confused = Pair([.. leftOfFirst.Order()], [.. leftOfSecond.Order()], tolerance, [], []);
        return new EventCounts(same, confused, first.Length - same - confused, second.Length - same - confused);
    }

    private static int Pair(TimeSpan[] first, TimeSpan[] second, TimeSpan tolerance, List<TimeSpan> leftOfFirst, List<TimeSpan> leftOfSecond)
    {
        var (pairedOfFirst, pairedOfSecond) = (new bool[first.Length], new bool[second.Length]);
        var pairs = EventMatching.Match(first, second, tolerance, pairedOfFirst, pairedOfSecond);
        leftOfFirst.AddRange(first.Where((_, i) => !pairedOfFirst[i]));
        leftOfSecond.AddRange(second.Where((_, i) => !pairedOfSecond[i]));
        return pairs;
    }

    private static double SharedByChance(ObservedEvent[] first, ObservedEvent[] second)
    {
        if (first.Length == 0 || second.Length == 0)
            return 0;
        var seconds = second.CountBy(one => one.Code, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return first.CountBy(one => one.Code, StringComparer.Ordinal).Sum(code => (double)code.Value * seconds.GetValueOrDefault(code.Key))
            / ((double)first.Length * second.Length);
    }
}
