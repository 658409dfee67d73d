using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Attune.Benchmarks;

internal static class Program
{
    /// <summary>Where the measured records lie: on a disk, which a folder for temporary files may not be.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("ATTUNE_BENCH") ?? Path.Combine(Environment.CurrentDirectory, "artifacts", "bench");

    public static string AttuneDll { get; } = Path.Combine(AppContext.BaseDirectory, "attune.dll");

    private static async Task<int> Main(string[] args)
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return args switch
            {
                ["all"] => await Figures.PrintAsync(Folder),
                ["caseload"] => await Figures.PrintCaseloadAsync(Folder),
                ["fold"] => RunFold(),
                ["method"] => Figures.PrintMethod(),
                ["detection"] => Figures.PrintDetection(),
                ["hearts"] => Figures.PrintHearts(),
                ["learning"] => Figures.PrintLearning(),
                ["live"] => await Figures.PrintLiveAsync(Folder, 10_000, 3_000, 30),
                ["live", var byGrain, var overHttp, var seconds] => await Figures.PrintLiveAsync(
                    Folder, int.Parse(byGrain, CultureInfo.InvariantCulture), int.Parse(overHttp, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture)),
                _ => Help(),
            };
        }
        finally
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    // In this process: a project of its own would be built by other rules than ours.
    private static int RunFold()
    {
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Folder, "BenchmarkDotNet"));
        return BenchmarkRunner.Run<FoldBenchmark>(config).HasCriticalValidationErrors ? 1 : 0;
    }

    private static int Help()
    {
        Console.Error.WriteLine("all: the figures beside their goals. caseload: only the pages over a large one. fold: the fold under BenchmarkDotNet. method: what the method infers. detection: criteria over many courses. hearts: what is made of beats. learning: what a large practice teaches. live [sessions by grain] [sessions over HTTP] [seconds]: many sessions at once.");
        return 2;
    }
}
