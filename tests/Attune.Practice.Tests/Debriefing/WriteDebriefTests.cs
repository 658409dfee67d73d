using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Debriefing;
using Attune.Practice.Planning;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Debriefing;

public sealed class WriteDebriefTests
{
    [Fact]
    public void Decide_HeldSession_IsThreeEventsUnderThreeSubjects()
    {
        var events = Told.Held().Events(new WriteDebrief
        {
            Session = 1,
            A = new PartnerPart { Task = 5, Tension = true, TensionStrength = 4, Owed = "  Ask first.  " },
            B = new PartnerPart { Owed = "   " },
            Own = new OwnPart { WithA = Presence.WithEffort, Note = "too fast" },
        });

        Assert.Equal([Subject.PartnerA, Subject.PartnerB, Subject.Therapist], events.Select(happened => happened.Subject));
        Assert.Equal("Ask first.", Assert.IsType<PartnerDebriefed>(events[0]).Owed);
        Assert.Null(Assert.IsType<PartnerDebriefed>(events[1]).Owed);
        Assert.Equal("too fast", Assert.IsType<TherapistDebriefed>(events[2]).Note);
        Assert.All(events, happened => Assert.Null(happened.Amends));
    }

    // Moment 5.
    [Fact]
    public void Decide_FarFromOneAndCloseToTheOther_AddsTwoOwnReactions()
    {
        var command = new WriteDebrief { Session = 1, Own = new OwnPart { WithA = Presence.FarFrom, WithB = Presence.TooClose } };
        var told = Told.Held();
        var events = told.Events(command);

        Assert.Equal([Involvement.Under, Involvement.Over], events.Skip(3).Cast<OwnReactionNoted>().Select(one => one.Direction));
        Assert.All(events.Skip(3), happened => Assert.Equal(Subject.Therapist, happened.Subject));
        Assert.DoesNotContain(events, happened => happened is ArousalNoted);
        Assert.Equal(3, told.Do(command).Events(command).Length);
    }

    [Fact]
    public void Decide_LaterWithNothingSaid_OnlyWaits()
    {
        var told = Told.Held();

        Assert.Equal(1, told.Event<DebriefPutOff>(new WriteDebrief { Session = 1, Later = true }).Session);
        Assert.NotNull(told.Do(new WriteDebrief { Session = 1, Later = true }).Case.FindSession(1)!.DebriefPutOffAt);
        Assert.Null(told.Case.FindSession(1)!.TherapistDebrief);
    }

    [Fact]
    public void Decide_LaterWithSomethingSaid_KeepsThatUnderItsOwnKeyAndWaits()
    {
        var told = Told.Held();
        var later = new WriteDebrief { Session = 1, Later = true, B = new PartnerPart { Owed = "A call." } };

        Assert.Equal([Subject.PartnerB, Subject.Therapist], told.Events(later).Select(one => one.Subject));
        told.Do(later);
        Assert.Equal("A call.", told.Case.FindSession(1)![Partner.B].Debrief!.Owed);
        // Taken out again, still for later: it must not stand.
        told.Do(later with { B = new PartnerPart() });
        Assert.Null(told.Case.FindSession(1)![Partner.B].Debrief!.Owed);
        Assert.NotNull(told.Case.FindSession(1)!.DebriefPutOffAt);
        told.Do(later with { Later = false });
        Assert.Null(told.Case.FindSession(1)!.DebriefPutOffAt);
    }

    [Fact]
    public void Decide_LaterAfterAWholeOne_WaitsAgain()
    {
        var told = Told.Held().Do(new WriteDebrief { Session = 1, Own = new OwnPart { Note = "Slower." } });

        told.Do(new WriteDebrief { Session = 1, Later = true, Own = new OwnPart { Note = "Slower, and softer." } });

        Assert.Equal("Slower, and softer.", told.Case.FindSession(1)!.TherapistDebrief!.Note);
        Assert.NotNull(told.Case.FindSession(1)!.DebriefPutOffAt);
    }

