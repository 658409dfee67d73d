using System.Buffers.Binary;
using System.Globalization;
using Attune.Signals.Beats;

namespace Attune.Signals.Tests;

/// <summary>Real interval series by the names that the reference files give them, read without our readers.</summary>
internal static class RealSeries
{
    internal static readonly string[] Names = ["hrv_rest", "hrv_exercise", "hrvanalysis_nn", "systole_rr", "elitehrv_1311", "selfloops_0808", "pyhrv_long"];

    internal static double[] Intervals(string name) => name switch
    {
        "hrv_rest" => Column("hrv_rest_rri.txt", skip: 0, column: 0),
        "hrv_exercise" => [.. File.ReadLines(Path("hrv_exercise_rri.hrm")).SkipWhile(line => line.Trim() != "[HRData]").Skip(1)
            .Where(line => line.Trim().Length > 0).Select(Number)],
        "hrvanalysis_nn" => Column("hrvanalysis_test_nn_intervals.txt", skip: 0, column: 0),
        "systole_rr" => Column("systole_rr.txt", skip: 1, column: 1),
        "elitehrv_1311" => Column("elitehrv 2017-06-29 13-11-53.txt", skip: 0, column: 0),
        "selfloops_0808" => Column("selfloops_20170808002e.txt", skip: 2, column: 2),
        "pyhrv_long" => Numpy("pyhrv_SampleNNISeriesLong.npy"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a series of the reference."),
    };

    /// <summary>The beats that end in [0, 300) or [600, 900) s, or all of them.</summary>
    internal static double[] Segment(string name, string segment)
    {
        var all = Intervals(name);
        if (segment == "whole")
            return all;
        var ends = BeatSeries.FromIntervals(all).EndsMs.ToArray();
        var (from, to) = segment == "0-300s" ? (0, 300_000) : (600_000, 900_000);
        return [.. all.Where((_, i) => ends[i] >= from && ends[i] < to)];
    }

    /// <summary>Beats of a two-minute task: sample numbers at 250 Hz, so 4 ms each; the chest strap where there is one.</summary>
    internal static BeatSeries Task(int subject, string task)
    {
        var name = FormattableString.Invariant($"subject_{subject:00}_{task}_annotation_cs.tsv");
        if (!File.Exists(System.IO.Path.Combine(Environment.GetEnvironmentVariable("ATTUNE_DATA") ?? "", "rr", "gudb", name)))
            name = name.Replace("_cs.", "_cables.", StringComparison.Ordinal);
        var samples = File.ReadLines(ReferenceData.PathOf("rr", "gudb", name)).Where(line => line.Length > 0).Select(Number).ToArray();
        return BeatSeries.FromIntervals(samples.Zip(samples.Skip(1), (one, next) => 4 * (next - one)).ToArray());
    }

    /// <summary>Rows of a reference table without its header, as cells.</summary>
    internal static List<string[]> Table(string file) =>
        [.. File.ReadLines(ReferenceData.PathOf("reference", file)).Skip(1).Select(line => line.Split(','))];

    internal static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Path(string file) => ReferenceData.PathOf("rr", file);

    private static double[] Column(string file, int skip, int column) =>
        [.. File.ReadLines(Path(file)).Skip(skip).Where(line => line.Trim().Length > 0).Select(line => Number(line.Split(',')[column]))];

    // Version 1 of the format: magic, version, length of the header in two bytes, header, then 64-bit integers.
    private static double[] Numpy(string file)
    {
        var bytes = File.ReadAllBytes(Path(file));
        var data = bytes.AsSpan(10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)));
        var values = new double[data.Length / sizeof(long)];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt64LittleEndian(data[(i * sizeof(long))..]);
        return values;
    }
}
