using System.Diagnostics;
using System.Globalization;
using Attune.Exchange.Study;
using Attune.Method.Detection;

namespace Attune.Benchmarks;

/// <summary><c>study detect</c> with all criteria over many courses of sixteen sessions of noise, as a process of its own: start, reading, judging and writing.</summary>
internal static class StudyFigures
{
    private const int Sessions = 16;
    private const int MostAsCsv = 2_000_000;
    private const int CoursesInAPiece = 5_000;
    private const double GoalOfAMillion = 10_000;

    public static int Print(string folder, int courses)
    {
        Console.WriteLine("| figure | goal | measured | of the goal | bound |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        var isMissed = false;
        foreach (var (format, from, into) in courses <= MostAsCsv
            ? new[] { (StudyFormat.Parquet, "parquet", "parquet"), (StudyFormat.Csv, "csv", "csv"), (StudyFormat.Csv, "csv", "parquet") }
            : [(StudyFormat.Parquet, "parquet", "parquet")])
        {
            var (table, flags) = (Path.Combine(folder, $"courses.{from}"), Path.Combine(folder, $"flags.{into}"));
            if (!File.Exists(table))
                Write(table, format, courses);
            var (ms, cpu, megabytes) = Run("detect", table, "--out", flags);
            var line = new Line(
                string.Create(CultureInfo.InvariantCulture, $"study detect, all criteria, {courses:N0} courses of {Sessions}, {from} in and {into} out"),
                GoalOfAMillion * courses / 1e6, ms,
                string.Create(CultureInfo.InvariantCulture, $"CPU {cpu:0.0} s, {megabytes:0} MB at most; in {Megabytes(table):0} MB, out {Megabytes(flags):0} MB"),
                "see bench/README.md");
            isMissed |= line.Measured > line.Goal;
            Console.WriteLine(line);
        }

        return isMissed ? 1 : 0;
    }

    private static void Write(string table, StudyFormat format, int courses)
    {
        using var file = File.Create(table);
        using var writer = StudyWriter.On(file, format, [new("course", StudyKind.Text), new("session", StudyKind.Whole), new("score", StudyKind.Number)]);
        var noise = new CourseNoise(0.2, OnRealScale: true);
        foreach (var piece in new StudyCrew(Environment.ProcessorCount).Each(Enumerable.Range(0, courses / CoursesInAPiece), at => writer.Encode(Rows(noise, at * CoursesInAPiece))))
            writer.Append(piece);
        writer.Finish();
    }

    private static StudyRows Rows(CourseNoise noise, int first)
    {
        var rows = new StudyRows([new("course", StudyKind.Text), new("session", StudyKind.Whole), new("score", StudyKind.Number)]);
        Span<double> course = stackalloc double[Sessions];
        for (var number = first; number < first + CoursesInAPiece; number++)
        {
            noise.Fill(1, (uint)number, course);
            var name = string.Create(CultureInfo.InvariantCulture, $"c{number}");
            for (var i = 0; i < Sessions; i++)
                rows.Add(name).Add(i + 1).Add(Math.Round(course[i], 2));
        }

        return rows;
    }

    private static (double Ms, double CpuSeconds, double Megabytes) Run(params string[] args)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program.AttuneDll, "study", .. args]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var (most, cpu) = (0L, TimeSpan.Zero);
        _ = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            try
            {
                (most, cpu) = (Math.Max(most, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It ended in between; what was seen last stands.
            }
        }

        return process.ExitCode == 0
            ? (watch.Elapsed.TotalMilliseconds, cpu.TotalSeconds, most / 1e6)
            : throw new InvalidOperationException($"attune study ended with {process.ExitCode}.");
    }

    private static double Megabytes(string path) => new FileInfo(path).Length / 1e6;
}
