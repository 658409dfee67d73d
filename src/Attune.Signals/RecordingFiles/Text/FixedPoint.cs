using System.Globalization;
using System.Text;

namespace Attune.Signals.RecordingFiles.Text;

/// <summary>
/// A decimal number as it was written: mantissa / 10^scale. So .6 s becomes 600 ms and not nearly so: where the mantissa has at most 53 bits one division of
/// exact doubles rounds correctly (Clinger, 1990), else the runtime's exact parser does.
/// </summary>
internal readonly record struct FixedPoint(long Mantissa, int Scale)
{
    internal const int LargestScale = 22;
    private const long ExactDouble = 1L << 53;
    private const long LargestMantissa = 999_999_999_999_999_999;
    private const int MostDigits = 18;
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int LongestNumber = 64;

    private static readonly double[] Tens = [.. Enumerable.Range(0, LargestScale + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>The number times 10^<paramref name="shift"/>, correctly rounded where the scale is at most 22 and the shift 0 to 3.</summary>
    internal double ToDouble(int shift = 0)
    {
        if (Math.Abs(Mantissa) >= ExactDouble)
            return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{Mantissa}e{shift - Scale}"), CultureInfo.InvariantCulture);
        var power = shift - Scale;
        return power >= 0 ? Mantissa * Tens[power] : Mantissa / Tens[-power];
    }

    /// <summary>The number in ms.</summary>
    internal double ToMs(IntervalUnit unit) => unit switch
    {
        IntervalUnit.Seconds => ToDouble(3),
        IntervalUnit.Ticks1024 => ToDouble() * 1_000 / 1_024,
        _ => ToDouble(),
    };

    /// <summary>Reads a whole cell, spaces and quotes around it passed over. False for what is no finite number.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> cell, bool decimalComma, out FixedPoint value)
    {
        cell = Cells.Trim(cell);
        var (mark, negative) = ((byte)(decimalComma ? ',' : '.'), false);
        var at = 0;
        if (!cell.IsEmpty && cell[0] is (byte)'-' or (byte)'+')
            (negative, at) = (cell[0] == '-', 1);
        var (mantissa, digits, scale, marked) = (0L, 0, 0, false);
        for (; at < cell.Length; at++)
        {
            var digit = (uint)(cell[at] - '0');
            if (digit <= 9 && digits < MostDigits)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
                scale += marked ? 1 : 0;
            }
            else if (cell[at] == mark && !marked)
            {
                marked = true;
            }
            else
            {
                return TryDecimal(cell, decimalComma, out value);
            }
        }

        value = new(negative ? -mantissa : mantissa, scale);
        return digits > 0 && mantissa <= LargestMantissa;
    }

    // Exponents and more than 18 digits.
    private static bool TryDecimal(ReadOnlySpan<byte> cell, bool decimalComma, out FixedPoint value)
    {
        value = default;
        if (cell.Length > LongestNumber)
            return false;
        Span<char> text = stackalloc char[LongestNumber];
        text = text[..Encoding.Latin1.GetChars(cell, text)];
        if (decimalComma)
        {
            if (text.Contains('.'))
                return false;
            text.Replace(',', '.');
        }

        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            return false;
        while (number.Scale > 0 && (number.Scale > LargestScale || Math.Abs(number) * Power(Math.Min((int)number.Scale, LargestScale)) > LargestMantissa))
            number = decimal.Round(number, number.Scale - 1);
        // A number beyond the mantissa cannot be a length of time: keep it as the largest there is.
        value = Math.Abs(number) > LargestMantissa
            ? new(number < 0 ? -LargestMantissa : LargestMantissa, 0)
            : new((long)(number * Power(number.Scale)), number.Scale);
        return true;
    }

    private static decimal Power(int power)
    {
        var product = 1m;
        for (var i = 0; i < power; i++)
            product *= 10;
        return product;
    }
}
