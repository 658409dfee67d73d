using System.IO.Compression;
using Attune.Signals.Synchrony;

namespace Attune.Signals.Tests.Synchrony;

/// <summary>Numbers that other tools computed: rMEA on real pairs, numpy on generated ones.</summary>
public sealed class SynchronyReferenceTests
{
    private static readonly string[] Dyads = ["100", "101", "102", "103", "104", "200", "201", "202", "203", "204"];

    private static readonly SynchronyOptions Rmea = new()
    {
        SamplesPerSecond = 25,
        Window = TimeSpan.FromSeconds(30),
        Step = TimeSpan.FromSeconds(10),
        LongestLag = TimeSpan.FromSeconds(5),
    };

    private static readonly SynchronyOptions Generated = new()
    {
        Window = TimeSpan.FromSeconds(60),
        Step = TimeSpan.FromSeconds(30),
        LongestLag = TimeSpan.FromSeconds(10),
        Placement = LagPlacement.SecondMoves,
    };

    [Fact]
    public void Of_MotionOfTenPairs_EqualsRmeaTo1e6()
    {
        var rows = RealSeries.Table("synchrony_rmea_per_dyad.csv").ToLookup(cells => cells[1]);
        Assert.Equal(Dyads, rows.Select(group => group.Key).Order());
        foreach (var dyad in Dyads)
        {
            var (patient, therapist) = Motion(dyad);
            var finding = SynchronyFinding.Of(patient, therapist, Rmea);
            var longer = SynchronyFinding.Of(patient, therapist, Rmea with { Window = TimeSpan.FromSeconds(60), Step = TimeSpan.FromSeconds(30) });

            Assert.Equal(3, rows[dyad].Count());
            foreach (var cells in rows[dyad])
            {
                var (of, part) = cells[0] switch
                {
                    "win30_inc10_signed" => (finding, finding.Signed),
                    "win30_inc10_abs" => (finding, finding.Absolute),
                    "win60_inc30_abs" => (longer, longer.Absolute),
                    _ => throw new InvalidDataException(cells[0]),
                };
                Assert.Equal(RealSeries.Number(cells[5]), of.Windows);
                Assert.Equal(of.Windows, of.Used);
                double[] ours = [part.Mean, part.AtZero, part.Mean, part.FirstEarlier, part.SecondEarlier, part.MeanBestLagSeconds];
                foreach (var (theirs, own) in cells.Skip(8).Zip(ours))
                    Assert.Equal(RealSeries.Number(theirs), own, 1e-6);
            }
        }
    }

    [Fact]
    public void Profile_MotionOfTenPairs_EqualsRmeaTo1e6()
    {
        var rows = RealSeries.Table("synchrony_rmea_lag_profile.csv").ToLookup(cells => cells[0]);
        foreach (var dyad in Dyads)
        {
            var (patient, therapist) = Motion(dyad);
            var profile = SynchronyFinding.Of(patient, therapist, Rmea).Profile;

            var theirs = rows[dyad].ToList();
            Assert.Equal(251, theirs.Count);
            for (var k = 0; k < theirs.Count; k++)
            {
                Assert.Equal((k - 125) / 25.0, RealSeries.Number(theirs[k][1].Replace("lag", "")), 1e-9);
                Assert.Equal(RealSeries.Number(theirs[k][2]), profile[k], 1e-6);
            }
        }
    }

    [Fact]
    public void Of_GeneratedPairThreeSecondsApart_FindsTheLagExactly()
    {
        var (first, second) = GeneratedPair();
        var theirs = RealSeries.Table("synchrony_results.csv").Single();

        var finding = SynchronyFinding.Of(first, second, Generated);

        Assert.Equal(3.0, finding.BestLagSeconds);
        double[] ours = [finding.Signed.Mean, finding.Absolute.Mean, finding.Signed.AtZero, finding.BestLagSeconds, finding.BestLagZ];
        foreach (var (cell, own) in theirs.Skip(4).Zip(ours))
            Assert.Equal(RealSeries.Number(cell), own, 1e-9);
    }

