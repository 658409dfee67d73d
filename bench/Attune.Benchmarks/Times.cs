using System.Diagnostics;

namespace Attune.Benchmarks;

/// <summary>How long something took, many times, in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> _ms = [];

    public int Count => _ms.Count;

    public double Median => At(.5);

    public double P95 => At(.95);

    public double P99 => At(.99);

    public double Slowest => _ms.Max();

    /// <summary>What the machine does when nobody else wants it.</summary>
    public double Least => _ms.Min();

    /// <summary>Processor time of one run, all threads, where it was taken; it does not count the waiting for others.</summary>
    public double CpuEach { get; set; }

    public void Add(double ms) => _ms.Add(ms);

    public async Task TakeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        _ms.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    public void Take(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        _ms.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private double At(double share)
    {
        var sorted = _ms.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
