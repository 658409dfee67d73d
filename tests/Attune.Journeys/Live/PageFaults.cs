using Attune.Journeys.Straps;

namespace Attune.Journeys.Live;

/// <summary>What can happen to the page: loaded again, closed, robbed of its storage. Each time something has not been sent yet.</summary>
[Collection(nameof(LivePractice))]
public sealed class PageFaults(LivePractice practice)
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task ThePageIsLoadedAgain_WithThingsWaiting_TheyAreSentOnce()
    {
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist", "B");
        await room.HearAsync(AWhile, "Therapist", "B");
        await room.KeptAsync();

        await room.HoldUpAsync();
        await room.HearAsync(AWhile, "Therapist", "B");
        await room.MarkAsync("feeling", "anxious", "A");
        Assert.True(await room.WaitingAsync() > 15);
        await room.LetGoOnAsync();
        await room.Screen.ReloadAsync();
        await room.ReadyAsync();
        await room.KeptAsync();

        await room.PutOnAsync("Therapist", "B");
        await room.HearAsync(AWhile, "Therapist", "B");
        await room.MarkAsync("feeling", "angry", "A");
        await room.EndAsync();
        var record = await room.RecordAsync();
        record.Has("Therapist", room.Straps.Said("Therapist"));
        record.Has("B", room.Straps.Said("B"));
        record.HasNothingOf("A");
        record.Tells("anxious", "angry");
    }

    [Fact]
    public async Task TheBrowserIsClosedAndOpened_WithThingsWaiting_TheyAreSentOnce()
    {
        var storage = Directory.CreateTempSubdirectory("attune-tablet-");
        try
        {
            var story = await practice.BeginSessionAsync();
            List<string> said;
            await using (var room = await LiveRoom.EnterAsync(await practice.TabletAsync(storage), story.Couple))
            {
                await room.PutOnAsync("Therapist");
                await room.Straps.SayAllAsync("Therapist", new SimulatedBeats(150).Next(10));
                await room.KeptAsync();
                await room.HoldUpAsync();
                await room.Straps.SayAllAsync("Therapist", new SimulatedBeats(140).Next(10));
                await room.MarkAsync("feeling", "anxious", "A");
                Assert.Equal(11, await room.WaitingAsync());
                await room.OnDiskAsync();
                said = [.. room.Straps.Said("Therapist")];
            }

            await using var again = await LiveRoom.EnterAsync(await practice.TabletAsync(storage), story.Couple);
            await again.KeptAsync();
            await again.EndAsync();
            var record = await again.RecordAsync();
            record.Has("Therapist", said);
            record.Tells("anxious");
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task TheStorageIsCleared_WithThingsWaiting_WhatWasKeptStandsOnceAndTheRestIsAGap()
    {
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist");
        await room.HearAsync(AWhile, "Therapist");
        await room.KeptAsync();
        var kept = room.Straps.Said("Therapist").ToArray();

        await room.HoldUpAsync();
        await room.HearAsync(AWhile, "Therapist");
        var never = room.Straps.Said("Therapist").Count - kept.Length;
        var page = await room.Tablet.Context.NewCDPSessionAsync(room.Screen);
        await page.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = practice.Program.Origin.GetLeftPart(UriPartial.Authority), ["storageTypes"] = "indexeddb,local_storage" });
        await room.LetGoOnAsync();
        await room.Screen.ReloadAsync();
        await room.ReadyAsync();
        await room.HearAsync(AWhile);
        await room.PutOnAsync("Therapist");
        await room.HearAsync(AWhile, "Therapist");
        await room.KeptAsync();

        Assert.Matches(@"^You: not heard 0:\d\d to 0:\d\d$", await room.HeardWordsAsync());
        await room.EndAsync();
        var record = await room.RecordAsync();
        Assert.Equal(1, record.Has("Therapist", [.. kept, .. room.Straps.Said("Therapist").Skip(kept.Length + never)]));
    }
}
