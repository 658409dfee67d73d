using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Attune.Signals.RecordingFiles;

namespace Attune.Benchmarks;

/// <summary>Recordings read from memory: no disk, the whole way from bytes to the series with its report.</summary>
internal static class ReadingFigures
{
    private const int TextBytes = 12_000_000;
    private const double TextGoal = TextBytes / 200e6 * 1_000;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var (ms, seconds, fit, edf) = (Lines(""), Lines("0."), Fit(200_000), Edf(3_600));
        yield return ("RR text in ms, 12 MB (200 MB/s)", TextGoal, () => Read("a.txt", ms));
        yield return ("RR text in s, 12 MB (200 MB/s)", TextGoal, () => Read("a.txt", seconds));
        yield return (Named($"FIT, 200,000 records, {fit.Length / 1e6:0.0} MB (50 MB/s, our proposal)"), fit.Length / 50e6 * 1_000, () => Read("a.fit", fit));
        yield return (Named($"EDF, 8 signals of 256 Hz for an hour, {edf.Length / 1e6:0.0} MB (200 MB/s, our proposal)"), edf.Length / 200e6 * 1_000, () => Read("a.edf", edf));
    }

    private static void Read(string name, byte[] file)
    {
        if (RecordingFile.Read(name, file) is not RecordingOutcome.Read)
            throw new InvalidOperationException($"{name} was not read: the figure would be wrong.");
    }

    private static byte[] Lines(string head)
    {
        var (text, random) = (new StringBuilder(TextBytes), new Random(5));
        while (text.Length < TextBytes)
            text.Append(CultureInfo.InvariantCulture, $"{head}{random.Next(700, 950)}\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] Fit(int records)
    {
        byte[] definition = [0x40, 0, 0, 20, 0, 3, 253, 4, 0x86, 3, 1, 2, 0, 8, 0x85];
        var file = new byte[14 + definition.Length + (records * 14) + 2];
        file[0] = 14;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 16);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        definition.CopyTo(file, 14);
        for (var i = 0; i < records; i++)
        {
            var record = file.AsSpan(14 + definition.Length + (i * 14));
            BinaryPrimitives.WriteUInt32LittleEndian(record[1..], 1_000_000_000u + (uint)i);
            record[5] = (byte)(60 + (i % 90));
        }

        return file;
    }

    private static byte[] Edf(int records)
    {
        const int Signals = 8;
        const int PerRecord = 256;
        var header = new StringBuilder($"{"0",-8}{"X X X X",-80}{"Startdate 15-MAR-2025 X X X",-80}15.03.2511.00.00{256 * (Signals + 1),-8}{"",-44}{records,-8}{1,-8}{Signals,-4}");
        foreach (var (width, text) in ((int, string)[])[(16, "ECG"), (80, ""), (8, "mV"), (8, "-5"), (8, "5"), (8, "-32768"), (8, "32767"), (80, ""), (8, $"{PerRecord}"), (32, "")])
            header.Insert(header.Length, text.PadRight(width), Signals);
        var file = new byte[header.Length + (records * Signals * PerRecord * sizeof(short))];
        Encoding.ASCII.GetBytes(header.ToString()).CopyTo(file, 0);
        new Random(5).NextBytes(file.AsSpan(header.Length));
        return file;
    }

    private static string Named(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
