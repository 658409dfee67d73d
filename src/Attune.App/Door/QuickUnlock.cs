using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Attune.Practice.Refusals;

namespace Attune.App.Door;

/// <summary>
/// A short number in place of the passphrase, for a browser that is known, while the record is open. It opens no record: the keys are in memory anyway,
/// and so is this. Sealing and stopping forget it, and so do five wrong tries in a row, whatever was typed.
/// </summary>
internal sealed class QuickUnlock
{
    /// <summary>Five tries at a million numbers [our proposal].</summary>
    public const int LeastDigits = 6;

    public const int MostDigits = 12;

    public const int Tries = 5;

    private readonly Lock _turn = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private byte[]? _number;
    private int _wrong;

    public bool IsSet
    {
        get
        {
            lock (_turn)
                return _number is not null;
        }
    }

    /// <summary>Sets it, in place of any other. Empty: it is set; otherwise why not, and what was set stays.</summary>
    public ImmutableArray<Refusal> Set(string number, string again)
    {
        ImmutableArray<Refusal> why = number switch
        {
            _ when number.Length is < LeastDigits or > MostDigits || !number.All(char.IsAsciiDigit) =>
                [new("DOR006", $"The number needs {LeastDigits} to {MostDigits} digits, and nothing else.", "Number")],
            _ when IsEasy(number) => [new("DOR007", "That number is guessed first: all the same, or counted up or down. Choose another.", "Number")],
            _ when number != again => [new("DOR008", "The two numbers are not the same.", "NumberAgain")],
            _ => [],
        };
        if (why.IsEmpty)
        {
            lock (_turn)
                (_number, _wrong) = (Hash(number), 0);
        }

        return why;
    }

    public void Forget()
    {
        lock (_turn)
            (_number, _wrong) = (null, 0);
    }

    public bool Opens(string entered)
    {
        lock (_turn)
            return _number is { } number && CryptographicOperations.FixedTimeEquals(number, Hash(entered));
    }

    /// <summary>Somebody came in, or did not.</summary>
    public void Tried(bool right)
    {
        lock (_turn)
        {
            _wrong = right ? 0 : _wrong + 1;
            if (_wrong >= Tries)
                _number = null;
        }
    }

    private byte[] Hash(string number) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(number));

    private static bool IsEasy(string number) =>
        Enumerable.Range(-1, 3).Any(step => number.Zip(number.Skip(1)).All(pair => pair.Second - pair.First == step));
}