    [Fact]
    public void Decide_WrittenAgain_EachAmendsItsOwn()
    {
        var told = Told.Held().Do(new WriteDebrief { Session = 1 });

        Assert.Equal([5L, 6L, 7L], told.Events(new WriteDebrief { Session = 1 }).Select(happened => happened.Amends!.Value));
    }

    [Fact]
    public void Decide_EverythingOutOfRange_SaysAllAtOnce()
    {
        var part = new PartnerPart { Task = 0, Goal = 8, GuessedBond = -1, TensionStrength = 6, Owed = new string('x', 1_001) };

        var refusals = Told.Held().Refusals(new WriteDebrief
        {
            Session = 1,
            A = part,
            B = part,
            Own = new OwnPart
            {
                WithA = (Presence)9,
                WithB = (Presence)9,
                AtCentre = (Centre)9,
                GotCare = (CareGiven)9,
                Note = new string('x', 4_001),
            },
        });

        string[] fields = ["Task", "Goal", "GuessedBond", "TensionStrength", "Owed"];
        Assert.Equal(
            [
                .. fields.Select(field => (field == "Owed" ? "PRA022" : "PRA020", $"A.{field}")),
                .. fields.Select(field => (field == "Owed" ? "PRA022" : "PRA020", $"B.{field}")),
                ("PRA021", "Own.WithA"), ("PRA021", "Own.WithB"), ("PRA021", "Own.AtCentre"), ("PRA021", "Own.GotCare"), ("PRA022", "Note"),
            ],
            refusals);
    }

    [Fact]
    public void Decide_EaseDosesAndFourWords_LieWithTheOneTheyAreAbout()
    {
        var events = Told.Held().Events(new WriteDebrief
        {
            Session = 1,
            A = new PartnerPart { Ease = Ease.CouldNot, SharedView = 3, Doses = ImmutableSortedDictionary<string, Dose>.Empty.Add("chair-work", Dose.TooMuch) },
            Own = new OwnPart { Transparency = ["why"], Coal = ImmutableSortedDictionary<string, int>.Empty.Add("curious", 0) },
        });

        var ofA = Assert.IsType<PartnerDebriefed>(events[0]);
        var own = Assert.IsType<TherapistDebriefed>(events[2]);
        Assert.Equal((Ease.CouldNot, 3, Dose.TooMuch), (ofA.Ease, ofA.SharedView, ofA.Doses["chair-work"]));
        Assert.Equal(["why"], own.Transparency);
        Assert.Equal(0, own.Coal["curious"]);
        Assert.Null(Assert.IsType<PartnerDebriefed>(events[1]).Ease);
    }

    [Fact]
    public void Decide_NewPartsOutOfRange_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "A.Ease"), ("PRA020", "A.SharedView"), ("PRA020", "Coal.open")],
        Told.Held().Refusals(new WriteDebrief
        {
            Session = 1,
            A = new PartnerPart { Ease = (Ease)9, SharedView = 11 },
            Own = new OwnPart { Coal = ImmutableSortedDictionary<string, int>.Empty.Add("open", 4) },
        }));

    [Fact]
    public void Decide_PlannedAndNotHeld_IsRefused() =>
        Assert.Equal([("PLN002", null)], Told.Begun().Do(new PlanSession { Session = 1 }).Refusals(new WriteDebrief { Session = 1 }));

    [Fact]
    public void Decide_DebriefedMeanwhile_IsStale()
    {
        var told = Told.Held(2);
        var seen = told.Number;
        told.Do(new WriteDebrief { Session = 1 });

        Assert.Equal([(Told.Stale, null)], told.Refusals(new WriteDebrief { Session = 1, BasedOn = seen }));
        Assert.Equal(3, told.Events(new WriteDebrief { Session = 2, BasedOn = seen }).Length);
    }
}
