using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Planning;

namespace Attune.App.Tests.Debriefing;

public sealed class DebriefPageTests(DemoHost demo)
{
    private static readonly (string, string)[] Typed =
    [
        ("A.Task", "5"), ("A.Ease", "CouldNot"), ("A.Dose.chair-work", "TooMuch"), ("B.Dose.chair-work", "Right"), ("B.SharedView", "3"), ("A.Owed", "A call."),
        ("WithA", "FarFrom"), ("Transparency", "why"), ("Transparency", "how-to-stop"), ("Coal.curious", "0"), ("Coal.loving", "3"), ("Note", "Slower."),
    ];

    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Debrief_EverythingTyped_IsThereAgain()
    {
        var couple = await PlannedAsync();
        var path = couple.Page("/sessions/1/debrief");

        var sent = await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", Typed);

        // Far from one of them is an own reaction: the debrief comes back once, with the question that belongs to it.
        Assert.Equal(couple.Page("/sessions/1/debrief?done=debrief#whose"), sent.Location);
        var page = await _browser.GetAsync(path);
        foreach (var (name, value) in Typed)
            Assert.Contains(value, page.Chosen("debrief", name));
        var session = (await couple.SeeAsync()).Session(1)!;
        Assert.Equal((Dose.TooMuch, Dose.Right), (session.A.Debrief!.Doses["chair-work"], session.B.Debrief!.Doses["chair-work"]));
        Assert.Equal(["how-to-stop", "why"], session.OwnDebrief!.Transparency.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Debrief_Refused_KeepsEveryWordTickAndChoice()
    {
        var couple = await PlannedAsync();

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/sessions/1/debrief")), "debrief", [.. Typed, ("A.SharedView", "eleven")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        foreach (var (name, value) in Typed.Append(("A.SharedView", "eleven")))
            Assert.Contains(value, page.Chosen("debrief", name));
        Assert.Null((await couple.SeeAsync()).Session(1)!.OwnDebrief);
    }

    /// <summary>A choice that was a slip of the hand can be taken back.</summary>
    [Fact]
    public async Task Debrief_ChoiceTakenBack_IsNotClearAgain()
    {
        var couple = await PlannedAsync();
        var path = couple.Page("/sessions/1/debrief");
        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", Typed);

        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", ("A.Ease", ""), ("WithA", ""), ("A.Dose.chair-work", ""), ("Coal.curious", ""));

        var session = (await couple.SeeAsync()).Session(1)!;
        Assert.Null(session.A.Debrief!.Ease);
        Assert.Null(session.OwnDebrief!.WithA);
        Assert.DoesNotContain("chair-work", session.A.Debrief.Doses.Keys);
        Assert.Equal(["loving"], session.OwnDebrief.Coal.Keys);
    }

    [Fact]
    public async Task Recording_NoneChosen_LeavesTheDebriefAsItIs()
    {
        var couple = await PlannedAsync();
        var path = couple.Page("/sessions/1/debrief");
        await _browser.SubmitAsync(await _browser.GetAsync(path), "debrief", Typed);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(path), "recording");

        Assert.Contains("DEB001", page.Refusal, StringComparison.Ordinal);
        foreach (var (name, value) in Typed)
            Assert.Contains(value, page.Chosen("debrief", name));
    }

    [Fact]
    public async Task HopeAndDoubt_Noted_ArePartOfThatSessionAlone()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 2);
        var path = couple.Page("/sessions/2/debrief");

        var hope = await _browser.DoAsync(path, "hope-a");
        var doubt = await _browser.DoAsync(path, "doubt-b", ("doubt-b.Words", "Perhaps it is too late."));

        Assert.False(hope.HasForm("hope-a"));
        Assert.NotNull(hope.Document.GetElementById("hope-a"));
        Assert.True(hope.HasForm("hope-b"));
        Assert.Contains("Not sure they will come back. “Perhaps it is too late.”", doubt.Text, StringComparison.Ordinal);
        var first = await _browser.GetAsync(couple.Page("/sessions/1/debrief"));
        Assert.True(first.HasForm("hope-a"));
        Assert.DoesNotContain("too late", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_FromMemory_IsListedInWords()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var path = couple.Page("/sessions/1/debrief");

        await _browser.DoAsync(path, "mark", ("mark.Partner", "B"), ("mark.What", "Mode:avoidant-protector"), ("mark.Schema", "ma"), ("mark.Strength", "Strong"));
        await _browser.DoAsync(path, "mark", ("mark.Partner", "A"), ("mark.What", "Channel:eyes"));
        var page = await _browser.DoAsync(path, "mark", ("mark.Partner", "A"), ("mark.What", "Marker:withdrawal-denial"));

        Assert.Contains("Avoidant Protector, strong, touching Mistrust / Abuse", page.Text, StringComparison.Ordinal);
        Assert.Contains("Eyes, subtle", page.Text, StringComparison.Ordinal);
        Assert.Contains("Saying it is nothing, subtle", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("option[value='Marker:therapist-confrontation-argues']"));
    }

    [Theory]
    [InlineData("", "PRA023")]
    [InlineData("nonsense", "PRA023")]
    public async Task Mark_OfNothing_IsRefusedAndKept(string what, string code)
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/sessions/1/debrief")), "mark",
            ("mark.Partner", "A"), ("mark.What", what), ("mark.Schema", "ma"), ("mark.Strength", "Strong"));

        Assert.Contains(code, page.Refusal, StringComparison.Ordinal);
        Assert.Equal(["A", what, "ma", "Strong"], new[] { "mark.Partner", "mark.What", "mark.Schema", "mark.Strength" }.SelectMany(name => page.Chosen("mark", name)));
    }

    [Fact]
    public async Task Mark_NobodyNamed_AsksInWhom()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/sessions/1/debrief")), "mark", ("mark.What", "Channel:eyes"));

        Assert.Contains("In whom it was seen: choose one.", page.Refusal, StringComparison.Ordinal);
        Assert.Equal(["Channel:eyes"], page.Chosen("mark", "mark.What"));
    }

    private async Task<NewCouple> PlannedAsync()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        await couple.DoAsync(new PlanSession { Session = 1, Techniques = ["chair-work"], Transparency = ["why", "how-to-stop", "how-long"] });
        return couple;
    }
}
