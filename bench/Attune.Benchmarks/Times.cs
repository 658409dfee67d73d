using System.Diagnostics;
using System.Globalization;

namespace Attune.Benchmarks;

/// <summary>How long something took, many times, in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> _ms = [];

    public int Count => _ms.Count;

    public double Median => At(.5);

    public double P95 => At(.95);

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

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median {Median:0.00}, p95 {P95:0.00} ms, {Count} runs");

    private double At(double share)
    {
        var sorted = _ms.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
