using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Attune.Vault;

/// <summary>
/// How slowly a passphrase becomes a key: Argon2id with one lane. Stored beside the wrapped key; the bounds hold for what is read back as well,
/// so that a tampered file can ask neither for no work nor for all memory.
/// </summary>
public sealed record KeyDerivation
{
    public const int LeastMemoryKiB = 8 * 1024;
    public const int MostMemoryKiB = 1024 * 1024;
    public const int LeastIterations = 1;
    public const int MostIterations = 10;

    internal const int SaltLength = 16;

    /// <param name="memoryKiB">8 MiB to 1 GiB, in KiB.</param>
    /// <param name="iterations">1 to 10.</param>
    public KeyDerivation(int memoryKiB, int iterations)
    {
        if (!IsWithinBounds(memoryKiB, iterations))
            throw new ArgumentOutOfRangeException(nameof(memoryKiB), $"{memoryKiB} KiB and {iterations} passes: 8 MiB to 1 GiB and 1 to 10 are allowed.");
        (MemoryKiB, Iterations) = (memoryKiB, iterations);
    }

    /// <summary>128 MiB and 3 passes: about .3 s.</summary>
    public static KeyDerivation Production { get; } = new(128 * 1024, 3);

    public int MemoryKiB { get; }

    public int Iterations { get; }

    internal static bool IsWithinBounds(long memoryKiB, long iterations) =>
        memoryKiB is >= LeastMemoryKiB and <= MostMemoryKiB && iterations is >= LeastIterations and <= MostIterations;

    /// <summary>The key for a passphrase. Slow: run it off the caller's thread.</summary>
    internal SecretBytes Derive(string passphrase, byte[] salt)
    {
        var typed = Utf8(passphrase);
        try
        {
            var argon = new Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = MemoryKiB, NumberOfPasses = Iterations });
            return SecretBytes.Fill(key => argon.DeriveBytes(typed, salt, key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(typed);
        }
    }

    /// <summary>One passphrase typed on two keyboards gives the same bytes (an accent may be one character or two).</summary>
    private static byte[] Utf8(string passphrase)
    {
        try
        {
            return Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC));
        }
        catch (ArgumentException) // not Unicode: half a surrogate pair
        {
            return Encoding.UTF8.GetBytes(passphrase);
        }
    }
}
