using System.Text;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>
/// Polar Sensor Logger: semicolons, the phone's local ISO time without zone. HR, RR, PPI (rows that the sensor blocked are left out) and ECG.
/// </summary>
internal static class PolarSensorLoggerReader
{
    private const double NanosecondsPerSecond = 1e9;

    internal static bool Recognises(TextInput input) =>
        input.Title.StartsWith("Phone timestamp;", StringComparison.OrdinalIgnoreCase) || input.Title.StartsWith("Phone Data RX timestamp;", StringComparison.OrdinalIgnoreCase);

    internal static RecordingOutcome Read(TextInput input)
    {
        ReadOnlySpan<byte> line = [];
        while (line.IsEmpty && input.Lines.TryNext(out var next))
            line = Cells.TrimSpaces(next);
        var header = TableHeader.Parse(line);
        var seen = new Understanding(RecordingFormat.PolarSensorLogger, input.Options);
        if (header.IndexOf("rrintervalms") is var rr and >= 0)
            return IntervalTable.Read(input, header, Beats(rr), seen);
        if (header.IndexOf("ppintervalms") is var pp and >= 0)
        {
            var blocker = header.IndexOf("blocker");
            seen.Remark("Pulse intervals of an optical sensor: less sure than a chest strap's.");
            return IntervalTable.Read(input, header, Beats(pp) with { Sift = row => row[blocker] is [(byte)'1'] ? RowIs.Blocked : RowIs.Beat }, seen);
        }

        if (header.IndexOf("ecguv") is var ecg and >= 0)
            return SampledTable.Read(input, header, new(header.IndexOf("sensortimestampns"), ecg, "ECG", "uV", 1 / NanosecondsPerSecond) { Stamp = 0 }, seen);
        if (header.IndexOf("hrbpm") is var rate and >= 0)
            return RateTable.Read(input, header, 0, rate, "Polar's own rate, about one a second.", seen);
        return Refusals.NothingAboutHearts($"The Polar Sensor Logger file holds no beats, rates or ECG ('{Cells.Quote(Encoding.UTF8.GetBytes(input.Title))}').");
    }

    private static IntervalLayout Beats(int column) => new(RecordingFormat.PolarSensorLogger, column, IntervalUnit.Milliseconds)
    {
        Time = 0,
        TimeCell = TimeCell.Stamp,
        TimesAre = TimesAre.Arrivals,
    };
}
