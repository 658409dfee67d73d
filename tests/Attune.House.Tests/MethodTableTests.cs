namespace Attune.House.Tests;

/// <summary>docs/method.md says where each of the article's points lives; what it names exists.</summary>
public sealed class MethodTableTests
{
    private static readonly Lazy<string> Table = new(() => Tree.Read("docs/method.md"));

    [Fact]
    public void MethodTable_EveryPoint_IsWhereItSays() => Assert.Empty(MethodTable.Faults(Table.Value));

    [Theory]
    [InlineData("`Ease`", "`Eese`", "point 1 names 'Eese', which is not there")]
    [InlineData("`technique chair-work`", "`technique chair-play`", "point 19 names 'technique chair-play', which is not there")]
    [InlineData("`/me/cards`", "`/me/caards`", "point 47 names '/me/caards', which is not there")]
    [InlineData("*self-insight* |\n| 2 ", "*somewhere* |\n| 2 ", "point 1 waits for 'somewhere', which is no issue")]
    [InlineData("| 67 | Own history: a private page per schema | comes with *self-insight* |\n", "", "point 67 has no row")]
    [InlineData("| 43 | Subtle or pronounced | `ReactionStrength` |", "| 43 | Subtle or pronounced | somewhere |", "point 43 names nothing")]
    [InlineData("| 31 |", "| 30 |", "point 31 has no row")]
    public void MethodTable_SomethingWrong_IsCaught(string before, string after, string fault)
    {
        Assert.Contains(before, Table.Value, StringComparison.Ordinal);
        Assert.Contains(fault, MethodTable.Faults(Table.Value.Replace(before, after, StringComparison.Ordinal)));
    }

    [Fact]
    public void MethodTable_PointTwice_IsCaught() =>
        Assert.Contains("point 30 has 2 rows", MethodTable.Faults(Table.Value.Replace("| 31 |", "| 30 |", StringComparison.Ordinal)));
}
