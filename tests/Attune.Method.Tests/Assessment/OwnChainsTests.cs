using System.Collections.Immutable;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Assessment;

public sealed class OwnChainsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static EarlySchema Mistrust => MethodCatalogue.BuiltIn.Schema("ma");

    [Fact]
    public void Of_NothingKnown_SuggestsChildAndParentAndLeavesTheCopingOpen()
    {
        var chain = Read();

        Assert.Equal(new ChainPart("abused-child", ChainSource.FromCatalogue), chain.Child);
        Assert.Equal(new ChainPart("punitive-parent", ChainSource.FromCatalogue), chain.Parent);
        Assert.Null(chain.Coping);
        Assert.Null(chain.Way);
    }

    [Fact]
    public void Of_ModeScores_TakesTheHighestOfThoseThatGoWithTheSchema()
    {
        var chain = Read(new PartnerAssessed
        {
            At = At,
            Partner = Partner.A,
            SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("bully-and-attack", 4.1).Add("compliant-surrender", 3).Add("detached-protector", 5.5),
        });

        Assert.Equal(new ChainPart("bully-and-attack", ChainSource.FromScores), chain.Coping);
        Assert.Equal(CopingStyle.Overcompensation, chain.Way);
    }

    // The inventory has one scale for the hurt child; its forms are scored by it.
    [Fact]
    public void Of_ScoreOfTheWiderMode_SpeaksForItsForm() => Assert.Equal(
        new ChainPart("abused-child", ChainSource.FromScores),
        Read(new PartnerAssessed { At = At, Partner = Partner.A, SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("vulnerable-child", 4) }).Child);

    [Fact]
    public void Of_SeenTwice_GoesBeforeTheScores()
    {
        var assessed = new PartnerAssessed { At = At, Partner = Partner.A, SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("bully-and-attack", 5) };

        Assert.Equal(ChainSource.FromScores, Read(assessed, Seen("avoidant-protector", "ma")).Coping!.From);
        Assert.Equal(new ChainPart("avoidant-protector", ChainSource.FromMarks), Read(assessed, Seen("avoidant-protector", "ma"), Seen("avoidant-protector", null)).Coping);
    }

    [Fact]
    public void Of_SeenWhileAroused_CountsHalf()
    {
        var aroused = Seen("avoidant-protector", "ma") with { WhileAroused = true };

        Assert.Null(Read(aroused, aroused, aroused).Coping);
        Assert.NotNull(Read(aroused, aroused, aroused, aroused).Coping);
    }

    [Fact]
    public void Of_SeenWithAnotherSchema_SaysNothingAboutThisOne() => Assert.Null(Read(Seen("avoidant-protector", "ed"), Seen("avoidant-protector", "ed")).Coping);

    [Fact]
    public void Of_SetByTheTherapist_GoesBeforeEverythingAndNotClearStaysNotClear()
    {
        var chain = Read(
            Seen("avoidant-protector", "ma"), Seen("avoidant-protector", "ma"),
            new OwnChainSet { At = At, Partner = Partner.A, EarlySchema = "ma", Chain = new OwnChain { CopingMode = "compliant-surrender" } });

        Assert.Equal(new ChainPart("compliant-surrender", ChainSource.SetByTherapist), chain.Coping);
        Assert.Equal((null, null, CopingStyle.Surrender), (chain.Child, chain.Parent, chain.Way));
    }

    [Fact]
    public void Of_TheOthersMarks_ChangeNothing() => RandomCourses.Events.Sample(events =>
    {
        var withBoth = OwnChains.Of(CoupleCase.Fold(events), Partner.A, Mistrust, MethodCatalogue.BuiltIn);
        var alone = OwnChains.Of(CoupleCase.Fold(events.Where(one => one.Subject != Subject.PartnerB)), Partner.A, Mistrust, MethodCatalogue.BuiltIn);
        return withBoth == alone;
    });

    [Fact]
    public void OfTherapist_OwnCard_HoldsTheChain()
    {
        var therapist = new TherapistProfile();
        therapist.Apply(1, new OwnCardWritten { At = At, EarlySchema = "si", Chain = new OwnChain { ChildMode = "excluded-child", CopingMode = "attention-seeker" } });

        var chain = OwnChains.OfTherapist(therapist, MethodCatalogue.BuiltIn.Schema("si"), MethodCatalogue.BuiltIn)!;
        Assert.Equal(new ChainPart("attention-seeker", ChainSource.SetByTherapist), chain.Coping);
    }

    private static MarkPlaced Seen(string mode, string? schema) =>
        new() { At = At, Session = 1, Partner = Partner.A, Kind = MarkKind.Mode, Code = mode, EarlySchema = schema };

    private static ReadChain Read(params CaseEvent[] events) => OwnChains.Of(CoupleCase.Fold(events), Partner.A, Mistrust, MethodCatalogue.BuiltIn)!;
}
