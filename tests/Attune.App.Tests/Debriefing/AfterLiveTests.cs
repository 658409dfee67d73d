using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Live;
using Attune.Practice.Therapists;

namespace Attune.App.Tests.Debriefing;

/// <summary>The debrief of a session that was held live: what was heard and marked stands there as a question, and never as an answer.</summary>
public sealed class AfterLiveTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Debrief_MarkedBeforeTheCrossing_AsksWhetherItWasARupture()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, [.. Taps.Heart(HeartOf.Therapist, 25, 70, Taps.Crossing), Taps.Marker(Partner.B, "withdrawal-minimal-response", 15)]);

        var page = await DebriefAsync(couple);

        Assert.Matches("At 15:[0-9]{2} your rate crossed; [0-9]+ s before, seen in Bo: “Very few words”. Was this a rupture\\?", page.Text);
        Assert.Equal([""], page.Chosen("debrief", "Episode.0.Rupture"));
        Assert.Contains("Heard live, 25 minutes.", page.Text, StringComparison.Ordinal);
        Assert.Contains(couple.Page("/sessions/1/timeline"), page.Document.QuerySelectorAll(".card a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["yes"], page.Chosen("debrief", "B.Tension"));
    }

    // Row 51: it says so, and by itself proposes nothing.
    [Fact]
    public async Task Debrief_MarkedWhileArousedAlone_SaysSoAndProposesNothing()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, [.. Taps.Heart(HeartOf.Therapist, 25, 70, Taps.Crossing), Taps.Marker(Partner.B, "withdrawal-denial", 19)]);

        var page = await DebriefAsync(couple);

        Assert.Contains("Marked while your own rate was up, so nothing is proposed from it: Saying it is nothing, subtle; seen while your own rate was up, about 19 min in.", page.Text, StringComparison.Ordinal);
        Assert.Equal([""], page.Chosen("debrief", "B.Tension"));
        Assert.Contains("Was it a rupture?", page.Text, StringComparison.Ordinal);
    }

    // Moment 5: calm, and gone.
    [Fact]
    public async Task Debrief_CalmPulseAndFarAwayOnce_AsksWereYouWithBothAndWhoseItWas()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, [.. Taps.Heart(HeartOf.Therapist, 25, 68), Taps.Feeling("far-away", ReactionToward.A, 18)]);
        var path = couple.Page("/sessions/1/debrief");

        var page = await _browser.GetAsync(path);
        Assert.Contains("Your rate never crossed by the rule.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Were you with Alma?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Were you with Bo?", page.Text, StringComparison.Ordinal);
        Assert.Equal(["FarFrom"], page.Chosen("debrief", "WithA"));
        Assert.Empty(page.Document.QuerySelectorAll(".episode"));

        var saved = await _browser.DoAsync(path, "debrief", ("WithA", "FarFrom"), ("WithB", "TooClose"));
        Assert.Equal(["At 18:00: too far from Alma, subtle, far away or bored.", "You: too close to Bo, subtle."], saved.Document.QuerySelectorAll("#whose .card > p").Select(line => line.TextContent));
        var view = await couple.SeeAsync();
        Assert.Equal([(ReactionToward.A, Involvement.Under), (ReactionToward.B, Involvement.Over)], view.OwnSide.Reactions.Select(one => (one.Noted.Toward, one.Noted.Direction)));
        Assert.Empty(view.Session(1)!.Arousal!.Episodes);

        var guessed = await _browser.DoAsync(path, "whose-1", ("whose-1.Whose", "BetweenThem"));
        Assert.Single(guessed.Document.QuerySelectorAll("#whose .card"));
        var reaction = (await couple.SeeAsync()).OwnSide.Reactions[0].Noted;
        Assert.Equal((FeelingOf.BetweenThem, "far-away", TimeSpan.FromMinutes(18)), (reaction.WhoseFeeling!.Value, reaction.Feeling, reaction.Into!.Value));
    }

    [Fact]
    public async Task Debrief_GuessedAfterSteadying_StandsThereForTheReactionBeforeIt()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1,
            Taps.Feeling("angry", ReactionToward.B, 5), Taps.Feeling("anxious", ReactionToward.A, 17),
            new LiveItem.Steadied { At = 1_110_000, Exercise = "breathing", Lasted = 60_000, Ended = SteadyingEnd.Recovered }, new LiveItem.Whose { At = 1_111_000, Of = FeelingOf.BUnspoken });

        var page = await DebriefAsync(couple);

        // 12:30 lie between the first and the steadying, 0:30 between it and the second.
        Assert.Equal([[], ["BUnspoken"]], new[] { "whose-1", "whose-2" }.Select(form => page.Chosen(form, $"{form}.Whose")));
        Assert.Contains("Proposed, from what you guessed after steadying yourself.", page.Text, StringComparison.Ordinal);
        Assert.Equal([""], page.Chosen("debrief", "WithA"));
    }

    [Fact]
    public async Task Whose_NothingChosen_SaysSo()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1, Taps.Feeling("angry", ReactionToward.B, 5));

        var page = await _browser.SubmitAsync(await DebriefAsync(couple), "whose-1");

        Assert.Contains("Whose feeling it may be: choose one.", page.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_AfterALiveSession_ListOwnStatesAndSteadyingWithAWayBack()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.HoldLiveAsync(1,
            new LiveItem.OwnState { At = 300_000, What = OwnStateKind.Sense, Code = "see-narrow", Strong = true },
            new LiveItem.OwnState { At = 360_000, What = OwnStateKind.Mode, Code = "detached-protector", Manner = ReactionManner.Rigid },
            new LiveItem.Steadied { At = 480_000, Exercise = "focusing", Lasted = 90_000, Ended = SteadyingEnd.TimeUp, Choice = SteadyingChoice.ShortBreak }, new LiveItem.Missing { At = 481_000, Code = "open" });

        var lines = (await _browser.GetAsync(couple.Page("/sessions/1/notes"))).Document.QuerySelectorAll(".noted li");

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("about 5 min in: You: I see only one of you, strong", Text(lines[0]), StringComparison.Ordinal);
        Assert.StartsWith("about 6 min in: You: Detached Protector, rigid, subtle", Text(lines[1]), StringComparison.Ordinal);
        Assert.Contains("You steadied yourself: ", Text(lines[2]), StringComparison.Ordinal);
        Assert.Contains("90 s, until the time was over; then: a short break; missing: open", Text(lines[2]), StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains("Take it back", line.TextContent, StringComparison.Ordinal));

        static string Text(AngleSharp.Dom.IElement line) => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Noted_HeartAndAgreement_AreLinesAndTheLiveSessionItselfIsNone()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AgreeToHeart { Partner = Partner.A, Agreed = true });
        await couple.HoldLiveAsync(1, Taps.Heart(HeartOf.A, 2, 70));

        var page = await _browser.GetAsync(couple.Page("/noted"));

        Assert.Contains("Alma agreed that their heart may be heard", page.Text, StringComparison.Ordinal);
        Assert.Contains("Alma’s heart was heard live, session 1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("begun live|Something noted", page.Text);
    }

    [Fact]
    public async Task MySide_QuietMinutesTaken_SaysTheUsualRestingRate()
    {
        await using var host = await RunningHost.EmptyAsync();
        var couple = await NewCouple.OpenAsync(host);
        Assert.DoesNotContain("resting rate in quiet minutes", (await host.TherapistsBrowser().GetAsync("/me")).Text, StringComparison.Ordinal);

        await couple.HoldLiveAsync(1, [new LiveItem.Quiet { At = 31_000, Begins = true }, .. Taps.Heart(HeartOf.Therapist, 5, 68), new LiveItem.Quiet { At = 310_000, Begins = false }]);

        var rest = (await host.Grains.GetGrain<ITherapistGrain>(host.Therapist.Id.Value).SeeProfile(host.Therapist)).UsualRest!;
        Assert.InRange(rest.MedianBpm, 65, 73);
        Assert.Contains(FormattableString.Invariant($"Your resting rate in quiet minutes: {rest.MedianBpm:0}, from one session."), (await host.TherapistsBrowser().GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    private Task<Page> DebriefAsync(NewCouple couple) => _browser.GetAsync(couple.Page("/sessions/1/debrief"));
}