    // The shifts are drawn otherwise than there, so their mean and SD agree as two samples of a thousand do.
    [Fact]
    public void ByShifting_GeneratedPair_AgreesWithAnotherThousandShifts()
    {
        var (first, second) = GeneratedPair();
        var theirs = RealSeries.Table("synchrony_results.csv").Single().Skip(1).Select(RealSeries.Number).ToList();

        var test = Surrogates.ByShifting(first, second, Generated, 1_000, 7);

        Assert.Equal(1_000, test.Count);
        Assert.Equal(theirs[9], test.Signed.Mean, 0.002);
        Assert.Equal(1, test.Signed.Sd / theirs[10], 0.15);
        Assert.Equal(theirs[12], test.Absolute.Mean, 0.002);
        Assert.Equal(1, test.Absolute.Sd / theirs[13], 0.15);
        Assert.Equal(theirs[14], test.Absolute.ShareAtLeast, 1e-12);
        Assert.Equal(theirs[15], test.LagZero.ShareAtLeast, 0.04);
        Assert.Equal(theirs[16], test.BestLag.ShareAtLeast, 1e-12);
        Assert.Equal(theirs[17], test.Absolute.EffectSize, 1.0);
        Assert.Equal(Lead.FirstEarlier, SynchronyFinding.Of(first, second, Generated).LeadGiven(test));
    }

    // Both partners turn a dial every 2 s: not hearts, but a pair of regular series of other people's making.
    [Fact]
    public void Of_DialsOfCouples_AreComparable()
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(ReferenceData.PathOf("dyads", "rties", "derived_rties_full.csv.gz")), CompressionMode.Decompress));
        var rows = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        var options = new SynchronyOptions { SamplesPerSecond = 0.5, Window = TimeSpan.FromMinutes(2), Step = TimeSpan.FromMinutes(1), LongestLag = TimeSpan.FromSeconds(20) };
        var couples = rows.GroupBy(cells => cells[0]).ToList();
        var used = 0;
        foreach (var couple in couples)
        {
            var partners = couple.GroupBy(cells => cells[1])
                .Select(partner => partner.OrderBy(cells => RealSeries.Number(cells[3])).Select(cells => cells[2] == "NA" ? double.NaN : RealSeries.Number(cells[2])).ToArray())
                .ToList();
            Assert.Equal(2, partners.Count);

            var finding = SynchronyFinding.Of(partners[0], partners[1], options);

            Assert.True(finding.Windows > 0);
            used += finding.Used;
            Assert.True(finding.Used == 0 || finding.Absolute.Mean is > 0 and < 10);
        }

        Assert.True(couples.Count > 50);
        Assert.True(used > couples.Count);
    }

    private static (double[] First, double[] Second) GeneratedPair()
    {
        var rows = RealSeries.Table("synchrony_generated_c06_lag_3_s.csv");
        double[] first = [.. rows.Select(cells => RealSeries.Number(cells[1]))];
        double[] second = [.. rows.Select(cells => RealSeries.Number(cells[2]))];
        RegularSeries.Detrend(first);
        RegularSeries.Detrend(second);
        return (first, second);
    }

    // Smoothed over half a second and divided by the SD, as the reference was.
    private static (double[] Patient, double[] Therapist) Motion(string dyad)
    {
        var rows = File.ReadLines(ReferenceData.PathOf("dyads", "rmea", $"{dyad}_01.txt")).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return (Scaled(rows, 0), Scaled(rows, 1));
    }

    private static double[] Scaled(List<string[]> rows, int column)
    {
        double[] raw = [.. rows.Select(cells => RealSeries.Number(cells[column]))];
        var smooth = new double[raw.Length];
        RegularSeries.Smooth(raw, 12.5, smooth);
        var mean = smooth.Average();
        var sd = Math.Sqrt(smooth.Sum(value => (value - mean) * (value - mean)) / (smooth.Length - 1));
        return [.. smooth.Select(value => value / sd)];
    }
}
