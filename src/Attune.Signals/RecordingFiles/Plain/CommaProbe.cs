using System.Text;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>
/// Two numbers with a comma between them are one number with a decimal comma, or two columns. Decided by what is plausible as beat intervals; where both are, it is asked.
/// </summary>
internal static class CommaProbe
{
    // "0,812" and "1,036": whole parts that take few small values are seconds, not a column.
    private const double LargestWholeSeconds = 9;

    /// <summary>The answer "a decimal comma"; everything else but a question means columns.</summary>
    internal sealed record IsDecimal;

    internal static object? Decide(TextInput input)
    {
        if (input.Options.Column is not null)
            return null;
        var (wholes, parts, decimals) = (new IntervalNumbers(), new IntervalNumbers(), new IntervalNumbers());
        var started = false;
        foreach (var line in input.First)
        {
            if (line[0] == '#')
                continue;
            var bytes = Encoding.UTF8.GetBytes(line);
            if (!FixedPoint.TryParse(bytes, decimalComma: true, out var number) || number.Mantissa < 0)
            {
                // A header before the first number is passed over; anything else is a table.
                if (started || PlainTextReader.HoldsSeveral(line))
                    return null;
                continue;
            }

            started = true;
            decimals.Add(number);
            if (bytes.AsSpan().IndexOf((byte)',') is var comma and >= 0 && FixedPoint.TryParse(bytes.AsSpan(0, comma), false, out var whole)
                && FixedPoint.TryParse(bytes.AsSpan(comma + 1), false, out var part))
            {
                wholes.Add(whole);
                parts.Add(part);
            }
        }

        if (!started)
            return null;
        if (input.Options.Comma is { } chosen)
            return chosen is CommaMeaning.Decimal ? new IsDecimal() : null;
        return Weigh(input.Options, wholes, parts, decimals);
    }

    private static object? Weigh(RecordingOptions options, IntervalNumbers wholes, IntervalNumbers parts, IntervalNumbers decimals)
    {
        // Unequal counts: some lines have no comma, so it cannot part columns.
        if (wholes.Count < decimals.Count)
            return new IsDecimal();
        var (asDecimal, first) = (IsPlausible(decimals), IsPlausible(wholes));
        var second = IsPlausible(parts) && (first || SeriesBuilding.LooksLikeBeatTimes(wholes) || Rises(wholes));
        if (asDecimal && wholes.Median() <= LargestWholeSeconds && !Rises(wholes))
            return new IsDecimal();
        if (!asDecimal || !(first || second))
            return asDecimal ? new IsDecimal() : null;
        var columns = options with { Comma = CommaMeaning.Columns };
        return new RecordingOutcome.Undecided(
            "The lines hold two numbers with a comma between them. What does the comma mean?",
            [
                ("A decimal comma: one number per line", options with { Comma = CommaMeaning.Decimal }),
                .. first ? [("Two columns: the first holds the beat intervals", columns with { Column = 1 })] : ReadOnlySpan<(string, RecordingOptions)>.Empty,
                .. second ? [("Two columns: the second holds the beat intervals", columns with { Column = 2 })] : ReadOnlySpan<(string, RecordingOptions)>.Empty,
            ]);
    }

    private static bool IsPlausible(IntervalNumbers numbers) => SeriesBuilding.GuessUnit(numbers.Median()) is not null;

    private static bool Rises(IntervalNumbers numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i].ToDouble() <= numbers[i - 1].ToDouble())
                return false;
        }

        return numbers.Count > 2;
    }
}
