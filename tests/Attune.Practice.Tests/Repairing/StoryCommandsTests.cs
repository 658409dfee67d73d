using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
using Attune.Practice.Couples;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Repairing;

public sealed class StoryCommandsTests
{
    private static readonly RuptureStory Story = new("It went wrong.", "It touched you.", "You needed time.");

    private static WriteRuptureStory Write => new() { Rupture = Told.Rupture, Story = Story };

    private static AnswerRuptureStory Answer => new() { Rupture = Told.Rupture, Partner = Partner.A, Fit = StoryFit.Fits };

    [Fact]
    public void Write_AnUntidyStory_IsKeptTidyUnderTheOwnersKey()
    {
        var written = Told.Ruptured(RuptureOwner.B).Event<RuptureStoryWritten>(Write with { Story = new("  It went wrong. ", "It touched you.", "You needed time.\n") });

        Assert.Equal((Story, Subject.PartnerB), (written.Story, written.Subject));
        Assert.Null(written.Amends);
    }

    [Fact]
    public void Write_PartsMissingOrTooLong_SaysAllAtOnce() => Assert.Equal(
        [("PRA023", "Happened"), ("PRA022", "Touched"), ("PRA023", "Needed")],
        Told.Ruptured().Refusals(Write with { Story = new RuptureStory(" ", new string('x', 1_001), "") }));

    [Fact]
    public void Write_WrittenMeanwhile_IsStale()
    {
        var told = Told.Ruptured();
        var seen = told.Number;

        Assert.Equal(6, told.Do(Write).Event<RuptureStoryWritten>(Write).Amends);
        Assert.Equal([(Told.Stale, null)], told.Refusals(Write with { BasedOn = seen }));
    }

    [Fact]
    public void Answer_TheirOwnWords_AreKeptUnderTheirKey()
    {
        var own = Story with { Needed = "A pause." };
        var said = Told.Ruptured().Do(Write).Event<RuptureStoryAnswered>(Answer with { Fit = StoryFit.Partly, InTheirWords = own });

        Assert.Equal((own, Subject.PartnerA), (said.InTheirWords, said.Subject));
    }

    // A form that was only looked at sends the words back as they were.
    [Fact]
    public void Answer_WordsUnchanged_IsNoVersionOfTheirOwn() =>
        Assert.Null(Told.Ruptured().Do(Write).Event<RuptureStoryAnswered>(Answer with { InTheirWords = Story with { Touched = " It touched you. " } }).InTheirWords);

    [Fact]
    public void Answer_NoStoryOrNotTheirs_IsRefused()
    {
        Assert.Equal([("RUP007", null)], Told.Ruptured().Refusals(Answer));
        Assert.Equal([("PRA021", "Fit"), ("RUP008", "Partner")], Told.Ruptured().Do(Write).Refusals(Answer with { Partner = Partner.B, Fit = default }));
        Told.Ruptured(RuptureOwner.Both).Do(Write).Event<RuptureStoryAnswered>(Answer with { Partner = Partner.B });
    }

    // They answered to what they were shown.
    [Fact]
    public void Answer_StoryRewrittenMeanwhile_IsStale()
    {
        var told = Told.Ruptured().Do(Write);
        var seen = told.Number;

        Assert.Equal([(Told.Stale, null)], told.Do(Write).Refusals(Answer with { BasedOn = seen }));
        told.Event<RuptureStoryAnswered>(Answer with { Shown = StoryMark.Of(Story) });
        Assert.Equal([(Told.Stale, null)], told.Do(Write with { Story = Story with { Needed = "A pause." } }).Refusals(Answer with { Shown = StoryMark.Of(Story) }));
    }

    [Fact]
    public void View_EachState_SaysHowFarItIsShared()
    {
        var told = Told.Ruptured();
        Assert.Equal(StoryStatus.None, Status(told));
        Assert.Equal(StoryStatus.TherapistsViewOnly, Status(told.Do(Write)));
        Assert.Equal(StoryStatus.Agreed, Status(told.Do(Answer)));
        Assert.Equal(StoryStatus.CorrectedByThePartner, Status(told.Do(Answer with { InTheirWords = Story with { Happened = "You hurried." } })));
        Assert.Equal("You hurried.", View(told).Repair.Side(Partner.A).Card!.Happened);
        Assert.Null(View(told).Repair.Side(Partner.B).Card);
    }

    private static RuptureView View(Told told) => Assert.Single(CoupleViews.Of(told.Case, MethodCatalogue.BuiltIn, own: null).Ruptures);

    private static StoryStatus Status(Told told) => View(told).Repair.Story.Reading.Status;
}
