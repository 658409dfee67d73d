using Attune.App.Tests.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Practice.Assessing;
using Attune.Practice.Closing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Repairing;

namespace Attune.App.Tests.Repairing;

/// <summary>The therapist's page of a rupture: what may help next and why, what is noted, and that everything can be.</summary>
public sealed class RupturePageTests(DemoHost demo)
{
    private static readonly RuptureId Rupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000c2"));

    [Fact]
    public async Task Page_OfTheDemo_SaysWhatHelpsNextWhoWatchedAndHowLongItTook()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo($"/ruptures/{RunningHost.DemoRupture}"));

        Assert.Equal("LinkedToThePast", page.Document.QuerySelector("[data-suggested]")!.GetAttribute("data-suggested"));
        Assert.Contains("because they told of an earlier rupture", page.Text, StringComparison.Ordinal);
        Assert.Contains("turned away at “owned my part, without defence”", page.Text, StringComparison.Ordinal);
        Assert.Contains("You owned your part 1 session and 7 days later.", page.Text, StringComparison.Ordinal);
        Assert.Contains("put right by them: their words stand", page.Text, StringComparison.Ordinal);
        Assert.Contains("Before you say something about yourself", page.Text, StringComparison.Ordinal);
    }

    // Moment 6, through the page.
    [Fact]
    public async Task Steps_TwoLinksAndALostWitness_AreAllTakenAndTheWitnessComesNext()
    {
        var (path, couple) = await LiveAsync();
        var browser = demo.Host.TherapistsBrowser();
        foreach (var (kind, witness) in new[] { ("Validated", "Stayed"), ("ThankedForTheRisk", ""), ("LinkedToThePast", ""), ("LinkedToThePast", "TurnedAway"), ("DisclosedJudiciously", "") })
        {
            await browser.SubmitAsync(await browser.GetAsync(path), "step",
                ("Kind", kind), ("Witness", witness), ("LinkFoundBy", kind == "LinkedToThePast" ? "Partner" : ""), ("Contributions", "Stayed"));
        }
        var page = await browser.GetAsync(path);

        Assert.Equal("HeldTheWitness", page.Document.QuerySelector("[data-suggested]")!.GetAttribute("data-suggested"));
        Assert.Contains("the one who watched turned away", page.Text, StringComparison.Ordinal);
        Assert.Contains("more than one link", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not clear yet which coping mode", page.Text, StringComparison.Ordinal);
        Assert.Contains("Their part in it: stayed", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await couple.See(demo.Host.Therapist, "test")).Rupture(Rupture.Value)!.Steps.Length);

        await browser.SubmitAsync(page, "taken", ("AskedStep", "3"), ("AskedTaken", "FeltExplainedAway"));
        Assert.Contains("felt explained away", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    // A flag keeps it from being suggested, in the words that stand there anyway.
    [Fact]
    public async Task CarryingOver_TooEarly_ReadsNeutral()
    {
        var (path, _) = await LiveAsync();

        Assert.Contains("not suggested now. What happens is noted all the same.", (await demo.Host.TherapistsBrowser().GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_Draft_IsKeptAsTheTherapistsView()
    {
        var (path, couple) = await LiveAsync();
        var browser = demo.Host.TherapistsBrowser();

        await browser.SubmitAsync(await browser.GetAsync(path), "story", ("Story.Needed", "You needed to be asked."));

        Assert.Contains("your view only", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal("You needed to be asked.", (await couple.See(demo.Host.Therapist, "test")).Rupture(Rupture.Value)!.Repair.Story.Written!.Needed);
        Assert.Contains("PRA023", (await browser.SubmitAsync(await browser.GetAsync(path), "story", ("Story.Happened", " "))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_TakenBack_IsOpenAgain()
    {
        var (path, couple) = await LiveAsync();
        var browser = demo.Host.TherapistsBrowser();
        await browser.SubmitAsync(await browser.GetAsync(path), "claim");
        Assert.Equal(RepairState.Claimed, await StateAsync(couple));

        await browser.SubmitAsync(await browser.GetAsync(path), "withdraw");
        Assert.Equal(RepairState.Open, await StateAsync(couple));
    }

    [Fact]
    public async Task Formulation_SavedAgain_KeepsTheLinesAndTheOccasion()
    {
        var (path, couple) = await LiveAsync();
        var browser = demo.Host.TherapistsBrowser();
        await browser.SubmitAsync(await browser.GetAsync(path), "formulate", ("Occasion", "fee"), ("NextTimeToTherapist", "Slower, please."), ("NextTimeToPartner", "Wait for me."));
        await browser.SubmitAsync(await browser.GetAsync(path), "formulate", ("Need", "To be asked."));

        var kept = (await couple.See(demo.Host.Therapist, "test")).Rupture(Rupture.Value)!.Formulation;
        Assert.Equal(("fee", "Slower, please.", "Wait for me.", "To be asked."), (kept.Occasion, kept.NextTimeToTherapist, kept.NextTimeToPartner, kept.Need));
    }

    [Fact]
    public async Task Formulation_ExpectationThatDidNotCome_IsChosenAndSaid()
    {
        var (path, couple) = await LiveAsync();
        await couple.Do(demo.Host.Therapist, new VoiceExpectation { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "To be asked first." });
        var browser = demo.Host.TherapistsBrowser();

        await browser.SubmitAsync(await browser.GetAsync(path), "formulate", ("Occasion", "fee"), ("Expectation", "1"));

        var page = await browser.GetAsync(path);
        Assert.Contains("Around: “Money”. Expected, and it did not come: “To be asked first.”", page.Text, StringComparison.Ordinal);
        Assert.Equal("1", page.Document.QuerySelector("#f-Expectation option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task State_WorkClosed_ReadsEnded()
    {
        var (path, couple) = await LiveAsync();
        await couple.Do(demo.Host.Therapist, new CloseCouple { Reason = ClosingReason.Practical });

        Assert.Contains("ended: the work was closed with it open", (await demo.Host.TherapistsBrowser().GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComingBack_PromiseAndReuse_AreNotedAndLeaveTheList()
    {
        var (path, couple) = await LiveAsync();
        var here = path[..path.IndexOf("/ruptures", StringComparison.Ordinal)] + "/coming-back";
        await couple.Do(demo.Host.Therapist, new WriteDebrief { Session = 2, A = new PartnerPart { Owed = "The letter." } });
        await couple.Do(demo.Host.Therapist, new ReformulateRupture { Rupture = Rupture, Formulation = new RuptureFormulation { NextTimeToPartner = "Wait for me." } });
        var browser = demo.Host.TherapistsBrowser();
        var page = await browser.GetAsync(here);
        Assert.Contains("The letter.", page.Text, StringComparison.Ordinal);

        var name = $"A-{Rupture}";
        Assert.Contains("RUP015", (await browser.SubmitAsync(page, $"reuse-{name}")).Refusal, StringComparison.Ordinal);
        await browser.SubmitAsync(page, $"reuse-{name}", ($"Answer.{name}", "UsedAndHelped"));
        await browser.SubmitAsync(page, "kept-A-2");

        var after = await browser.GetAsync(here);
        Assert.Contains("Nothing that you noted.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing to ask about now.", after.Text, StringComparison.Ordinal);
    }

    private async Task<RepairState> StateAsync(ICoupleGrain couple) => (await couple.See(demo.Host.Therapist, "test")).Rupture(Rupture.Value)!.Reading.State;

    private async Task<(string Path, ICoupleGrain Couple)> LiveAsync()
    {
        var id = await new OtherHalf("Bo", []).LiveAsync(demo.Host);
        var couple = demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value);
        await couple.Do(demo.Host.Therapist, new NoteRupture { Rupture = Rupture, Session = 2, Owner = RuptureOwner.A, Source = RuptureSource.NoticedByTherapist });
        return ($"/couples/{id}/ruptures/{Rupture}", couple);
    }
}
