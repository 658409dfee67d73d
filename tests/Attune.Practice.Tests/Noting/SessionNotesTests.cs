using Attune.Method.Cases;
using Attune.Practice.Noting;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Noting;

public sealed class SessionNotesTests
{
    private static readonly WriteSessionNote Note = new() { Session = 1, About = Subject.PartnerA, Words = " She looked at the door. ", Into = TimeSpan.FromMinutes(20) };

    [Theory, InlineData(Subject.PartnerA), InlineData(Subject.PartnerB), InlineData(Subject.Couple), InlineData(Subject.Therapist)]
    public void Decide_Note_LiesUnderTheKeyOfTheOneItIsAbout(Subject about)
    {
        var written = Told.Held().Event<SessionNoteWritten>(Note with { About = about });

        Assert.Equal((about, 1, "She looked at the door."), (written.Subject, written.Note, written.Words));
        Assert.Null(written.Amends);
    }

    [Fact]
    public void Decide_SaidAnew_AmendsItsOwnAndStaysAboutTheSame()
    {
        var told = Told.Held().Do(Note).Do(Note with { About = Subject.Couple, Words = "Closer." });

        var anew = told.Event<SessionNoteWritten>(Note with { Note = 1, Words = "She looked at me." });
        Assert.Equal((told.Number - 1, 1), (anew.Amends!.Value, anew.Note));
        Assert.Equal("NOT001", told.Refusals(Note with { Note = 1, About = Subject.PartnerB }).Single().Code);
        Assert.Equal("NOT001", told.Refusals(Note with { Note = 3 }).Single().Code);
        Assert.Equal(["She looked at me.", "Closer."], told.With(anew).Case.FindSession(1)!.Notes.Select(one => one.Words));
    }

    [Fact]
    public void Decide_SaidAnewInAnotherWindow_IsRefused()
    {
        var told = Told.Held().Do(Note);
        var seen = told.Number;
        told.Do(Note with { Note = 1, Words = "First." });

        Assert.Equal(Told.Stale, told.Refusals(Note with { Note = 1, Words = "Second.", BasedOn = seen }).Single().Code);
    }

    [Fact]
    public void Decide_OfASessionNotHeld_IsRefused()
    {
        Assert.Equal("PLN002", Told.Begun().Refusals(Note).Single().Code);
        Assert.Equal("PLN002", Told.Begun().Refusals(new TakeUpTechnique { Session = 1, Technique = "chair-work" }).Single().Code);
        Assert.Equal("PLN002", Told.Begun().Refusals(new NoteCentre { Session = 1, Centre = Centre.Me }).Single().Code);
    }

    [Fact]
    public void Decide_NothingSaidOrATimeThatNoHourHas_IsRefusedAtOnce() =>
        Assert.Equal([("PRA020", "Into"), ("PRA023", "Words")], Told.Held().Refusals(Note with { Words = " ", Into = TimeSpan.FromHours(11) }));

    [Fact]
    public void Decide_TechniqueAndCentre_AreNotedWithTheirTime()
    {
        var told = Told.Held().Do(new TakeUpTechnique { Session = 1, Technique = "chair-work", Into = TimeSpan.FromMinutes(15) }).Do(new NoteCentre { Session = 1, Centre = Centre.TheMethod });

        Assert.Equal(("chair-work", TimeSpan.FromMinutes(15)), (told.Case.FindSession(1)!.TakenUp.Single().Technique, told.Case.FindSession(1)!.TakenUp.Single().Into!.Value));
        Assert.Equal((Centre.TheMethod, (TimeSpan?)null), (told.Case.FindSession(1)!.Centres.Single().Centre, told.Case.FindSession(1)!.Centres.Single().Into));
    }
}
