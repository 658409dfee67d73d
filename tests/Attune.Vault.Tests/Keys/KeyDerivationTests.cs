namespace Attune.Vault.Tests;

public sealed class KeyDerivationTests
{
    [Theory]
    [InlineData(8 * 1024 - 1, 3)]
    [InlineData(1024 * 1024 + 1, 3)]
    [InlineData(128 * 1024, 0)]
    [InlineData(128 * 1024, 11)]
    public void Constructor_OutsideTheBounds_Throws(int memoryKiB, int iterations) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyDerivation(memoryKiB, iterations));

    [Fact]
    public void Derive_AccentAsOneCharacterOrTwo_IsTheSameKey()
    {
        var salt = new byte[KeyDerivation.SaltLength];
        using var composed = TestRecord.Cheap.KeyDerivation.Derive("caf\u00e9", salt);
        using var decomposed = TestRecord.Cheap.KeyDerivation.Derive("cafe\u0301", salt);

        Assert.Equal(composed.Span, decomposed.Span);
    }

    /// <summary>The record's own earlier answer, not another tool's: were it ever another, every record that exists would stay shut.</summary>
    [Fact]
    public void Derive_KnownPassphrase_StaysTheSame()
    {
        using var key = TestRecord.Cheap.KeyDerivation.Derive("correct horse battery staple", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

        Assert.StartsWith("9aeef75313e585f492c33c5e12d82e9ad253b7dd78632d537e", Convert.ToHexStringLower(key.Span), StringComparison.Ordinal);
    }
}
