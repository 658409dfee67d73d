using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Safety;

namespace Attune.App.Tests.Timeline;

public sealed class TimelinePageTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Page_HeardAndMarked_DrawsEachKindAndSaysTheSameInTheTable()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AgreeToHeart { Partner = Partner.B, Agreed = true });
        await couple.HoldLiveAsync(1,
        [
            .. Taps.Heart(HeartOf.Therapist, 25, 70, Taps.Crossing), .. Taps.Heart(HeartOf.B, 25, 66),
            Taps.Marker(Partner.A, "withdrawal-denial", 6), Taps.Marker(Partner.B, "withdrawal-minimal-response", 19, strong: true), Taps.Feeling("angry", ReactionToward.B, 19.5),
            new LiveItem.OwnState { At = 1_180_000, What = OwnStateKind.Check, Code = "reactive" },
            new LiveItem.Steadied { At = 1_290_000, Exercise = "breathing", Lasted = 60_000, Ended = SteadyingEnd.Recovered }, new LiveItem.Technique { At = 120_000, Code = "slow-the-room" },
        ]);

        var page = await PageAsync(couple);

        Assert.Equal(
            ["Your heart", "Rate crossed", "Bo heart", "Alma seen", "Bo seen", "Toward them", "In yourself", "Steadying", "In hand"],
            Names(page));
        Assert.Single(page.Document.QuerySelectorAll(".timeline circle"));
        Assert.Equal(2, page.Document.QuerySelectorAll(".timeline .sign.aroused path").Length);
        string[] lines = [.. page.Document.QuerySelectorAll("tbody tr").Select(row => Screen(row.TextContent))];
        Assert.Contains("2:00 to 26:00 In hand: A pause for all of us", lines);
        Assert.Contains("6:00 Alma Seen: Saying it is nothing, subtle", lines);
        Assert.Contains("19:00 Bo Seen: Very few words, strong; seen while your own rate was up", lines);
        Assert.Contains("19:30 You: something toward Bo, not clear yet which way, subtle, angry; noted while your own rate was up", lines);
        Assert.Contains("19:40 You: reactive, subtle; noted while your own rate was up", lines);
        Assert.Contains("20:30 to 21:30 You steadied yourself: Breathing, 60 s, until you had come down", lines);
        Assert.Contains(lines, line => line.StartsWith("15:", StringComparison.Ordinal) && line.EndsWith("Your rate crossed: above the level for more than two minutes", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("Your heart: aroused", StringComparison.Ordinal));
        Assert.Contains("0:30 to 0:45 Bo Heart: not known", lines);
        // No rate, and nothing good: a state is said, and no more.
        Assert.DoesNotMatch("beats a minute|bpm|calm|good", page.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Page_LidClosed_SaysThatNothingIsLost()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await PageAsync(couple);

        Assert.Contains("Such a session loses nothing.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".timeline, tbody, form[id^=shift]"));
    }

    [Fact]
    public async Task Page_OnlyMarks_DrawsThemAndSaysThatNoHeartWasHeard()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, Taps.Marker(Partner.B, "withdrawal-denial", 6));

        var page = await PageAsync(couple);

        Assert.Contains("No heart was heard live.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Bo seen"], Names(page));
        Assert.Empty(page.Document.QuerySelectorAll(".timeline .state"));
    }

    // Under a flag a partner's heart is kept and no longer used: the page is the one of a session in which it was not heard.
    [Fact]
    public async Task Page_HeartSetAside_IsNothingAtAll()
    {
        var (with, without) = (await FlaggedAsync(heart: true), await FlaggedAsync(heart: false));

        Assert.Equal(Main(without), Main(with));
        Assert.DoesNotContain("heart", Main(with).Replace("No heart was heard", "", StringComparison.Ordinal).Replace("The hearts", "", StringComparison.Ordinal).Replace("a quiet heart", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        async Task<Page> FlaggedAsync(bool heart)
        {
            var couple = await NewCouple.OpenAsync(demo.Host);
            await couple.DoAsync(new AgreeToHeart { Partner = Partner.A, Agreed = true });
            await couple.DoAsync(new BeginLiveSession { Session = 1 });
            if (heart)
                await demo.Host.Grains.GetGrain<ILiveSessionGrain>(couple.Id.Value, "1").Take(demo.Host.Therapist, new LiveBatch(Guid.NewGuid(), 1, [.. Taps.Heart(HeartOf.A, 2, 70)]));
            await couple.DoAsync(new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence });
            await couple.HoldLiveAsync(1, Taps.Marker(Partner.B, "withdrawal-denial", 2.6));
            return await PageAsync(couple);
        }

        static string Main(Page page) => Screen(page.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Shift_Sent_MovesTheHeartAndItsCrossingAndStaysToBeChanged()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, [.. Taps.Heart(HeartOf.Therapist, 25, 70, Taps.Crossing), Taps.Marker(Partner.B, "withdrawal-denial", 15)]);
        var before = Crossed(await PageAsync(couple));
        var form = $"shift-{(await couple.SeeAsync()).Session(1)!.Live.Hearts.Single().Recording}";

        var saved = await _browser.DoAsync(couple.Page("/sessions/1/timeline"), form, ($"{form}.Seconds", "-12"));

        Assert.Contains("its clock was put right: 12 s earlier", saved.Text, StringComparison.Ordinal);
        Assert.Equal(before - TimeSpan.FromSeconds(12), Crossed(saved));
        Assert.Equal("-12", saved.Form(form).Fields[$"{form}.Seconds"]);
        Assert.Contains("15:00", saved.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        // In all, and not in addition: nought puts it back.
        var back = await _browser.DoAsync(couple.Page("/sessions/1/timeline"), form, ($"{form}.Seconds", "0"));
        Assert.Equal(before, Crossed(back));
    }

    [Theory]
    [InlineData("601", "ten minutes at most")]
    [InlineData("-1e300", "ten minutes at most")]
    [InlineData("a bit", "a number")]
    public async Task Shift_NotPossible_SaysWhyAndKeepsWhatWasTyped(string typed, string why)
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, Taps.Heart(HeartOf.Therapist, 2, 70));
        var form = $"shift-{(await couple.SeeAsync()).Session(1)!.Live.Hearts.Single().Recording}";

        var page = await _browser.SubmitAsync(await PageAsync(couple), form, ($"{form}.Seconds", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(why, page.Refusal, StringComparison.Ordinal);
        Assert.Equal(typed, page.Form(form).Fields[$"{form}.Seconds"]);
    }

    [Fact]
    public async Task Page_SessionGoesOn_LeadsToTheLivePage()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new BeginLiveSession { Session = 1 });

        foreach (var path in new[] { "timeline", "debrief" })
        {
            var page = await _browser.GetAsync(couple.Page($"/sessions/1/{path}"));
            Assert.Equal(couple.Page("/sessions/1/live"), page.Document.QuerySelector(".advice a")?.GetAttribute("href"));
        }
    }

    private Task<Page> PageAsync(NewCouple couple) => _browser.GetAsync(couple.Page("/sessions/1/timeline"));

    private static IEnumerable<string> Names(Page page) =>
        page.Document.QuerySelectorAll(".timeline-names > span:not(.clock)").Select(name => string.Join(' ', name.Children.Select(part => Screen(part.TextContent))));

    private static TimeSpan Crossed(Page page) => page.Document.QuerySelectorAll("tbody tr").Where(row => row.TextContent.Contains("Your rate crossed", StringComparison.Ordinal))
        .Select(row => row.QuerySelector("th")!.TextContent.Split(" to ")[0].Split(':')).Select(at => new TimeSpan(0, int.Parse(at[0], null), int.Parse(at[1], null))).Single();

    // What is for paper stands beside what is for the screen.
    private static string Screen(string text) => string.Join(' ', text.Replace("AlmaA.", "Alma", StringComparison.Ordinal).Replace("BoB.", "Bo", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
