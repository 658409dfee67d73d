using System.Collections.Immutable;
using System.Globalization;

namespace Attune.Signals.RecordingFiles;

/// <summary>
/// Polar HRM: sections in brackets, settings in <c>[Params]</c>, beat intervals in ms in <c>[HRData]</c>, one per line, when
/// <c>Interval=238</c>. Every other Interval means heart rates at a fixed step (or laps only), which are no beats.
/// </summary>
internal static class PolarHrmReader
{
    private const string BeatIntervals = "238";
    private const double LengthTolerance = 5;

    internal static bool Recognises(string text) =>
        HasSection(text, "[Params]") || HasSection(text, "[HRData]");

    internal static RecordingOutcome Read(string text)
    {
        var settings = new Settings();
        var numbers = new List<decimal>();
        if (Collect(text, settings, numbers) is { } refused)
            return refused;
        if (settings.Refusal() is { } unusable)
            return unusable;
        if (numbers.Count == 0)
            return Refusals.PolarWithoutBeats(settings.DataLine);

        var remarks = ImmutableArray.CreateBuilder<string>();
        remarks.Add("Polar HRM file with beat intervals in milliseconds.");
        var start = settings.Start(remarks);
        var outcome = SeriesBuilding.Build(numbers, RecordingFormat.PolarHrm, IntervalUnit.Milliseconds, start, remarks);
        return outcome is RecordingOutcome.Read read && settings.LengthRemark(read.Beats.Duration) is { } remark
            ? read with { Remarks = read.Remarks.Add(remark) }
            : outcome;
    }

    private static bool HasSection(string text, string section)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Trim().Equals(section, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static RecordingOutcome.Refused? Collect(string text, Settings settings, List<decimal> numbers)
    {
        var (section, lineNumber) = ("", 0);
        foreach (var rawLine in text.AsSpan().EnumerateLines())
        {
            lineNumber++;
            var line = rawLine.Trim();
            if (line.IsEmpty)
                continue;
            if (line[0] == '[')
            {
                section = line.ToString().ToUpperInvariant();
                if (section == "[HRDATA]")
                    settings.DataLine = lineNumber;
            }
            else if (section == "[PARAMS]")
            {
                settings.Take(line, lineNumber);
            }
            else if (section == "[HRDATA]")
            {
                // Rates at a fixed step share this section: say that first, whatever their lines hold.
                if (settings.Refusal() is { } unusable)
                    return unusable;
                if (IntervalLines.Add(numbers, line, lineNumber) is { } refused)
                    return refused;
            }
        }

        return null;
    }

    private sealed class Settings
    {
        private readonly Dictionary<string, (string Value, int Line)> values = new(StringComparer.OrdinalIgnoreCase);

        internal int? DataLine { get; set; }

        internal void Take(ReadOnlySpan<char> line, int number)
        {
            var equals = line.IndexOf('=');
            if (equals > 0)
                values[line[..equals].Trim().ToString()] = (line[(equals + 1)..].Trim().ToString(), number);
        }

        internal RecordingOutcome.Refused? Refusal()
        {
            if (!values.ContainsKey("Version"))
                return Refusals.PolarDamaged("its [Params] section does not give its Version", null);
            if (!values.TryGetValue("Interval", out var interval))
                return Refusals.PolarDamaged("its [Params] section does not say what was recorded (Interval)", null);
            return interval.Value == BeatIntervals ? null : Refusals.PolarNotIntervals(interval.Line, interval.Value);
        }

        internal DateTime? Start(ImmutableArray<string>.Builder remarks)
        {
            if (DateTime.TryParseExact(Value("Date"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && TryClock(Value("StartTime"), out var time) && time < TimeSpan.FromDays(1))
                return date + time;
            remarks.Add("The file does not give a date and time of its start that can be read.");
            return null;
        }

        internal string? LengthRemark(TimeSpan sum)
        {
            if (!TryClock(Value("Length"), out var length) || Math.Abs((length - sum).TotalSeconds) <= LengthTolerance)
                return null;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The file says that it lasts {length.TotalSeconds:0.0} s, its beats last {sum.TotalSeconds:0.0} s: beats may be missing.");
        }

        private static bool TryClock(string text, out TimeSpan time) =>
            TimeSpan.TryParseExact(text, [@"h\:mm\:ss\.FFFFFFF", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out time);

        private string Value(string key) => values.TryGetValue(key, out var found) ? found.Value : "";
    }
}
