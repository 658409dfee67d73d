using Attune.Method.Catalogue;
using Attune.Method.Detection;
using Attune.Method.Simulation;

namespace Attune.Benchmarks;

/// <summary>Couples with a known truth, and detectors tried on them; on two cores where it says so. Goals in ms.</summary>
internal static class SimulationFigures
{
    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions());
        var twoCores = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        yield return ("simulator made: both base rates solved, one core", 1_000, () => _ = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions()));
        yield return ("1,000 simulated couples of up to 16 sessions, 2 cores", 100, () => Parallel.For(0, 1_000, twoCores, number => simulator.Couple(1, (uint)number)));
        var course = new StudyCourse(RuptureShape.SuddenFallSuddenReturn, 16, 1.5, 3, TrueRepair.Full, 0.3, 5);
        yield return ("detector study: 10,000 courses of 16, every criterion, 2 cores", 1_000, () => DetectorStudy.Run(course, RuptureDetection.Criteria, 1, 10_000, cores: 2));
    }
}
