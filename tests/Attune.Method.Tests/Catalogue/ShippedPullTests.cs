using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

public sealed class ShippedPullTests
{
    /// <summary>
    /// The sixteen rows of the table from which the pulls were written: the own schemas; the end of the own chain; the drift toward the one who
    /// pulls. An empty field is where the table leaves it open ("any", "either", two ways at once).
    /// </summary>
    public static TheoryData<string, string, string, string> Table => new()
    {
        { "angry-child-at-me", "ab ei ds", "detached-protector", "Under" },
        { "contempt-in-the-room", "sb ma", "compliant-surrender", "Over" },        // under with the one who is attacked
        { "hostility-meets-anger", "ds fa us", "angry-child", "Over" },
        { "high-standing", "si as ds", "attention-seeker", "Over" },
        { "helpless-and-tearful", "ss", "", "Over" },
        { "critical-of-progress", "us fa", "perfectionistic-overcontroller", "" },
        { "grandiose-devaluing", "sb ds et", "compliant-surrender", "" },
        { "idealises-then-drops", "ab ss fa", "detached-protector", "Over" },
        { "trauma-told", "vh ei ma", "", "" },
        { "suicidal", "fa vh us", "", "" },
        { "threatening-violent", "ma vh sb", "compliant-surrender", "Over" },     // under with the one who is harmed
        { "harmed-by-the-partner", "pu ss ma", "punitive-parent", "Over" },
        { "silent-and-dragged-in", "fa ed as", "", "" },
        { "asks-for-a-verdict", "pu us sb", "punitive-parent", "Over" },
        { "pleases-and-praises", "as ds", "", "Over" },
        { "like-my-own-story", "", "", "" },
    };

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Theory, MemberData(nameof(Table))]
    public void Pull_OfEachRow_IsThatOfTheTable(string code, string ownSchemas, string endOfChain, string toward)
    {
        var pull = Shipped.Pull(code);

        Assert.Equal(ownSchemas.Length == 0 ? pull.OwnSchemas : ownSchemas.Split(' '), pull.OwnSchemas);
        Assert.Equal(endOfChain.Length == 0 ? pull.OwnChain[^1] : endOfChain, pull.OwnChain[^1]);
        Assert.Equal(toward.Length == 0 ? pull.TowardThisPartner.ToString() : toward, pull.TowardThisPartner.ToString());
        Assert.NotEqual(Involvement.Steady, pull.TowardThisPartner);
        Assert.True(pull.Signs.Length >= 3 && pull.Helps.Length >= 3);
    }

    [Fact]
    public void Pulls_Always_AreTheRowsOfTheTable() =>
        Assert.Equal(Table.Select(row => row.Data.Item1).Order(), Shipped.Pulls.Select(pull => pull.Code).Order());

    [Fact]
    public void Pulls_WhereSomebodyMayBeInDanger_SendToTheProtocolFirst() =>
        Assert.Equal(["suicidal", "threatening-violent", "harmed-by-the-partner"], Shipped.Pulls.Where(pull => pull.SafetyFirst).Select(pull => pull.Code));

    [Fact]
    public void Pulls_OfTheArticle_StandAsTheArticleTellsThem()
    {
        var fading = Shipped.Pull("angry-child-at-me");
        var fighting = Shipped.Pull("hostility-meets-anger");
        var courting = Shipped.Pull("high-standing");

        Assert.Equal((Involvement.Under, Involvement.Under), (fading.TowardThisPartner, fading.TowardTheOther));
        Assert.Equal((Involvement.Over, Involvement.Under), (courting.TowardThisPartner, courting.TowardTheOther));
        Assert.Equal([fading, fighting, courting], Shipped.Pulls.Where(pull => pull.Standing == Standing.Article));
    }
}
