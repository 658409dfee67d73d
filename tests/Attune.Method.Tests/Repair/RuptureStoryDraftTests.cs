using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;

namespace Attune.Method.Tests.Repair;

public sealed class RuptureStoryDraftTests
{
    [Fact]
    public void Of_AllFieldsKnown_TellsItInThreeSentences() => Assert.Equal(
        new RuptureStory(
            "In session 3 something went wrong between us, around “Money”: with what we did, and with how you felt met by me.",
            "It touched something that you know from before, and that makes sense: you have learnt to look twice, because people who should have been safe were not.",
            "What you needed from me: “To be asked first.”"),
        Draft(new RuptureFormulation
        {
            Areas = [RuptureArea.Bond, RuptureArea.Task],
            EarlySchemas = ["ds", "ma"],
            PrimarySchema = "ma",
            Need = " To be asked first. ",
            Occasion = "fee",
        }));

    [Fact]
    public void Of_NothingClearYet_SaysWhatItDoesNotKnow() => Assert.Equal(
        new RuptureStory(
            "In session 3 something went wrong between us.", "I do not know yet what it touched in you, and I would like to.",
            "What you needed from me I would like to hear from you."),
        Draft(new RuptureFormulation()));

    [Fact]
    public void Of_NeedNotNamed_ProposesTheSchemas() => Assert.Equal(
        "What you may have needed from me: to be safe, to know what is going on, and to have a say in it.",
        Draft(new RuptureFormulation { EarlySchemas = ["ma"] }).Needed);

    // Several schemas and no primary: none is picked for them.
    [Fact]
    public void Of_SeveralSchemasAndNoPrimary_PicksNone() =>
        Assert.StartsWith("I do not know yet", Draft(new RuptureFormulation { EarlySchemas = ["ma", "ds"] }).Touched, StringComparison.Ordinal);

    // Whose of the two the schema and the need are is not on record.
    [Fact]
    public void Of_RuptureOfBoth_NamesNeitherSchemaNorNeed()
    {
        var draft = Draft(new RuptureFormulation { EarlySchemas = ["ma"], PrimarySchema = "ma", Need = "To be asked.", Areas = [RuptureArea.Bond] }, RuptureOwner.Both);

        Assert.Equal("It touched something in each of you, and I would like to understand what.", draft.Touched);
        Assert.Equal("What each of you needed from me I would like to hear from you.", draft.Needed);
        Assert.Contains("each of you felt met", draft.Happened, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NeedThatRepeatsWhatWasToldInPrivate_LeavesItOut() => Assert.DoesNotContain(
        "fast", Draft(new RuptureFormulation { Need = "It went too fast for me." }, told: ["It went too fast for me, and I could not say it."]).Needed, StringComparison.Ordinal);

    [Fact]
    public void Of_CodesThatThisCatalogueDoesNotKnow_AreSteppedOver() =>
        Assert.Equal(Draft(new RuptureFormulation()), Draft(new RuptureFormulation { EarlySchemas = ["zz"], PrimarySchema = "zz", Occasion = "eclipse" }));

    /// <summary>Every schema, area and occasion there is: the draft holds no code, no forbidden word, no number but the session's.</summary>
    [Fact]
    public void Of_EveryFieldOfTheCatalogue_IsPlain()
    {
        var catalogue = RuptureAtHand.Catalogue;
        foreach (var schema in catalogue.Schemas)
        {
            foreach (var occasion in catalogue.Occasions)
            {
                var formulation = new RuptureFormulation
                {
                    Areas = [.. Enum.GetValues<RuptureArea>()],
                    PrimarySchema = schema.Code,
                    EarlySchemas = [schema.Code],
                    Occasion = occasion.Code,
                    CopingMode = "bully-and-attack",
                    ParentMode = "punitive-parent",
                };
                var draft = Draft(formulation);
                var told = RuptureAtHand.Of(formulation: formulation).Story(draft.Happened, draft.Touched, draft.Needed);

                Assert.Empty(told.Read((couple, rupture) => StoryRemarks.Of(couple, rupture, catalogue)));
                Assert.Equal(["3"], (draft.Happened + draft.Touched + draft.Needed).Where(char.IsDigit).Select(digit => digit.ToString()));
            }
        }
    }

    private static RuptureStory Draft(RuptureFormulation formulation, RuptureOwner owner = RuptureOwner.A, params ImmutableArray<string> told) =>
        RuptureAtHand.Of(owner, formulation).Read((_, rupture) => RuptureStoryDraft.Of(rupture, RuptureAtHand.Catalogue, told));
}
