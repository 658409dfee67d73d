using System.Globalization;
using System.Xml;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Xml;

/// <summary>
/// The heart rates of an Apple Health export, streamed: files of gigabytes need the memory of their heart rates alone. An export holds years, so the caller says which span.
/// </summary>
internal static class AppleHealthReader
{
    private const string HeartRate = "HKQuantityTypeIdentifierHeartRate";

    internal static bool Recognises(string head) => head.Contains("<HealthData", StringComparison.Ordinal) || head.Contains("DOCTYPE HealthData", StringComparison.Ordinal);

    internal static RecordingOutcome Read(Stream stream, RecordingOptions options)
    {
        var seen = new Understanding(RecordingFormat.AppleHealth, options);
        var found = new Found(options);
        using var xml = new XmlRecording(stream);
        try
        {
            while (!found.IsFull && xml.TryRead())
            {
                if (xml.Reader.NodeType is XmlNodeType.Element && xml.Reader.LocalName == "Record" && xml.Reader.GetAttribute("type") == HeartRate)
                    found.Take(xml.Reader);
            }
        }
        catch (XmlException damage)
        {
            if (found.Count < 2)
                return Refusals.Damaged("Apple Health", $"its XML breaks off at line {damage.LineNumber}", damage.LineNumber);
            seen.Cut($"The file is damaged at line {damage.LineNumber}; what came before was read.", damage.LineNumber);
        }

        return found.Build(seen);
    }

    private sealed class Found(RecordingOptions options)
    {
        private readonly List<(double Ms, double Rate)> rates = [];
        private readonly HashSet<string> sources = [];
        private (double Ms, Timestamp Stamp)? first;
        private int unreadable;

        internal int Count => rates.Count;

        internal bool IsFull => rates.Count >= IntervalNumbers.Most;

        internal void Take(XmlReader record)
        {
            if (!Timestamps.TryParse(Bytes(record.GetAttribute("startDate")), null, out var stamp)
                || !double.TryParse(record.GetAttribute("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) || !double.IsFinite(rate))
            {
                unreadable++;
                return;
            }

            var moment = stamp.Clock - (stamp.Offset ?? options.UtcOffset ?? TimeSpan.Zero);
            if (moment < options.From?.UtcDateTime || moment >= options.Until?.UtcDateTime)
                return;
            var ms = (moment - DateTime.UnixEpoch).Ticks / (double)TimeSpan.TicksPerMillisecond;
            // Names of people stand in names of devices ("... watch"): counted, never shown.
            if (sources.Count < 100)
                sources.Add(record.GetAttribute("sourceName") ?? "");
            if (first is null || ms < first.Value.Ms)
                first = (ms, stamp);
            rates.Add((ms, rate));
        }

        internal RecordingOutcome Build(Understanding seen)
        {
            seen.Dropped = unreadable;
            if (unreadable > 0)
                seen.Remark($"Heart rates without a date or value that can be read: {unreadable}. They were left out.");
            if (sources.Count > 1)
                seen.Remark($"Rates of {sources.Count} devices are mixed.");
            rates.Sort();
            if (rates.Count >= 2 && rates[^1].Ms - rates[0].Ms > BeatSeries.LongestDuration.TotalMilliseconds)
                return WholeYears();
            return SeriesBuilding.Rates(seen, [.. rates.Select(static rate => rate.Ms)], [.. rates.Select(static rate => rate.Rate)],
                "Apple's rate, every few seconds in a workout and every few minutes else.", _ =>
                {
                    if (first is { Stamp: var stamp })
                        seen.StartsAt(stamp.Clock, stamp.Offset);
                });
        }

        private RecordingOutcome.Refused WholeYears()
        {
            var (from, to) = (DateTime.UnixEpoch.AddMilliseconds(rates[0].Ms), DateTime.UnixEpoch.AddMilliseconds(rates[^1].Ms));
            return new(RecordingCodes.TooLong, string.Create(CultureInfo.InvariantCulture,
                $"The export holds {rates.Count} heart rates from {from:d MMMM yyyy} to {to:d MMMM yyyy}. Say from when to when the session was."), null);
        }

        private static byte[] Bytes(string? text) => System.Text.Encoding.UTF8.GetBytes(text ?? "");
    }
}
