using System.Security.Cryptography;
using System.Text;

namespace Attune.App.Edge;

/// <summary>The address that the program prints for the browser that may sign in: 128 random bits, good once.</summary>
internal sealed class OneTimeAddress
{
    private byte[]? _key = RandomNumberGenerator.GetBytes(16);

    /// <summary>The path to print; it does not change.</summary>
    public string Path { get; }

    public OneTimeAddress() => Path = $"/welcome/{Convert.ToHexStringLower(_key!)}";

    /// <summary>True once, for the right key.</summary>
    public bool Spend(string key)
    {
        var expected = _key;
        if (expected is null)
            return false;
        var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.ASCII.GetBytes(key));
        return right && Interlocked.CompareExchange(ref _key, null, expected) == expected;
    }
}
