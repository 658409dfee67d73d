using System.Globalization;
using System.Text;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>Writes EDF+ files with mixed rates and annotations.</summary>
internal sealed class EdfFileWriter
{
    private readonly List<(string Label, string Unit, double Low, double High, int PerRecord, Func<int, int, short> Sample)> signals = [];

    internal string Reserved { get; init; } = "EDF+C";

    internal string Patient { get; init; } = "X X X X";

    internal string Records { get; init; } = "";

    internal string Duration { get; init; } = "1";

    internal string Date { get; init; } = "16.09.85";

    internal string Recording { get; init; } = "Startdate 16-SEP-1985 X X X";

    /// <summary>Annotation bytes of each record, 60 at most; decides the number of records.</summary>
    internal required string[] Lists { get; init; }

    internal EdfFileWriter Signal(string label, string unit, double low, double high, int perRecord, Func<int, int, short> sample)
    {
        signals.Add((label, unit, low, high, perRecord, sample));
        return this;
    }

    internal byte[] ToFile()
    {
        var all = signals.Append(("EDF Annotations", "", -1, 1, 30, (_, _) => 0)).ToList();
        var header = new StringBuilder();
        void Put(int width, string text) => header.Append(text.PadRight(width)[..width]);
        Put(8, "0");
        Put(80, Patient);
        Put(80, Recording);
        Put(8, Date);
        Put(8, "20.05.59");
        Put(8, Number(256 * (all.Count + 1)));
        Put(44, Reserved);
        Put(8, Records.Length > 0 ? Records : Number(Lists.Length));
        Put(8, Duration);
        Put(4, Number(all.Count));
        foreach (var signal in all)
            Put(16, signal.Item1);
        foreach (var _ in all)
            Put(80, "");
        foreach (var signal in all)
            Put(8, signal.Item2);
        foreach (var signal in all)
            Put(8, Number(signal.Item3));
        foreach (var signal in all)
            Put(8, Number(signal.Item4));
        foreach (var _ in all)
            Put(8, "-32768");
        foreach (var _ in all)
            Put(8, "32767");
        foreach (var _ in all)
            Put(80, "");
        foreach (var signal in all)
            Put(8, Number(signal.Item5));
        foreach (var _ in all)
            Put(32, "");
        var file = new List<byte>(Encoding.ASCII.GetBytes(header.ToString()));
        for (var record = 0; record < Lists.Length; record++)
        {
            foreach (var signal in signals)
            {
                for (var i = 0; i < signal.PerRecord; i++)
                    file.AddRange(BitConverter.GetBytes(signal.Sample(record, i)));
            }

            var list = new byte[60];
            Encoding.UTF8.GetBytes(Lists[record]).CopyTo(list, 0);
            file.AddRange(list);
        }

        return [.. file];
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
