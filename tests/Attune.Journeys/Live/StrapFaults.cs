namespace Attune.Journeys.Live;

/// <summary>What can go wrong between a body and the page.</summary>
[Collection(nameof(LivePractice))]
public sealed class StrapFaults(LivePractice practice)
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task AStrapIsLostAndComesBack_TheOthersGoOn_OneGapIsKept()
    {
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist", "A", "B");
        await room.HearAsync(AWhile, "Therapist", "A", "B");

        await room.Straps.LoseAsync("A");
        await room.HearAsync(AWhile, "Therapist", "B");
        // Unknown is what it was at first, too: the words come with the reply that tells of the gap.
        await room.UntilAsync(":has([data-heart='A'][data-state='Unknown']):has([data-says='heard']:not(:empty))");
        Assert.Contains("A: not heard 0:1", await room.HeardWordsAsync(), StringComparison.Ordinal);
        await room.Straps.ComeBackAsync("A");
        await room.HearAsync(AWhile, "Therapist", "A", "B");

        await room.EndAsync();
        var record = await room.RecordAsync();
        Assert.Equal(0, record.Has("Therapist", room.Straps.Said("Therapist")));
        Assert.Equal(1, record.Has("A", room.Straps.Said("A")));
        Assert.Equal(0, record.Has("B", room.Straps.Said("B")));
    }

    [Fact]
    public async Task AStrapSaysNonsense_IsCountedAndNotBelieved_TheBeatsStand()
    {
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist");
        await room.HearAsync(AWhile, "Therapist");
        var beats = room.Straps.Said("Therapist").ToArray();

        // Nothing; flags alone; half an interval; flags that promise more than comes; an interval of 0; much of everything.
        byte[][] nonsense = [[], [0x10], [0x10, 70, 3], [0xff, 1], [0x10, 70, 0, 0], [.. Enumerable.Repeat((byte)0xff, 60)]];
        await room.Straps.SayAllAsync("Therapist", nonsense);
        await room.HearAsync(AWhile, "Therapist");

        await room.EndAsync();
        var record = await room.RecordAsync();
        Assert.Equal(0, record.Has("Therapist", [.. beats, .. room.Straps.Said("Therapist").Skip(beats.Length + nonsense.Length)]));
        Assert.Contains("messages of the strap could not be read", record.Timeline, StringComparison.Ordinal);
    }
}
