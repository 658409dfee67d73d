using Attune.Journeys.Stage;

namespace Attune.Journeys.Live;

/// <summary>The program ends in the middle of a session, as by a power cut, and comes back sealed; the page stays open all the while.</summary>
public sealed class ProgramKilled(BluetoothBrowser browser)
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task TheProgramIsKilled_StartedAndUnsealed_ThePageGoesOnByItself()
    {
        // Not the one that the others share: what a program knows in memory alone is gone afterwards.
        await using var practice = new LivePractice(browser);
        await practice.InitializeAsync();
        await using var room = await practice.EnterAsync();
        await room.PutOnAsync("Therapist", "A");
        await room.HearAsync(AWhile, "Therapist", "A");

        await practice.Program.KillAsync();
        await room.HearAsync(AWhile, "Therapist", "A");
        await room.UntilAsync("[data-link='away']");
        await practice.Program.StartAgainAsync();
        await room.HearAsync(AWhile, "Therapist", "A");
        await room.UntilAsync("[data-link='locked']");
        Assert.Contains("unlock it in another tab", await room.Screen.WordsAsync("[data-says='link']"), StringComparison.Ordinal);

        await practice.UnsealAsync(await room.Tablet.Context.NewPageAsync());
        await room.HearAsync(AWhile, "Therapist", "A");
        await room.KeptAsync();
        await room.EndAsync();
        var record = await room.RecordAsync();
        record.Has("Therapist", room.Straps.Said("Therapist"));
        record.Has("A", room.Straps.Said("A"));
    }
}
