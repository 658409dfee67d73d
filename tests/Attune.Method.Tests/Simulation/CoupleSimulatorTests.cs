using System.Collections.Immutable;
using System.Text.Json;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;

namespace Attune.Method.Tests.Simulation;

public sealed class CoupleSimulatorTests
{
    private const uint Seed = 20261124;

    private static readonly CoupleSimulator Usual = new(MethodCatalogue.BuiltIn, new SimulationOptions());

    [Fact]
    public void Couple_SameSeedAndNumber_IsTheSameInAnyOrder()
    {
        var forward = Usual.Couples(Seed, 0, 40).Select(Text).ToArray();
        var backward = Enumerable.Range(0, 40).Reverse().Select(number => Text(new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions()).Couple(Seed, (uint)number))).Reverse().ToArray();
        var parallel = Enumerable.Range(0, 40).AsParallel().AsOrdered().Select(number => Text(Usual.Couple(Seed, (uint)number))).ToArray();

        Assert.Equal(forward, backward);
        Assert.Equal(forward, parallel);
        Assert.Equal(40, forward.Distinct().Count());
        Assert.NotEqual(forward[0], Text(Usual.Couple(Seed + 1, 0)));
    }

    [Fact]
    public void Ruptures_OptionOfAnswersChanged_StayTheSame()
    {
        // With the signal off nothing that is answered bears on what happens, so only the answers differ.
        var quiet = new SimulationOptions { SignalSpread = 0, Dropout = 0, Missing = 0, MissingInRupture = 0, MissingItem = 0 };
        var (all, some) = (new CoupleSimulator(MethodCatalogue.BuiltIn, quiet), new CoupleSimulator(MethodCatalogue.BuiltIn, quiet with { Missing = 0.4 }));
        var couples = Enumerable.Range(0, 50).Select(number => (All: all.Couple(Seed, (uint)number), Some: some.Couple(Seed, (uint)number))).ToArray();

        Assert.All(couples, pair => Assert.Equal(pair.All.Ruptures.AsEnumerable(), pair.Some.Ruptures));
        Assert.All(couples.SelectMany(pair => pair.Some.Sessions.Zip(pair.All.Sessions)).Where(pair => pair.First.Answered), pair => Assert.Equal(pair.Second.Task, pair.First.Task));
        Assert.Contains(couples, pair => pair.Some.Sessions.Any(row => row.Held && !row.Answered));
    }

    [Theory]
    [InlineData(0.37, 0.56, 0.74)]
    [InlineData(0.20, 0.30, 0.74)]
    [InlineData(0.37, 0.56, 0)]
    [InlineData(0.50, 0.80, 1.5)]
    public void FirstSix_AsAsked_ComeOut(double partner, double therapist, double spread)
    {
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { Sessions = 6, Dropout = 0, FirstSixPartner = partner, FirstSixTherapist = therapist, SignalSpread = spread });
        var (told, any, people) = (0, 0, 0);
        foreach (var couple in simulator.Couples(Seed, 0, 4_000))
        {
            foreach (var one in (Partner[])[Partner.A, Partner.B])
            {
                people++;
                any += couple.Ruptures.Any(rupture => rupture.Partner == one) ? 1 : 0;
                told += couple.Ruptures.Any(rupture => rupture.Partner == one && rupture.Told) ? 1 : 0;
            }
        }

        // 3 standard errors are .017; what the intercepts leave out or have from their own couples is the rest.
    }

    [Fact]
    public void Hazard_AgainstDrawnRuptures_IsCalibrated()
    {
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions());
        var rows = simulator.Couples(Seed, 0, 4_000).SelectMany(couple => couple.Sessions).Where(row => row.Held).ToArray();

        Calibrated([.. rows.Select(row => (row.RuptureProbability!.Value, row.Rupture is not null))]);
        Calibrated([.. rows.Where(row => row.ToldProbability > 0).Select(row => (row.ToldProbability!.Value, row.Rupture is { Told: true }))]);
        Assert.All(rows, row => Assert.Equal(row.LogOdds!.Value.Any, row.RuptureProbability!.Value));
        Assert.All(rows, row => Assert.True(row.ToldProbability <= row.RuptureProbability));
    }

    [Fact]
    public void Spread_AsAsked_IsThatOfTheTermsKnownBefore()
    {
        // At the first session only the fixed and equal first-six term and the pull stand beside them.
        var weights = ImmutableSortedDictionary<string, double>.Empty.Add("pull", 0);
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { Sessions = 1, NotHeld = 0, TrueWeights = weights });
        var shares = MethodCatalogue.BuiltIn.Forecast.Reference.Shares;
        double[] summed = [.. simulator.Couples(Seed, 0, 2_000).SelectMany(couple => couple.Sessions).Select(row => row.LogOdds!.Value).Select(odds => shares.Task * odds.Task + shares.Goal * odds.Goal + shares.Bond * odds.Bond)];

        Assert.InRange(Sd(summed), 0.69, 0.79);
    }

    [Fact]
    public void SignalOff_EverySession_HasTheSameChance()
    {
        var simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, new SimulationOptions { SignalSpread = 0 });
        var chances = simulator.Couples(Seed, 0, 100).SelectMany(couple => couple.Sessions).Where(row => row.Held).Select(row => row.RuptureProbability!.Value).Distinct().ToArray();

        Assert.Single(chances);
    }

    [Fact]
    public void Inputs_AsSeen_GiveTheTruthByTheForecastsOwnFormula()
    {
        var model = ForecastModel.Of(MethodCatalogue.BuiltIn);
        var seen = 0;
        foreach (var number in Enumerable.Range(0, 30))
        {
            Dictionary<(Partner, int), AreaLogOdds> byFormula = [];
            var couple = Usual.Couple(Seed, (uint)number, (partner, session, inputs) =>
            {
                var forecast = model.Forecast(inputs, TensionReporter.Therapist, session <= 6);
                byFormula[(partner, session)] = new AreaLogOdds(forecast.Task.LogOdds, forecast.Goal.LogOdds, forecast.Bond.LogOdds);
            });
            foreach (var row in couple.Sessions.Where(row => row.Held))
            {
                // The intercepts differ, by the same in every area and session.
                var (mine, theirs) = (row.LogOdds!.Value, byFormula[(row.Partner, row.Session)]);
                var apart = Usual.Rates.Therapist - model.InterceptOf(TensionReporter.Therapist);
                Assert.Equal(theirs.Task + apart, mine.Task, 1e-9);
                Assert.Equal(theirs.Goal + apart, mine.Goal, 1e-9);
                Assert.Equal(theirs.Bond + apart, mine.Bond, 1e-9);
                seen++;
            }
        }

        Assert.True(seen > 400);
    }

    private static void Calibrated((double Chance, bool Happened)[] all)
    {
        // Logistic recalibration by Newton: intercept 0 and slope 1 within three standard errors.
        var (a, b) = (0.0, 1.0);
        var (sa, sb) = (0.0, 0.0);
        for (var step = 0; step < 30; step++)
        {
            double ga = 0, gb = 0, haa = 0, hab = 0, hbb = 0;
            foreach (var (chance, happened) in all)
            {
                var x = Math.Log(chance / (1 - chance));
                var p = 1 / (1 + Math.Exp(-a - b * x));
                var (left, weight) = ((happened ? 1 : 0) - p, p * (1 - p));
                (ga, gb, haa, hab, hbb) = (ga + left, gb + left * x, haa + weight, hab + weight * x, hbb + weight * x * x);
            }

            var determinant = haa * hbb - hab * hab;
            (a, b) = (a + (hbb * ga - hab * gb) / determinant, b + (haa * gb - hab * ga) / determinant);
            (sa, sb) = (Math.Sqrt(hbb / determinant), Math.Sqrt(haa / determinant));
        }

        Assert.InRange(a, -3 * sa, 3 * sa);
        Assert.InRange(b, 1 - 3 * sb, 1 + 3 * sb);
        Assert.True(sb < 0.05, $"The slope is known to {sb}.");
    }

    private static double Sd(double[] values) =>
        values.Average() is var mean ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)) : 0;

    private static string Text(SimulatedCouple couple) => JsonSerializer.Serialize(couple);
}
