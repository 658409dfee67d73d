using System.Collections.Immutable;
using System.Globalization;
using Attune.Practice.Holding;

namespace Attune.App.Debriefing;

/// <summary>What was understood of a recording, in words and as a small line.</summary>
internal static class PreviewWords
{
    public const int Width = 480;
    public const int Height = 96;

    // bpm; what lies outside is drawn at the edge.
    private const double Lowest = 40;
    private const double Highest = 160;
    private const int Parts = 8;

    public static string Format(string format) => format switch
    {
        "PlainIntervals" => "beat intervals as text",
        "PolarHrm" => "Polar HRM",
        "BeatTimes" => "beat times as text",
        "KubiosReport" => "a Kubios report",
        "VnsAnalyse" => "VNS Analyse",
        "OpenHrv" => "OpenHRV",
        "SelfLoops" => "SelfLoops",
        "HrvLogger" => "HRV Logger",
        "PolarSensorLogger" => "Polar Sensor Logger",
        "Movesense" => "Movesense",
        "EmpaticaE4" => "Empatica E4",
        "Fit" => "FIT",
        "NumPy" => "a NumPy array",
        "BluetoothMeasurements" => "measurements of a Bluetooth strap",
        _ => format,
    };

    public static string Unit(PreviewedReading reading)
    {
        var unit = reading.Unit switch { "Milliseconds" => "ms", "Seconds" => "s", "Ticks1024" => "1/1024 s", null => "not in the file", var other => other.ToLowerInvariant() };
        return reading.UnitReason.Length > 0 ? $"{unit} ({reading.UnitReason})" : unit;
    }

    public static string Start(PreviewedReading reading) => reading.Start is not { } clock ? "the file does not say" : string.Concat(
        clock.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
        reading.UtcOffset is not { } offset ? " by its own clock; zone not known"
        : string.Create(CultureInfo.InvariantCulture, $" (UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm})"));

    public static string Gaps(PreviewedReading reading) => reading.Gaps switch
    {
        0 => "none seen",
        1 => $"one, of {DebriefWords.Lasting(reading.InGaps)}",
        var n => $"{n}, together {DebriefWords.Lasting(reading.InGaps)}",
    };

    /// <summary>The line of the rate, in pieces where it is known.</summary>
    public static ImmutableArray<string> Lines(PreviewedReading reading)
    {
        var (lines, line) = (ImmutableArray.CreateBuilder<string>(), new List<string>());
        for (var i = 0; i < reading.Rates.Length; i++)
        {
            if (reading.Rates[i] is { } rate)
                line.Add(string.Create(CultureInfo.InvariantCulture, $"{(i + .5) * Width / reading.Rates.Length:0.#},{Y(rate):0.#}"));
            if (line.Count > 0 && (reading.Rates[i] is null || i == reading.Rates.Length - 1))
            {
                lines.Add(string.Join(' ', line));
                line.Clear();
            }
        }

        return lines.ToImmutable();
    }

    public static double Y(double bpm) => Math.Round((Highest - Math.Clamp(bpm, Lowest, Highest)) / (Highest - Lowest) * Height, 1);

    /// <summary>The same in a few rows: from, to, and the mean rate between them.</summary>
    public static IEnumerable<(string From, string To, string Rate)> Rows(PreviewedReading reading)
    {
        for (var part = 0; part < Parts; part++)
        {
            var (first, last) = (part * reading.Rates.Length / Parts, (part + 1) * reading.Rates.Length / Parts);
            var known = reading.Rates[first..last].OfType<double>().ToList();
            yield return (DebriefWords.At(reading.Length * part / Parts), DebriefWords.At(reading.Length * (part + 1) / Parts), known.Count == 0 ? "not known" : Bpm(known.Average()));
        }
    }

    public static string Bpm(double bpm) => bpm.ToString("0", CultureInfo.InvariantCulture);
}
