using System.Security.Cryptography;
using System.Text;

namespace Attune.Vault;

/// <summary>
/// The printed recovery code: 26 random letters (130 bits) and 4 of a checksum in groups of five, in Crockford's base 32 (no I, L, O, U).
/// Reading forgives case, spaces, dashes and look-alikes.
/// </summary>
public static class RecoveryCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int RandomLetters = 26;
    private const int CheckLetters = 4;
    private const int GroupLength = 5;

    /// <summary>Whether this can be a code at all: false means a slip in typing (missed once in a million), true says nothing of any record.</summary>
    public static bool IsWellTyped(string typed) => Parse(typed) is not null;

    internal static string New()
    {
        var random = RandomNumberGenerator.GetBytes(RandomLetters);
        for (int i = 0; i < random.Length; i++) random[i] &= 31;

        var text = new StringBuilder();
        foreach (var letter in random.Concat(Check(random)))
        {
            if (text.Length % (GroupLength + 1) == GroupLength) text.Append('-');
            text.Append(Letters[letter]);
        }
        return text.ToString();
    }

    /// <summary>The random letters (0 to 31 each), or null when the text is no code or holds a typing error.</summary>
    internal static byte[]? Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var letters = new List<byte>(RandomLetters + CheckLetters);
        foreach (char c in typed)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.DashPunctuation) continue;
            int letter = Letters.IndexOf(Unmistaken(char.ToUpperInvariant(c)), StringComparison.Ordinal);
            if (letter < 0 || letters.Count == letters.Capacity) return null;
            letters.Add((byte)letter);
        }
        if (letters.Count != RandomLetters + CheckLetters) return null;

        var random = letters[..RandomLetters].ToArray();
        return Check(random).SequenceEqual(letters[RandomLetters..]) ? random : null;
    }

    /// <summary>The key that this code wraps with, of its own for each salt.</summary>
    internal static SecretBytes Key(byte[] random, byte[] salt) => SecretBytes.Derive(random, salt, "attune 1 recovery code"u8);

    private static char Unmistaken(char c) => c switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', _ => c };

    private static IEnumerable<byte> Check(byte[] random) =>
        SHA256.HashData([.. "attune recovery code check"u8, .. random]).Take(CheckLetters).Select(b => (byte)(b & 31));
}
