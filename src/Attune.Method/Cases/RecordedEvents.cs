namespace Attune.Method.Cases;

/// <summary>An event as it stands in the log. <paramref name="TakenBackAt"/> is null while it holds.</summary>
public sealed record RecordedEvent(long Number, CaseEvent Event, DateTimeOffset? TakenBackAt)
{
    public bool IsTakenBack => TakenBackAt is not null;
}

/// <summary>The events of one case by their numbers, those taken back included. What could not be read has its number and nothing else.</summary>
internal sealed class RecordedEvents
{
    private readonly List<CaseEvent?> _events = [];

    public void Add(CaseEvent? happened) => _events.Add(happened);

    public IEnumerable<CaseEvent> Ever => _events.OfType<CaseEvent>();

    /// <summary>All that can be read, in the order of their numbers, without the takings back themselves.</summary>
    public IEnumerable<RecordedEvent> All()
    {
        var gone = Gone();
        for (var i = 0; i < _events.Count; i++)
        {
            if (_events[i] is { } happened and not TakenBack)
                yield return new RecordedEvent(i + 1, happened, gone.TryGetValue(i + 1, out var by) ? _events[(int)by - 1]!.At : null);
        }
    }

    /// <summary>What the case is made of.</summary>
    public IEnumerable<(long Number, CaseEvent Event)> Standing() => All().Where(one => !one.IsTakenBack).Select(one => (one.Number, one.Event));

    /// <summary>The number of the taking back that holds for this event; null when it stands.</summary>
    public long? TakenBackBy(long number) => Gone().TryGetValue(number, out var by) ? by : null;

    // From the last to the first: whether a taking back holds is known before what it names is looked at, because it always came after that.
    private Dictionary<long, long> Gone()
    {
        var gone = new Dictionary<long, long>();
        for (var number = _events.Count; number > 0; number--)
        {
            if (_events[number - 1] is TakenBack { Amends: { } named } && named < number && !gone.ContainsKey(number))
                gone[named] = number;
        }

        return gone;
    }
}
