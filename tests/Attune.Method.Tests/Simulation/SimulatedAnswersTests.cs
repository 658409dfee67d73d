using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;

namespace Attune.Method.Tests.Simulation;

/// <summary>What comes out against what was asked for.</summary>
public sealed class SimulatedAnswersTests
{
    private static readonly SimulationOptions Quiet = new() { Missing = 0, MissingInRupture = 0, MissingItem = 0, FlatAnswerers = 0, NotHeld = 0, Dropout = 0, SplitShare = 0 };

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void Noise_AsAsked_HasItsSpreadAndAutocorrelation(double autocorrelation)
    {
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, Quiet with { Sessions = 60, Autocorrelation = autocorrelation });
        double square = 0, together = 0, pairs = 0, count = 0;
        foreach (var couple in simulator.Couples(1, 0, 150))
        {
            foreach (var partner in (Partner[])[Partner.A, Partner.B])
            {
                double[] noise = [.. couple.Of(partner).Select(row => row.Felt!.Value + row.Fall - couple.Truth[partner].Level)];
                square += noise.Sum(one => one * one);
                count += noise.Length;
                together += noise.Zip(noise.Skip(1), (one, next) => one * next).Sum();
                pairs += noise.Length - 1;
            }
        }

        Assert.InRange(Math.Sqrt(square / count), 0.48, 0.52);
        Assert.InRange(together / pairs / (square / count), autocorrelation - 0.03, autocorrelation + 0.03);
    }

    [Fact]
    public void Missing_AsAsked_IsMoreAfterARupture()
    {
        var options = new SimulationOptions { Missing = 0.2, MissingInRupture = 0.3, Dropout = 0 };
        var rows = new CoupleSimulator(MethodCatalogue.BuiltIn, options).Couples(2, 0, 600).SelectMany(couple => couple.Sessions).Where(row => row.Held).ToLookup(row => row.OpenBefore || row.Rupture is not null);

        Assert.InRange(rows[false].Average(row => row.Answered ? 0.0 : 1), 0.18, 0.22);
        Assert.InRange(rows[true].Average(row => row.Answered ? 0.0 : 1), 0.48, 0.52);
        var items = rows.SelectMany(all => all).Where(row => row.Answered).ToArray();
        Assert.InRange(items.Average(row => row.Bond is null ? 1.0 : 0), 0.006, 0.014);
    }

    [Fact]
    public void Ceiling_WithoutRuptures_IsTheShareThatTheNormalSays()
    {
        // Level 6, SD 1 between persons and .584 of one item: 7 from 6.5 on, 1 - Phi(.5 / sqrt(1 + .584^2)) = .333.
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, Quiet with { Level = 6, FirstSixPartner = 0.001, FirstSixTherapist = 0.001, SignalSpread = 0 });
        double[] top = [.. simulator.Couples(3, 0, 1_500).SelectMany(couple => couple.Sessions).Where(row => row.Fall == 0).Select(row => row.Task == 7 ? 1.0 : 0)];

        Assert.InRange(top.Average(), 0.305, 0.361);
    }

    [Fact]
    public void Dropout_AsAsked_IsMoreWhenSomethingIsOpen()
    {
        // Sessions after which a couple could still stop.
        var couples = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { Dropout = 0.05, DropoutWhenOpen = 4 }).Couples(4, 0, 2_000).ToArray();
        var (closed, open) = ((Stopped: 0, All: 0), (Stopped: 0, All: 0));
        foreach (var couple in couples)
        {
            var last = couple.Sessions[^1].Session;
            for (var session = 1; session <= Math.Min(last, 15); session++)
            {
                var stopped = couple.EndedEarly && session == last ? 1 : 0;
                if (couple.Ruptures.Any(rupture => rupture.IsOpenBefore(session + 1)))
                    open = (open.Stopped + stopped, open.All + 1);
                else
                    closed = (closed.Stopped + stopped, closed.All + 1);
            }
        }

        Assert.InRange(closed.Stopped / (double)closed.All, 0.043, 0.057);
        Assert.InRange(open.Stopped / (double)open.All, 0.155, 0.193);
    }

    [Fact]
    public void FlatAnswerers_AsAsked_NeverVaryNorTell()
    {
        var rows = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { FlatAnswerers = 0.5, FirstSixPartner = 0.2 }).Couples(5, 0, 200).ToArray();
        var flat = rows.SelectMany(couple => couple.Sessions).Where(row => row.IsFlatAnswerer).GroupBy(row => (row.Couple, row.Partner)).ToArray();

        Assert.InRange(flat.Length, 150, 250);
        Assert.All(flat, one => Assert.True(one.Select(row => row.Task).Where(task => task is not null).Distinct().Count() <= 1));
        Assert.All(flat.SelectMany(one => one).Where(row => row.Answered), row => Assert.Equal((false, CareAnswer.Yes), (row.Tension, row.Care)));
        Assert.Contains(flat.SelectMany(one => one), row => row.Rupture is not null);
    }

    [Fact]
    public void BlindSpot_Whole_NothingIsNoticed()
    {
        var rows = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { BlindSpot = 1 }).Couples(6, 0, 50).SelectMany(couple => couple.Sessions).ToArray();

        Assert.Contains(rows, row => row.Rupture is not null && row.TherapistTension == false);
        Assert.DoesNotContain(rows, row => row.TherapistTension == true);
        Assert.Contains(rows, row => row.Tension == true);
    }

    [Fact]
    public void Rows_AnyOptions_AreInRange() =>
        Gen.Select(Gen.Double[1, 7], Gen.Double[0, 3], Gen.Double[0, 3], Gen.Double[0, 0.6], Gen.Double[0, 1], Gen.Double[-1, 1], Gen.Int[1, 12], Gen.UInt)
            .Sample(
                (level, between, within, autocorrelation, share, growth, sessions, number) =>
                {
                    var options = new SimulationOptions
                    {
                        Level = level,
                        BetweenSd = between,
                        WithinSd = within,
                        Autocorrelation = autocorrelation,
                        Missing = share,
                        Dropout = share / 4,
                        Hearts = share,
                        Growth = growth,
                        Sessions = sessions,
                        MostDepth = 6,
                        FirstSixTherapist = 0.9,
                        BlindSpot = share,
                        NotHeld = 0,
                        FlatAnswerers = 0,
                    };
                    var couple = new CoupleSimulator(MethodCatalogue.BuiltIn, options).Couple(9, number);
                    return couple.Sessions.All(InRange) && couple.Sessions.Length % 2 == 0 && couple.Sessions.Length <= 2 * sessions
                        && couple.Hearts.All(heart => heart.Above.All(one => one.StartMinute >= 0 && one.Minutes > 0 && one.StartMinute + one.Minutes <= heart.Minutes && one.PlateauBpm is > 100 and <= 140))
                        && couple.Ruptures.All(rupture => rupture.Onset >= 1 && rupture.Onset <= sessions);
                },
                iter: 6, threads: 1, seed: "0000000000001");

    [Fact]
    public void Columns_OfARow_AreDistinctAndFilled()
    {
        var columns = SimulatedColumns.Of(MethodCatalogue.BuiltIn);
        var couple = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions()).Couple(1, 3);

        Assert.Equal(columns.Length, columns.Select(column => column.Name).Distinct().Count());
        Assert.Equal(23 + 18 + 14 + 19, columns.Length);
        Assert.All(columns, column => Assert.Matches("^[a-z0-9_]+$", column.Name));
        Assert.All(columns, column => Assert.Equal(column.IsTruth, column.Name.StartsWith("true_", StringComparison.Ordinal)));
        Assert.All(columns.Where(column => column.Kind == SimulatedColumnKind.Text), column => Assert.All(couple.Sessions, row => Assert.Null(column.Value(row))));
        Assert.All(couple.Sessions.SelectMany(row => columns.Select(column => column.Value(row))).OfType<double>(), value => Assert.True(double.IsFinite(value)));
        Assert.Equal(couple.CourseOf(Partner.B).Composite.Length, couple.Sessions.Length / 2);
    }

    [Fact]
    public void Options_ThatCannotBeDrawn_AreRefusedByName()
    {
        Refused("Sessions", new() { Sessions = 0 });
        Refused("FirstSixPartner", new() { FirstSixPartner = 0.6 });
        Refused("FirstSixPartner", new() { FlatAnswerers = 0.8 });
        Refused("FirstSixTherapist", new() { NotHeld = 1 });
        Refused("Autocorrelation", new() { Autocorrelation = 0.7 });
        Refused("WithinSd", new() { WithinSd = double.NaN });
        Refused("MostDepth", new() { MostDepth = 0.5 });
        Refused("Shapes", new() { Shapes = new(0.5, 0.5, 0.5, 0, 0) });
        Refused("TrueWeights", new() { TrueWeights = new SimulationOptions().TrueWeights.Add("no-such-term", 1) });
        Refused("TrueWeights", new() { TrueWeights = new SimulationOptions().TrueWeights.Add("comfort", 1) });

        static void Refused(string option, SimulationOptions options) => Assert.StartsWith(
            option + ":", Assert.Throws<ArgumentException>(() => new CoupleSimulator(MethodCatalogue.BuiltIn, options)).Message, StringComparison.Ordinal);
    }

    private static bool InRange(SimulatedSession row) =>
        Rating(row.Task, 7) && Rating(row.Goal, 7) && Rating(row.Bond, 7) && Rating(row.Fairness, 7) && Rating(row.WithinCouple, 7) && Rating(row.TherapistBondGuess, 7)
        && Rating(row.TensionStrength, 5) && Rating(row.TensionCleared, 5) && row.Composite is null or (>= 1 and <= 7)
        && row.Trust is >= 0 and <= 1 && row.Fall >= 0 && row.TherapistMinutesAbove100 is null or (>= 0 and <= 90)
        && row.RuptureProbability is null or (>= 0 and <= 1) && row.Schemas.All(score => score is >= 1 and <= 6) && row.Modes.All(score => score is >= 1 and <= 6)
        && (row.Answered || (row.Task ?? row.Goal ?? row.Bond ?? row.Fairness) is null);

    private static bool Rating(int? rating, int most) => rating is null || (rating >= 1 && rating <= most);
}
