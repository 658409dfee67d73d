using System.Globalization;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>
/// Polar HRM: sections in brackets, settings in <c>[Params]</c>. <c>[HRData]</c> has beat intervals in ms, one per line, when <c>Interval=238</c>; rates every 1 to 480 s, in
/// the first column, when Interval is that step.
/// </summary>
internal static class PolarHrmReader
{
    private const string BeatIntervals = "238";

    internal static bool Recognises(TextInput input) => input.First.Any(static line =>
        line.Equals("[Params]", StringComparison.OrdinalIgnoreCase) || line.Equals("[HRData]", StringComparison.OrdinalIgnoreCase));

    internal static RecordingOutcome Read(TextInput input)
    {
        var (settings, lines, rates) = (new Settings(), new NumberLines(decimalComma: false), new List<double>());
        var section = "";
        while (!lines.Numbers.IsFull && rates.Count < IntervalNumbers.Most && !lines.IsHopeless && input.Lines.TryNext(out var raw))
        {
            var line = Cells.TrimSpaces(raw);
            if (line.IsEmpty)
                continue;
            if (line[0] == '[')
            {
                section = Cells.Text(line).ToUpperInvariant();
                if (section == "[HRDATA]")
                    settings.DataLine = input.Lines.Number;
            }
            else if (section == "[PARAMS]")
            {
                settings.Take(Cells.Text(line), input.Lines.Number);
            }
            else if (section == "[HRDATA]")
            {
                if (settings.Refusal() is { } unusable)
                    return unusable;
                if (settings.StepSeconds is null)
                    lines.Add(line, input.Lines.Number);
                else
                    rates.Add(RateOf(line));
            }
        }

        if ((lines.Verdict() ?? settings.Refusal()) is { } refused)
            return refused;
        var seen = new Understanding(RecordingFormat.PolarHrm, input.Options);
        return settings.StepSeconds is { } step ? Rates(seen, settings, rates, step) : Beats(seen, settings, lines);
    }

    private static RecordingOutcome Beats(Understanding seen, Settings settings, NumberLines lines)
    {
        if (lines.Numbers.Count == 0)
            return Refusals.PolarWithoutBeats(settings.DataLine);
        seen.UseUnit(IntervalUnit.Milliseconds, "The format fixes it.");
        seen.Remark("Polar HRM file with beat intervals in milliseconds.");
        settings.Start(seen);
        seen.WallMs = settings.LengthMs;
        lines.Note(seen);
        return SeriesBuilding.Intervals(seen, lines.Numbers);
    }

    private static RecordingOutcome Rates(Understanding seen, Settings settings, List<double> rates, int step)
    {
        if (rates.Count == 0)
            return Refusals.PolarWithoutBeats(settings.DataLine);
        seen.Remark($"Polar HRM file with a rate every {step} s.");
        settings.Start(seen);
        return SeriesBuilding.Rates(seen, [.. Enumerable.Range(0, rates.Count).Select(i => i * 1_000.0 * step)], rates, $"Polar's mean over {step} s.", static _ => { });
    }

    private static double RateOf(ReadOnlySpan<byte> line)
    {
        Cells.TryCell(line, (byte)'\t', 0, out var cell);
        return FixedPoint.TryParse(cell, decimalComma: false, out var rate) ? rate.ToDouble() : 0;
    }

    private sealed class Settings
    {
        private const int LargestStep = 480;
        private const int BeatsCode = 238;
        private const int LapsCode = 204;
        private readonly Dictionary<string, (string Value, int Line)> values = new(StringComparer.OrdinalIgnoreCase);

        internal int? DataLine { get; set; }

        /// <summary>Step of the rates; null for beat intervals.</summary>
        internal int? StepSeconds => int.TryParse(Value("Interval"), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step != BeatsCode ? step : null;

        internal double? LengthMs => TryClock(Value("Length"), out var length) ? length.TotalMilliseconds : null;

        internal void Take(string line, int number)
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && values.Count < 1_000)
                values[line[..equals].Trim()] = (line[(equals + 1)..].Trim(), number);
        }

        internal RecordingOutcome.Refused? Refusal()
        {
            if (!values.ContainsKey("Version"))
                return Refusals.PolarDamaged("its [Params] section does not give its Version", null);
            if (!values.TryGetValue("Interval", out var interval))
                return Refusals.PolarDamaged("its [Params] section does not say what was recorded (Interval)", null);
            return interval.Value == BeatIntervals || StepSeconds is > 0 and <= LargestStep and not LapsCode ? null
                : Refusals.PolarNotIntervals(interval.Line, Cells.Quote(System.Text.Encoding.UTF8.GetBytes(interval.Value)));
        }

        internal void Start(Understanding seen)
        {
            if (DateTime.TryParseExact(Value("Date"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1970 and < 9_999
                && TryClock(Value("StartTime"), out var time) && time < TimeSpan.FromDays(1))
                seen.StartsAt(date + time, null);
            else
                seen.Remark("The file does not give a date and time of its start that can be read.");
        }

        private static bool TryClock(string text, out TimeSpan time) =>
            TimeSpan.TryParseExact(text, [@"h\:mm\:ss\.FFFFFFF", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out time);

        private string Value(string key) => values.TryGetValue(key, out var found) ? found.Value : "";
    }
}
