using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;
using static Attune.Method.Tests.SelfInsight.OwnSide;

namespace Attune.Method.Tests.SelfInsight;

public sealed class OwnCardTests
{
    private static MethodCatalogue Catalogue => MethodCatalogue.BuiltIn;

    [Fact]
    public void Of_WrittenCard_ShowsTheTherapistsOwnWordsAndChain()
    {
        var chain = new OwnChain { ChildMode = "lonely-child", CopingMode = "clown" };
        var card = OwnCard.Of(Therapist(Card("si") with { Chain = chain }), "si", Catalogue);

        Assert.Equal(("You are not one of them.", true, false), (card.WhatMyChildHears, card.IsWritten, card.IsChainProposed));
        Assert.Equal(chain, card.Chain);
    }

    [Fact]
    public void Of_NoChainWritten_ProposesThatOfTheUsualPull()
    {
        var card = OwnCard.Of(Therapist(Card("si")), "si", Catalogue);

        Assert.Equal((new OwnChain { ChildMode = "lonely-child", CopingMode = "attention-seeker" }, true), (card.Chain, card.IsChainProposed));
    }

    [Fact]
    public void Of_NothingWritten_IsAnEmptyCard()
    {
        var card = OwnCard.Of(Therapist(), "zz", Catalogue);

        Assert.Equal((false, new OwnChain()), (card.IsWritten, card.Chain));
    }

    [Fact]
    public void Of_WrittenAnew_ShowsTheLatest() =>
        Assert.Equal("Warm hands.", OwnCard.Of(Therapist(Card("si"), Card("si") with { WhatSoothesMe = "Warm hands." }), "si", Catalogue).WhatSoothesMe);

    // In Modify there is one card: that of the schema this partner pulls on, else of the strongest own one that has a card.
    [Fact]
    public void ToShow_SeveralCards_TakesTheOnePulledOnElseTheHighest()
    {
        var therapist = Therapist(Scores(("us", 5), ("si", 4.5), ("fa", 4.4), ("ed", 2)), Card("ed"), Card("fa"), Card("si"));

        Assert.Equal("fa", OwnCard.ToShow(therapist, ["ab", "fa"], Catalogue)!.EarlySchema);
        Assert.Equal("si", OwnCard.ToShow(therapist, ["ab"], Catalogue)!.EarlySchema);
        Assert.Equal("ed", OwnCard.ToShow(Therapist(Card("ed")), [], Catalogue)!.EarlySchema);
    }

    // Not ours in its place: without an own card the exercise stands alone.
    [Fact]
    public void ToShow_NothingWritten_IsNone() =>
        Assert.Null(OwnCard.ToShow(Therapist(Scores(("si", 5)), new OwnCardWritten { At = At, EarlySchema = "si" }), ["si"], Catalogue));

    [Fact]
    public void Wanted_Always_AreTheRelevantAndTheWritten() =>
        Assert.Equal(["us", "si", "ed"], OwnCard.Wanted(Therapist(Scores(("si", 4), ("us", 4.4), ("fa", 3.9)), Card("ed"), Card("si"))));

    private static OwnCardWritten Card(string schema) => new() { At = At, EarlySchema = schema, WhatMyChildHears = "You are not one of them." };
}
