using System.Globalization;

namespace Attune.Benchmarks;

/// <summary>A figure in ms beside its goal, as a row of the table.</summary>
internal sealed record Line(string Figure, double Goal, double Measured, string How, string Bound)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Figure} | {Goal:0.0##} ms | {Measured:0.0##} ms ({How}) | {Measured / Goal:0%}{(Measured > Goal ? ", missed" : "")} | {Bound} |");
}
