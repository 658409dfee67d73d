using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Therapists;

public sealed class OwnReactionCommandsTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    private static NoteOwnReaction Note => new() { Session = 1, Toward = ReactionToward.A, Direction = Involvement.Under };

    [Fact]
    public void Note_EachNewOne_CountsOnInTheCompartment()
    {
        var told = Told.Held();
        var events = new[] { told.Event<OwnReactionNoted>(Note), told.Do(Note).Event<OwnReactionNoted>(Note with { Toward = ReactionToward.B }) };

        Assert.Equal([1, 2], events.Select(one => one.Reaction));
        Assert.All(events, one => Assert.Equal((Subject.Therapist, ReactionStrength.Subtle), (one.Subject, one.Strength)));
    }

    // Something is there, and which way it pulls is not known: kept as such, and no refusal.
    [Fact]
    public void Note_NotClearYet_IsKeptAsSuchAndIsNoDirection()
    {
        var told = Told.Held().Do(Note with { Direction = Involvement.Unclear, Feeling = "angry" });

        var reading = CoupleViews.Of(told.Case, MethodCatalogue.BuiltIn, own: null).OwnSide.Reading;
        Assert.Empty(reading.Directed);
        Assert.Equal([Partner.A], Assert.Single(reading.Episodes).Toward);
    }

    [Fact]
    public void Note_SaidAnew_AmendsAndMayTakeItBack()
    {
        var told = Told.Held().Do(Note);
        var again = told.Event<OwnReactionNoted>(Note with { Reaction = 1, WhoseFeeling = FeelingOf.BetweenThem, Direction = Involvement.Steady });

        Assert.Equal((1, 5), (again.Reaction, again.Amends));
        Assert.Empty(CoupleViews.Of(told.With(again).Case, MethodCatalogue.BuiltIn, own: null).OwnSide.Reactions);
    }

    [Fact]
    public void Note_SaidAnewMeanwhile_IsStale()
    {
        var told = Told.Held().Do(Note);
        var seen = told.Number;

        Assert.Equal([(Told.Stale, null)], told.Do(Note with { Reaction = 1 }).Refusals(Note with { Reaction = 1, BasedOn = seen }));
    }

    [Fact]
    public void Note_NotOffered_SaysAllAtOnce()
    {
        Assert.Equal(
            [("PRA021", "Toward"), ("OWN002", "Direction"), ("PRA021", "Strength"), ("PRA022", "Feeling"), ("PRA021", "Manner"), ("PRA021", "WhoseFeeling")],
            Told.Held().Refusals(Note with
            {
                Toward = default,
                Direction = Involvement.Steady,
                Strength = default,
                Feeling = new string('x', 61),
                Manner = (ReactionManner)9,
                WhoseFeeling = (FeelingOf)9,
            }));
        Assert.Equal([("PLN002", null)], Told.Held().Refusals(Note with { Session = 2 }));
        Assert.Equal([("OWN001", "Reaction")], Told.Held().Refusals(Note with { Reaction = 1 }));
    }

    [Fact]
    public void Settle_AGuess_ConfirmsOrStrikesIt()
    {
        var told = Told.Held().Do(Note with { WhoseFeeling = FeelingOf.AUnspoken }).Do(new SettleFeelingGuess { Reaction = 1, Confirmed = true });

        Assert.Equal(1, Assert.Single(CoupleViews.Of(told.Case, MethodCatalogue.BuiltIn, own: null).OwnSide.Reading.Guesses).Confirmed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(FeelingOf.CannotTell)]
    public void Settle_NothingGuessed_IsRefused(FeelingOf? whose)
    {
        Assert.Equal([("OWN003", null)], Told.Held().Do(Note with { WhoseFeeling = whose }).Refusals(new SettleFeelingGuess { Reaction = 1, Confirmed = true }));
        Assert.Equal([("OWN001", "Reaction")], Told.Held().Refusals(new SettleFeelingGuess { Reaction = 1, Confirmed = true }));
    }

    // What the partners did is about them, and goes with them.
    [Fact]
    public void Trace_ThreeLines_LieUnderThreeKeys()
    {
        var trace = new TraceReaction { Reaction = 1, WhatADid = " Looked away. ", WhatBDid = "Laughed.", WhatItTells = "She leaves, he makes light of it." };
        var events = Told.Held().Do(Note).Events(trace).Cast<ReactionTraced>().ToArray();

        Assert.Equal([Subject.PartnerA, Subject.PartnerB, Subject.Couple], events.Select(one => one.Subject));
        Assert.Equal("Looked away.", events[0].Words);
        Assert.Single(Told.Held().Do(Note).Events(trace with { WhatADid = " ", WhatBDid = null }));
    }

    [Fact]
    public void Trace_NothingOrTooMuch_IsRefused()
    {
        var told = Told.Held().Do(Note);

        Assert.Equal([("OWN004", "WhatADid")], told.Refusals(new TraceReaction { Reaction = 1, WhatBDid = "  " }));
        Assert.Equal([("PRA022", "WhatItTells")], told.Refusals(new TraceReaction { Reaction = 1, WhatItTells = new string('x', 1_001) }));
        Assert.Equal([("OWN001", "Reaction")], told.Refusals(new TraceReaction { Reaction = 2, WhatADid = "x" }));
    }

    [Fact]
    public async Task WriteCard_OwnCard_IsKeptAndShown()
    {
        Done(await _practice.Therapist.WriteCard(_practice.Own, new WriteOwnCard { EarlySchema = "si", WhatMyAdultAnswers = "I may be in the middle." }));

        var card = Assert.Single((await _practice.Therapist.SeeProfile(_practice.Own)).Cards, one => one.EarlySchema == "si");
        Assert.Equal(("I may be in the middle.", true), (card.WhatMyAdultAnswers, card.IsWritten));
        Assert.Equal("PRA023", Code(await _practice.Therapist.WriteCard(_practice.Own, new WriteOwnCard { EarlySchema = " " })));
        Assert.Equal("PRA022", Code(await _practice.Therapist.WriteCard(_practice.Own, new WriteOwnCard { EarlySchema = "si", WhatSoothesMe = new string('x', 501) })));
    }
}
