using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>The portraits against the table from which they were written: schema by schema, as far as the table names something.</summary>
public sealed class ShippedPortraitTests
{
    /// <summary>
    /// Task, goal and bond; whether it is told. Then the modes: child; parent; surrender, avoidance and overcompensation toward the therapist.
    /// A stroke is where the table describes a behaviour and names no mode; an empty parent is "none typical"; "as is" is a child with no coping before it.
    /// </summary>
    public static TheoryData<string, double, double, double, Telling, string, string, string, string, string> Table => new()
    {
        { "ed", .4, .2, .9, Telling.Silent, "lonely-child angry-child", "", "compliant-surrender", "detached-protector detached-self-soother", "attention-seeker" },
        { "ma", .6, .4, .9, Telling.SilentUntilSudden, "abused-child", "punitive-parent", "compliant-surrender", "suspicious-overcontroller avoidant-protector angry-protector", "bully-and-attack" },
        { "ab", .2, .3, .9, Telling.Told, "abandoned-child", "", "reassurance-seeker", "detached-protector", "hyper-autonomous bully-and-attack" },
        { "ds", .7, .3, .7, Telling.Silent, "ashamed-child", "punitive-parent", "compliant-surrender", "detached-protector avoidant-protector", "self-aggrandizer perfectionistic-overcontroller" },
        { "si", .3, .2, .7, Telling.Silent, "excluded-child", "", "-", "avoidant-protector", "attention-seeker clown" },
        { "di", .7, .3, .4, Telling.Told, "helpless-child", "demanding-parent", "compliant-surrender reassurance-seeker", "-", "hyper-autonomous" },
        { "vh", .7, .2, .4, Telling.Told, "frightened-child", "", "reassurance-seeker", "avoidant-protector", "daredevil perfectionistic-overcontroller" },
        { "em", .4, .7, .4, Telling.Silent, "fused-child", "guilt-inducing-parent", "-", "-", "hyper-autonomous" },
        { "fa", .8, .3, .3, Telling.Silent, "ashamed-child", "demanding-parent punitive-parent", "-", "avoidant-protector detached-self-soother", "perfectionistic-overcontroller" },
        { "et", .5, .8, .5, Telling.Told, "spoiled-child grandiose-child lonely-child", "", "as is", "-", "self-aggrandizer bully-and-attack" },
        { "is", .8, .4, .3, Telling.Told, "impulsive-child undisciplined-child", "punitive-parent", "as is", "detached-self-soother", "perfectionistic-overcontroller" },
        { "sb", .6, .7, .5, Telling.Silent, "controlled-child rebellious-child", "punitive-parent guilt-inducing-parent", "compliant-surrender", "detached-protector", "bully-and-attack" },
        { "ss", .3, .4, .5, Telling.Silent, "unseen-child", "guilt-inducing-parent", "-", "detached-protector", "hyper-autonomous" },
        { "as", .4, .4, .6, Telling.Silent, "unseen-child", "demanding-parent", "-", "-", "-" },
        { "np", .4, .6, .3, Telling.Told, "worried-child", "demanding-parent", "-", "detached-protector", "pollyanna" },
        { "ei", .8, .2, .4, Telling.Silent, "inhibited-child", "demanding-parent punitive-parent", "-", "detached-protector", "-" },
        { "us", .6, .6, .4, Telling.Told, "driven-child", "demanding-parent", "perfectionistic-overcontroller", "-", "slacker" },
        { "pu", .3, .8, .5, Telling.Told, "guilty-child", "punitive-parent", "-", "detached-protector", "-" },
    };

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Theory, MemberData(nameof(Table))]
    public void Portrait_OfEachSchema_IsThatOfTheTable(
        string code, double task, double goal, double bond, Telling telling, string child, string parent, string surrender, string avoidance, string over)
    {
        var portrait = Shipped.Schema(code).Portrait!;

        Assert.Equal(new AreaStrengths(task, goal, bond), portrait.Strengths);
        Assert.Equal(telling, portrait.Telling);
        Assert.Empty(child.Split(' ').Except(portrait.ChildModes));
        Assert.Equal(child.Split(' ')[0], portrait.ChildModes[0]);
        Assert.Equal(parent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), portrait.ParentModes.Order());
        AssertWay(surrender, portrait.Surrender);
        AssertWay(avoidance, portrait.Avoidance);
        AssertWay(over, portrait.Overcompensation);
    }

    [Fact]
    public void Table_Rows_AreAllEighteen() => Assert.Equal(Shipped.Schemas.Select(schema => schema.Code).Order(), Table.Select(row => row.Data.Item1).Order());

    [Fact]
    public void EarlySigns_OfEachPortrait_AreOneOrTwoInEachChannelInTheirOrder()
    {
        Assert.All(Shipped.WrittenSchemas, schema =>
        {
            var signs = schema.Portrait!.EarlySigns.GroupBy(sign => sign.Channel).ToList();
            Assert.Equal(Shipped.Channels.Select(channel => channel.Code), signs.Select(channel => channel.Key));
            Assert.All(signs, channel => Assert.InRange(channel.Count(), 1, 2));
            Assert.Equal(signs.SelectMany(channel => channel), schema.Portrait.EarlySigns);
        });
    }

    [Fact]
    public void Portrait_OfEachSchema_IsWhole()
    {
        Assert.All(Shipped.WrittenSchemas, schema =>
        {
            var portrait = schema.Portrait!;
            Assert.Equal([CopingStyle.Surrender, CopingStyle.Avoidance, CopingStyle.Overcompensation], portrait.WaysOfCoping.Select(way => way.Style));
            Assert.InRange(portrait.Triggers.Length, 5, 12);
            Assert.Contains(portrait.Triggers, trigger => !trigger.ByAttune);
            Assert.InRange(portrait.Guidance.Prepare.Length, 2, 5);
            Assert.InRange(portrait.Guidance.MeetsNeed.Length, 2, 5);
            Assert.NotEqual(1, portrait.Kinds.Length);      // one kind alone tells nothing apart
            Assert.Distinct(portrait.Kinds.Select(kind => kind.Code));
        });
    }

    [Theory]
    [InlineData("ed", "eyes-on-screen")]
    [InlineData("ma", "straps-and-codes")]
    [InlineData("ma", "private-answers")]
    [InlineData("ds", "own-profile")]
    [InlineData("vh", "strap-and-pulse")]
    [InlineData("fa", "scale-and-chart")]
    [InlineData("us", "tool-fails-first-time")]
    public void Triggers_WhereTheProgramItselfIsOne_SaySo(string schema, string trigger) =>
        Assert.True(Shipped.Schema(schema).Portrait!.Triggers.Single(each => each.Code == trigger).ByAttune);

    [Theory]
    [InlineData("et", "few-limits", "fragile")]
    [InlineData("ei", "shy-of-showing", "shy-of-being-found-wanting", "shy-of-not-belonging")]
    [InlineData("pu", "turned-inward", "turned-outward", "wronged-in-fact")]
    public void Kinds_WhereOneAnswerWouldBeWrong_AreToldApart(string schema, params string[] kinds) =>
        Assert.Equal(kinds, Shipped.Schema(schema).Portrait!.Kinds.Select(kind => kind.Code));

    [Fact]
    public void Triggers_Always_BreakWhereTheirSchemaBears() =>
        Assert.All(Shipped.WrittenSchemas, schema => Assert.All(schema.Portrait!.Triggers, trigger =>
            Assert.All(trigger.Areas, area => Assert.True(schema.Portrait.Strengths.In(area) > 0))));

    private static void AssertWay(string table, WayOfCoping way)
    {
        if (table is "as is")
            Assert.True(way.IsAsIs && way.Modes.IsEmpty);
        else if (table is not "-")
            Assert.Empty(table.Split(' ').Except(way.Modes));
    }
}
