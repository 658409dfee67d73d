using Attune.App.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Debriefing;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Asking;

/// <summary>How a couple is asked: language of each, and the two questions about home.</summary>
public sealed class AskingPageTests(DemoHost demo)
{
    private const int MostAnswers = 10;

    [Fact]
    public async Task Home_TooEarlyOrFlagged_ReadsTheSameAndOffersNothing()
    {
        var early = await NewCouple.OpenAsync(demo.Host);
        var flagged = await NewCouple.OpenAsync(demo.Host, held: 1);
        Assert.Single((await PageAsync(flagged)).Document.QuerySelectorAll("button[name=Home]"));
        await flagged.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });

        var (one, other) = (await PageAsync(early), await PageAsync(flagged));

        Assert.Equal(Home(one), Home(other));
        Assert.Empty(other.Document.QuerySelectorAll("button[name=Home]"));
    }

    /// <summary>Both partners' forms and the therapist's page stay the same to the byte when a flag is raised; only the reading stops.</summary>
    [Fact]
    public async Task Home_FlagRaisedWhileItIsOn_ChangesNothingThatShows()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 3);
        await demo.Host.TherapistsBrowser().DoAsync(couple.Page("/asking"), "home", ("Home", "yes"));
        await couple.SayAsync(Partner.A, 1, new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers { CareAtHome = CareAnswer.Yes } });
        Assert.NotNull((await couple.SeeAsync()).A.TrustAtHome);
        var before = await ShownAsync(couple);

        await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });

        Assert.Equal(before, await ShownAsync(couple));
        Assert.Null((await couple.SeeAsync()).A.TrustAtHome);
        await demo.Host.TherapistsBrowser().DoAsync(couple.Page("/asking"), "home", ("Home", "no"));
        Assert.False((await couple.SeeAsync()).AsksAboutHome);
    }

    [Fact]
    public async Task Home_On_IsAskedOnOddSessionsWithinTenAnswers()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 3);
        await couple.DoAsync(new SwitchHomeQuestions { On = true });
        var (odd, even) = (await FormAsync(couple, 3), await FormAsync(couple, 2));

        Assert.Equal(MostAnswers, Asked(odd).Length);
        Assert.Equal(MostAnswers, Asked(even).Length);
        Assert.Equal(["CareAtHome", "ExpectationAtHome"], Asked(odd).Except(Asked(even)).Order());
        Assert.Equal(["Safety", "SinceLastTime"], Asked(even).Except(Asked(odd)).Order());
        var browser = demo.Host.HandedOver(Partner.A, 3, couple.Id);
        await browser.SubmitAsync(await browser.GetAsync("/check-in?mine=yes"), "answer", ("CareAtHome", "Partly"), ("ExpectationAtHome", "Rather"), ("Task", "4"));

        var said = (await couple.SeeAsync()).Session(3)!.A.CheckIn!;
        Assert.Equal((CareAnswer.Partly, ExpectationAnswer.Rather, 4), (said.CareAtHome, said.ExpectationAtHome, said.Task));
        // What they answered is read after the therapist's own guess.
        await couple.DoAsync(new WriteDebrief { Session = 3, A = new PartnerPart { Owed = "A call." }, Own = new OwnPart() });
        var debrief = await demo.Host.TherapistsBrowser().GetAsync(couple.Page("/sessions/3/debrief"));
        Assert.Contains(CheckInText.Of("CareAtHome"), debrief.Text, StringComparison.Ordinal);
    }

    // A form that was made when it was off, or is forged: what was not asked is not recorded.
    [Fact]
    public async Task Home_Off_IsNotRecordedEvenWhenSent()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var browser = demo.Host.HandedOver(Partner.A, 1, couple.Id);

        await browser.SubmitAsync(await browser.GetAsync("/check-in?mine=yes"), "answer", ("Task", "4"), ("CareAtHome", "No"));

        var said = (await couple.SeeAsync()).Session(1)!.A.CheckIn!;
        Assert.Equal((4, null), (said.Task, said.CareAtHome));
    }

    private async Task<string> ShownAsync(NewCouple couple)
    {
        var shown = new List<string> { Home(await PageAsync(couple)) };
        foreach (var partner in new[] { Partner.A, Partner.B })
            shown.Add((await demo.Host.HandedOver(partner, 3, couple.Id).GetAsync("/check-in?mine=yes")).Blanked);
        return string.Join('\n', shown);
    }

    private Task<Page> PageAsync(NewCouple couple) => demo.Host.TherapistsBrowser().GetAsync(couple.Page("/asking"));

    private Task<Page> FormAsync(NewCouple couple, int session) => demo.Host.HandedOver(Partner.B, session, couple.Id).GetAsync("/check-in?mine=yes");

    private static string Home(Page page) => string.Join(' ', page.Document.QuerySelector("#home")!.QuerySelectorAll("p, button").Select(one => one.TextContent));

    private static string[] Asked(Page page) =>
        [.. page.Document.QuerySelectorAll("#answers fieldset").Where(set => set.Closest(".if-yes") is null).Select(set => set.QuerySelector("input")!.GetAttribute("name")!)];
}
