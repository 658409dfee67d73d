using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Assessing;

public sealed class SetOwnChainTests
{
    private static readonly OwnChain Chain = new() { CopingMode = "avoidant-protector", ChildMode = "abused-child" };

    [Fact]
    public void Decide_PartLeftOut_StaysNotClearYet()
    {
        var set = Told.Begun().Event<OwnChainSet>(new SetOwnChain { Partner = Partner.B, EarlySchema = "ma", Chain = Chain });

        Assert.Equal((Subject.PartnerB, "ma", "avoidant-protector", null, "abused-child"), (set.Subject, set.EarlySchema, set.Chain.CopingMode, set.Chain.ParentMode, set.Chain.ChildMode));
    }

    [Fact]
    public void Decide_SetAgain_TheLaterHolds()
    {
        var told = Told.Begun().Do(new SetOwnChain { Partner = Partner.A, EarlySchema = "ma", Chain = Chain }).Do(new SetOwnChain { Partner = Partner.A, EarlySchema = "ma" });

        Assert.Equal(new OwnChain(), told.Case[Partner.A].Chains["ma"]);
        Assert.Empty(told.Case[Partner.B].Chains);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Decide_NobodyAndNoSchema_SaysBoth(string schema) => Assert.Equal(
        [("PRA021", "Partner"), ("PRA023", "EarlySchema")], Told.Begun().Refusals(new SetOwnChain { Partner = (Partner)0, EarlySchema = schema }));
}
