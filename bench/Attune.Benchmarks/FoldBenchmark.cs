using BenchmarkDotNet.Attributes;

namespace Attune.Benchmarks;

/// <summary>The fold under BenchmarkDotNet: time and allocation.</summary>
[MemoryDiagnoser]
public class FoldBenchmark
{
    private LongCase _case = null!;

    [GlobalSetup]
    public void Setup() => _case = LongCase.MakeAsync(Program.Folder).GetAwaiter().GetResult();

    [Benchmark]
    public object Fold() => _case.Fold();

    [GlobalCleanup]
    public void Cleanup() => _case.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
