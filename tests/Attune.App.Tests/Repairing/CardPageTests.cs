using System.Net;
using Attune.App.Tests.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Practice.Couples;
using Attune.Practice.Repairing;

namespace Attune.App.Tests.Repairing;

/// <summary>The card that one partner reads alone: plain, theirs to put right, and the same to the byte whatever the other is, says or does.</summary>
public sealed class CardPageTests(DemoHost demo)
{
    private static readonly RuptureId Rupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000c1"));

    private static readonly RuptureStory Story = new("I hurried you.", "It touched you.", "You needed time.");

    [Fact]
    public async Task Card_WhateverTheOtherSaidAndDid_IsTheSameToTheByte()
    {
        var silent = await CardOfAsync(new OtherHalf("Bo", []));
        Assert.Contains("I hurried you.", silent, StringComparison.Ordinal);

        await OtherHalf.Any.SampleAsync(async other =>
        {
            var card = await CardOfAsync(other);
            Assert.Equal(silent, card);
            Assert.All(other.Secrets, secret => Assert.DoesNotContain(secret, card, StringComparison.Ordinal));
        }, iter: 16, threads: 1);
    }

    // The rupture's own page names the other: the property above would tell it.
    [Fact]
    public async Task Specimen_TheTherapistsPage_IsCaught()
    {
        var silent = await PageOfAsync(new OtherHalf("Bo", []), "");

        await Assert.ThrowsAnyAsync<Exception>(() =>
            OtherHalf.Any.SampleAsync(async other => Assert.Equal(silent, await PageOfAsync(other, "")), iter: 16, threads: 1));
    }

    [Fact]
    public async Task Card_OfTheDemo_HoldsNoCodeNoModeAndNothingToldInPrivate()
    {
        var card = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo($"/ruptures/{RunningHost.DemoRupture}/card"));

        Assert.Contains("I needed you to ask me", card.Text, StringComparison.Ordinal);
        Assert.Contains("I thanked you for telling me.", card.Text, StringComparison.Ordinal);
        foreach (var word in new[] { "Bo", "too fast", "Protector", "Emotional", "strength", "4 of 5" })
            Assert.DoesNotContain(word, card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_OfTheOther_ShowsNothing()
    {
        var card = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo($"/ruptures/{RunningHost.DemoRupture}/card?for=b"));

        Assert.Equal(HttpStatusCode.NotFound, card.Status);
        Assert.DoesNotContain("needed", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_InTheirOwnWords_IsTheStoryFromThenOn()
    {
        var (path, couple) = await LiveAsync(new OtherHalf("Bo", []));
        var browser = demo.Host.TherapistsBrowser();
        var card = await browser.GetAsync($"{path}/card");

        Assert.Contains("RUP014", (await browser.SubmitAsync(card, "answer")).Refusal, StringComparison.Ordinal);
        var sent = await browser.SubmitAsync(card, "answer", ("Fit", nameof(StoryFit.Partly)), ("Needed", "A pause, and your eyes."));

        Assert.Contains("A pause, and your eyes.", (await browser.FollowAsync(sent)).Text, StringComparison.Ordinal);
        var reading = (await couple.See(demo.Host.Therapist, "test")).Rupture(Rupture.Value)!.Repair.Story.Reading;
        Assert.Equal((StoryStatus.CorrectedByThePartner, "A pause, and your eyes."), (reading.Status, reading.Agreed!.Needed));
    }

    [Fact]
    public async Task Answer_OnlyLookedAt_AgreesWithoutAVersionOfItsOwn()
    {
        var (path, couple) = await LiveAsync(new OtherHalf("Bo", []));
        var browser = demo.Host.TherapistsBrowser();

        await browser.SubmitAsync(await browser.GetAsync($"{path}/card"), "answer", ("Fit", nameof(StoryFit.Fits)));

        Assert.Equal(StoryStatus.Agreed, (await couple.See(demo.Host.Therapist, "test")).Rupture(Rupture.Value)!.Repair.Story.Reading.Status);
    }

    [Fact]
    public async Task Answer_StoryRewrittenMeanwhile_IsRefusedAndKept()
    {
        var (path, couple) = await LiveAsync(new OtherHalf("Bo", []));
        var browser = demo.Host.TherapistsBrowser();
        var card = await browser.GetAsync($"{path}/card");
        await couple.Do(demo.Host.Therapist, new WriteRuptureStory { Rupture = Rupture, Story = Story with { Needed = "Something else." } });

        var refused = await browser.SubmitAsync(card, "answer", ("Fit", nameof(StoryFit.Fits)), ("Needed", "A pause."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("PRA005", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal("A pause.", refused.Form("answer").Fields["Needed"]);
    }

    private Task<string> CardOfAsync(OtherHalf other) => PageOfAsync(other, "/card");

    private async Task<string> PageOfAsync(OtherHalf other, string rest)
    {
        var (path, couple) = await LiveAsync(other);
        var page = await demo.Host.TherapistsBrowser().GetAsync(path + rest);
        var id = (await couple.See(demo.Host.Therapist, "test")).Id.Value;
        return page.Blanked.Replace(id.ToString("N"), "couple", StringComparison.Ordinal).Replace(id.ToString(), "couple", StringComparison.Ordinal);
    }

    /// <summary>A's rupture, repaired and told as a story, after all that the other half did.</summary>
    private async Task<(string Path, ICoupleGrain Couple)> LiveAsync(OtherHalf other)
    {
        var id = await other.LiveAsync(demo.Host);
        var couple = demo.Host.Grains.GetGrain<ICoupleGrain>(id.Value);
        CoupleCommand[] mine =
        [
            new NoteRupture { Rupture = Rupture, Session = 1, Owner = RuptureOwner.A, Source = RuptureSource.NoticedByTherapist, Formulation = new RuptureFormulation { PrimarySchema = "ed", EarlySchemas = ["ed"] } },
            new TakeRepairStep { Rupture = Rupture, Session = 1, Kind = RepairStepKind.OwnedWithoutDefence, Witness = other.Deeds.IsEmpty ? null : WitnessReaction.TurnedAway, Note = other.Name },
            new WriteRuptureStory { Rupture = Rupture, Story = Story },
        ];
        foreach (var command in mine)
            Assert.IsType<Attune.Practice.Refusals.Outcome.Done>(await couple.Do(demo.Host.Therapist, command));
        return ($"/couples/{id}/ruptures/{Rupture}", couple);
    }
}
