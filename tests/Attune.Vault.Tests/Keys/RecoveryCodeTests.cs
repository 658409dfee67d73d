namespace Attune.Vault.Tests;

public sealed class RecoveryCodeTests
{
    private static readonly Gen<string> Codes = Gen.Int.Select(_ => RecoveryCode.New());

    [Fact]
    public void New_Always_IsSixGroupsOfFiveUnmistakableLetters()
    {
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$", RecoveryCode.New());
        Assert.NotEqual(RecoveryCode.New(), RecoveryCode.New());
    }

    [Fact]
    public void Parse_CaseSpacesDashesLookAlikes_AreForgiven() => Codes.Sample(code =>
    {
        string typed = code.ToLowerInvariant().Replace("-", " \u2013 ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'I').Replace('v', 'u');
        return RecoveryCode.Parse(code)!.SequenceEqual(RecoveryCode.Parse(typed)!);
    });

    [Fact]
    public void IsWellTyped_OneLetterWrong_IsFalse()
    {
        // The checksum misses one slip in a million: a fixed code keeps the answer fixed.
        const string Code = "00000-00000-00000-00000-00000-0";
        string code = Enumerable.Range(0, 1 << 20)
            .Select(check => Code + string.Concat(new[] { 15, 10, 5, 0 }.Select(shift => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(check >> shift) & 31])))
            .First(RecoveryCode.IsWellTyped);
        var wrong =
            from at in Enumerable.Range(0, code.Length)
            where code[at] != '-'
            from letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            where letter != code[at]
            select code[..at] + letter + code[(at + 1)..];

        Assert.DoesNotContain(wrong, RecoveryCode.IsWellTyped);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("!!!!!-!!!!!-!!!!!-!!!!!-!!!!!-!!!!!")]
    public void IsWellTyped_NoCode_IsFalse(string typed) => Assert.False(RecoveryCode.IsWellTyped(typed));

    [Fact]
    public void IsWellTyped_OneLetterMore_IsFalse() => Assert.False(RecoveryCode.IsWellTyped(RecoveryCode.New() + "0"));
}
