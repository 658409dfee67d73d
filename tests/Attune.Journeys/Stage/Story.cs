using System.Globalization;
using Attune.Method.Cases;
using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>One couple's way to where a journey begins, told through the program's own forms, each sent whole.</summary>
internal sealed class Story(IPage page, string couple, string nameOfA, string nameOfB)
{
    public const string A = "Annelise", B = "Bertrand";

    // Unlocks in place of the passphrase, so that a hand-over costs no slow derivation.
    private const string Number = "493817";

    public IPage Page => page;

    /// <summary>The address of the couple's course.</summary>
    public string Couple => couple;

    /// <summary>The program's first minute, and a number to unlock quickly.</summary>
    public static async Task BeginAsync(IPage page, Uri welcome)
    {
        await page.BeginPracticeAsync(welcome);
        await page.SendWholeAsync("/settings", "quick", ("Number", Number), ("NumberAgain", Number));
    }

    public static async Task<Story> OfAsync(IPage page, string nameOfA = A, string nameOfB = B) =>
        new(page, await page.BeginCoupleAsync(nameOfA, nameOfB), nameOfA, nameOfB);

    public string NameOf(Partner partner) => partner == Partner.A ? nameOfA : nameOfB;

    /// <summary>Goes to a page of the couple and reads it.</summary>
    public async Task<string> ReadAsync(string rest = "", string within = "body")
    {
        // The map lies folded under the question until it is answered or left open.
        if (rest == "/map")
            await LeaveForecastOpenAsync();
        await page.GotoAsync(couple + rest);
        return await page.WordsAsync(within);
    }

    /// <summary>What the therapist expects of the next session is left open, where it is still asked.</summary>
    public async Task LeaveForecastOpenAsync()
    {
        await page.GotoAsync($"{couple}/own-forecasts");
        if (await page.Locator("#own-forecast").CountAsync() > 0)
            await page.PressAsync("Not today");
    }

    public Task SendAsync(string rest, string form, params IEnumerable<(string Name, string Value)> fields) => page.SendWholeAsync(couple + rest, form, fields);

    public Task AssessAsync(Partner partner, params IEnumerable<(string Name, string Value)> scores) =>
        SendAsync($"/assessment/{partner.ToString().ToLowerInvariant()}", "assess", scores);

    public Task PlanAsync(int session, params IEnumerable<string> techniques) =>
        SendAsync($"/sessions/{session}/plan", "plan", techniques.Select(technique => ("Techniques", technique)));

    /// <summary>The debrief as it stands: what they answered is read after it.</summary>
    public Task DebriefAsync(int session) => SendAsync($"/sessions/{session}/debrief", "debrief");

    public Task HoldAsync(int session) => SendAsync($"/sessions/{session}/plan", "hold");

    /// <summary>Handed over, answered, sent and unlocked.</summary>
    public Task AnswerAsync(int session, Partner partner, Answers answers) => FillInAsync(session, partner, answers.Fields);

    /// <summary>Before the first session there is one question.</summary>
    public Task ExpectAsync(Partner partner, string expects) => FillInAsync(0, partner, [("Expectation", expects)]);

    /// <summary>Returns the address of the rupture.</summary>
    public async Task<string> NoteRuptureAsync(int session, Partner owner, params IEnumerable<(string Name, string Value)> known)
    {
        var noted = await page.TryWholeAsync($"{couple}/ruptures/new", "note", followed: true,
            [("Session", session.ToString(CultureInfo.InvariantCulture)), ("Owner", owner.ToString()), .. known]);
        Assert.Matches($"^{couple}/ruptures/[0-9a-f]+$", noted.Path);
        return noted.Path;
    }

    public Task HandOverAsync(int session, Partner partner) => SendAsync($"/sessions/{session}/ask", $"hand-over-{partner}");

    public Task UnlockAsync() => page.SendWholeAsync("/handed-back", "unlock", ("Passphrase", Number));

    private async Task FillInAsync(int session, Partner partner, IEnumerable<(string, string)> fields)
    {
        await HandOverAsync(session, partner);
        await page.SendWholeAsync("/check-in?mine=yes", "answer", fields);
        await UnlockAsync();
    }
}
