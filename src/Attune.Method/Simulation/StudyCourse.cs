using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>What courses a detector is tried on: one partner alone, one rupture or none, the rest as options say.</summary>
/// <param name="Shape">Of the one rupture.</param>
/// <param name="Sessions">All held; 2 or more.</param>
/// <param name="Depth">Points of the composite, above 0.</param>
/// <param name="Length">Sessions, 1 or more; of a step it says nothing.</param>
/// <param name="Repair">Of a shape that returns: full or partial. A step has none.</param>
/// <param name="Autocorrelation">Of the noise, 0 to .6.</param>
/// <param name="Window">A flag from the onset to this many sessions after it, ends included, has found the rupture; 0 or more. Our proposal: the length and two more, at least two.</param>
public sealed record StudyCourse(RuptureShape Shape, int Sessions, double Depth, int Length, TrueRepair Repair, double Autocorrelation, int Window)
{
    /// <summary>What is asked of the level, the spread and the answers that are missing. Only those options count here.</summary>
    public SimulationOptions Answers { get; init; } = new() { Missing = 0, MissingInRupture = 0, MissingItem = 0 };

    /// <summary>Whether the rupture begins in sessions 2 to 4, while half of the criteria cannot judge; else later.</summary>
    public bool IsEarly { get; init; }

    /// <summary>The first session in which a rupture may begin: half of the criteria need four answered ones before it. Less in short courses.</summary>
    public int FirstOnset => Math.Min(IsEarly ? 2 : 5, Sessions);

    /// <summary>The last session in which one may begin: 4 where it is early; else two sessions before the end, so that its line can be seen. At least <see cref="FirstOnset"/>.</summary>
    public int LastOnset => Math.Max(FirstOnset, IsEarly ? Math.Min(4, Sessions) : Sessions - 2);

    /// <summary>
    /// Writes the composite of course <paramref name="number"/>, NaN where it was not answered, with its rupture and with the same noise and none, and returns the
    /// onset, from 1. It depends on seed and number alone.
    /// </summary>
    public int Fill(uint seed, uint number, Span<double> ruptured, Span<double> quiet)
    {
        var stream = new SeededStream(seed, number);
        var level = Answers.Level + Answers.BetweenSd * stream.Normal();
        var onset = FirstOnset + (int)(stream.Uniform() * (LastOnset - FirstOnset + 1));
        var area = (RuptureArea)(1 + (int)(stream.Uniform() * 3));
        var noise = new FeltNoise(Answers.WithinSd, Autocorrelation);
        for (var i = 0; i < ruptured.Length; i++)
        {
            noise.Next(ref stream);
            var missing = stream.Uniform();
            var fall = RuptureLine.Fall(Shape, Depth, Length, Repair, i + 1 - onset);
            quiet[i] = missing < Answers.Missing ? double.NaN : Composite(level + Answers.Growth * i, noise, area, 0);
            ruptured[i] = missing < Answers.Missing + (fall > 0 ? Answers.MissingInRupture : 0) ? double.NaN : Composite(level + Answers.Growth * i, noise, area, fall);
        }

        return onset;
    }

    /// <summary>By name, what cannot be drawn; empty when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults
    {
        get
        {
            List<OptionFault> faults = [.. (Answers with { Autocorrelation = 0, LeastDepth = 1, MostDepth = 1 }).Faults];
            if (!Enum.IsDefined(Shape))
                faults.Add(new(nameof(Shape), "No such shape."));
            Range(nameof(Sessions), Sessions, 2, 1_000);
            Range(nameof(Depth), Depth, 0.01, 6);
            Range(nameof(Length), Length, 1, 100);
            Range(nameof(Autocorrelation), Autocorrelation, 0, 0.6);
            Range(nameof(Window), Window, 0, 1_000);
            if (Shape == RuptureShape.StepThatStays != (Repair == TrueRepair.None))
                faults.Add(new(nameof(Repair), "A step that stays has none, and every other shape has one."));
            return faults;

            void Range(string name, double value, double least, double most)
            {
                if (!(value >= least && value <= most))
                    faults.Add(new(name, FormattableString.Invariant($"{value} does not lie between {least} and {most}.")));
            }
        }
    }

    private static double Composite(double level, FeltNoise noise, RuptureArea broken, double fall)
    {
        return (Rated(RuptureArea.Task) + Rated(RuptureArea.Goal) + Rated(RuptureArea.Bond)) / 3.0;

        int Rated(RuptureArea area) => PartnerWalk.Whole(level + noise.In(area) - fall * RuptureLine.ShareOf(broken, area), 7);
    }
}
