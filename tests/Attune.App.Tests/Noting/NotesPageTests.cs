using System.Net;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Noting;

public sealed class NotesPageTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Notes_OfEveryKind_StandInTheOrderOfTheHour()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/sessions/1/notes");

        await _browser.DoAsync(path, "note", ("note.About", "PartnerA"), ("note.Words", "She looked at the door."), ("note.Into", "40"));
        await _browser.DoAsync(path, "mark", ("mark.Partner", "B"), ("mark.What", "Marker:withdrawal-denial"), ("mark.Into", "20"));
        await _browser.DoAsync(path, "own", ("own.Feeling", "far-away"), ("own.Toward", "Both"), ("own.Into", "31"));
        await _browser.DoAsync(path, "in-hand", ("in-hand.Code", "chair-work"), ("in-hand.Into", "15"));
        var page = await _browser.DoAsync(path, "centre", ("centre.Centre", "TheMethod"));

        var lines = Lines(page);
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("about 15 min in: In hand: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("about 20 min in: Bo: Saying it is nothing", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("about 31 min in: You: too far from Alma and Bo", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("about 40 min in: Note, Alma: She looked at the door.", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("At the centre: the method", lines[4], StringComparison.Ordinal);
        Assert.Equal(["She looked at the door."], (await couple.SeeAsync()).Session(1)!.Notes.Select(one => one.Words));
    }

    [Fact]
    public async Task Saved_Undo_TakesBackWhatWasJustWrittenAndSaysSo()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/sessions/1/notes");

        var saved = await _browser.DoAsync(path, "mark", ("mark.Partner", "B"), ("mark.What", "Channel:eyes"));
        Assert.Equal("Saved.", saved.Document.QuerySelector("form#mark .saved")?.TextContent);
        Assert.Equal("undo-mark", saved.Document.QuerySelector("form#mark button")?.GetAttribute("form"));
        var back = await _browser.FollowAsync(await _browser.PostAsync(saved.Document.QuerySelector("form#undo-mark")!.GetAttribute("action")!, Fields(saved, "undo-mark")));

        Assert.EndsWith(path + "?amended=taken-back", back.Path, StringComparison.Ordinal);
        Assert.Contains("Taken back.", back.Text, StringComparison.Ordinal);
        Assert.Empty((await couple.SeeAsync()).Session(1)!.B.Marks);
        Assert.Contains("taken back on", Assert.Single(Lines(back)), StringComparison.Ordinal);
        Assert.Contains("Eyes", back.Document.QuerySelector(".noted s")!.TextContent, StringComparison.Ordinal);

        await _browser.FollowAsync(await _browser.SubmitAsync(back, "put-back"));
        Assert.Single((await couple.SeeAsync()).Session(1)!.B.Marks);
    }

    [Fact]
    public async Task NoteAndMark_Changed_AreOneLineEach()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/sessions/1/notes");
        await _browser.DoAsync(path, "note", ("note.About", "Couple"), ("note.Words", "Closer."));
        var both = await _browser.DoAsync(path, "mark", ("mark.Partner", "A"), ("mark.What", "Channel:eyes"));
        var (note, mark) = (Form(both, "note-"), Form(both, "mark-"));

        var changed = await _browser.DoAsync(path, note, ($"{note}.Words", "Closer, at the end."));
        await _browser.DoAsync(path, mark, ($"{mark}.Partner", "B"), ($"{mark}.What", "Channel:tone"));

        Assert.Equal("Saved.", changed.Document.QuerySelector(".noted form .saved")?.TextContent);
        var lines = Lines(await _browser.GetAsync(path));
        Assert.Equal(2, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("Note, the two of them: Closer, at the end.", StringComparison.Ordinal) && line.Contains("in place of an earlier one", StringComparison.Ordinal));
        var session = (await couple.SeeAsync()).Session(1)!;
        Assert.Empty(session.A.Marks);
        Assert.Equal("tone", Assert.Single(session.B.Marks).Code);
    }

    [Fact]
    public async Task Note_Refused_KeepsEveryWord()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/sessions/1/notes")), "note", ("note.About", "Therapist"), ("note.Words", "Tired."), ("note.Into", "9000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Therapist", "Tired.", "9000"], new[] { "note.About", "note.Words", "note.Into" }.SelectMany(name => page.Chosen("note", name)));
    }

    [Fact]
    public async Task Session_NotHeld_IsNotedAsHeldFirst()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/sessions/1/notes");

        Assert.False((await _browser.GetAsync(path)).HasForm("note"));
        Assert.True((await _browser.DoAsync(path, "hold")).HasForm("note"));
    }

    [Fact]
    public async Task Links_FromCoursePlanDebriefAndBetween_LeadHere()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var link = $"a[href='{couple.Page("/sessions/1/notes")}']";

        foreach (var page in new[] { couple.Page(""), couple.Page("/sessions/1/plan"), couple.Page("/sessions/1/debrief"), $"/between?last={couple.Id}" })
            Assert.True((await _browser.GetAsync(page)).Document.QuerySelector(link) is not null, page);
    }

    // Nothing of it is on paper, and a session without one note is like any other.
    [Fact]
    public async Task Paper_Always_HoldsNoNote()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var empty = await _browser.GetAsync(couple.Page("/sessions/1/notes"));
        await _browser.DoAsync(couple.Page("/sessions/1/notes"), "note", ("note.About", "Therapist"), ("note.Words", "Wartebergkapelle."));

        Assert.Contains("Nothing noted.", empty.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "/sessions/1/notes", "/sessions/1/debrief", "/sessions/1/plan", "", "/noted" })
            Assert.DoesNotContain("Wartebergkapelle", (await _browser.GetAsync(couple.Page(page))).Printed, StringComparison.Ordinal);
    }

    private static string[] Lines(Page page) =>
        [.. page.Document.QuerySelectorAll(".noted > li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static string Form(Page page, string begins) => page.Document.QuerySelectorAll(".noted form").Select(form => form.Id ?? "").First(id => id.StartsWith(begins, StringComparison.Ordinal));

    private static FormUrlEncodedContent Fields(Page page, string id) => new(page.Document.QuerySelectorAll($"form#{id} input")
        .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")));
}
