using System.Globalization;

namespace Attune.Exchange.Study;

/// <summary>Numbers as tables write them: with a point, or with a comma where the separator is a semicolon. No thousands marks.</summary>
internal static class StudyNumber
{
    // Up to here a whole number and a power of ten are doubles, so that one division rounds once and rightly (Clinger, 1990).
    private const int ExactDigits = 15;
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private const int Longest = 64;

    /// <summary>Nothing, or a word for it: NA, N/A, NaN, null, a point or a dash alone.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim((byte)' ');
        return cell.Length switch
        {
            0 => true,
            1 => cell[0] is (byte)'.' or (byte)'-',
            2 => Is(cell, "na"u8),
            3 => Is(cell, "nan"u8) || Is(cell, "n/a"u8),
            4 => Is(cell, "null"u8),
            _ => false,
        };
    }

    /// <summary>False: not a finite number.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, bool commaIsPoint, out double number)
    {
        cell = cell.Trim((byte)' ');
        if (TryPlain(cell, commaIsPoint, out number))
            return true;
        if (cell.Length > Longest)
            return false;
        Span<byte> pointed = stackalloc byte[cell.Length];
        cell.CopyTo(pointed);
        if (commaIsPoint)
            pointed.Replace((byte)',', (byte)'.');
        return double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>Digits with at most one point, exactly as the parser would read them.</summary>
    private static bool TryPlain(ReadOnlySpan<byte> cell, bool commaIsPoint, out double number)
    {
        number = 0;
        var isNegative = cell.Length > 0 && cell[0] == (byte)'-';
        if (isNegative)
            cell = cell[1..];
        if (cell.Length is 0 or > ExactDigits + 1)
            return false;
        var (whole, digits, behind) = (0L, 0, -1);
        foreach (var letter in cell)
        {
            var digit = (uint)(letter - '0');
            if (digit <= 9)
            {
                whole = (whole * 10) + digit;
                digits++;
                behind += behind >= 0 ? 1 : 0;
            }
            else if (behind < 0 && (letter == (byte)'.' || (commaIsPoint && letter == (byte)',')))
            {
                behind = 0;
            }
            else
            {
                return false;
            }
        }

        if (digits is 0 or > ExactDigits)
            return false;
        number = whole / PowersOfTen[Math.Max(behind, 0)];
        if (isNegative)
            number = -number;
        return true;
    }

    private static bool Is(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i < lower.Length; i++)
        {
            if ((cell[i] is >= (byte)'A' and <= (byte)'Z' ? cell[i] | 0x20 : cell[i]) != lower[i])
                return false;
        }

        return true;
    }
}
