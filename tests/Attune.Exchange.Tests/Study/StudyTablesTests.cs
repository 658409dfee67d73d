using Attune.Exchange.Study;
using Attune.Method.Detection;
using Attune.Method.Trust;

namespace Attune.Exchange.Tests.Study;

public sealed class StudyTablesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("attune-study-").FullName;

    /// <summary>The worked series of the facts; the strict drop flags session 5 alone, which is back at once.</summary>
    [Fact]
    public void Detect_Episodes_HaveTheTablesOwnSessions()
    {
        double[] worked = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9];
        var text = "course,session,score\n" + string.Concat(worked.Select((score, i) => FormattableString.Invariant($"a,{10 * (i + 1)},{score}\n")));
        var rows = Detect(text, DetectRowKind.Episode, "score").Rows;

        Assert.Equal(1, rows.Count);
        Assert.Equal("two_stricter_sd_drop", rows.Text(1, 0));
        Assert.Equal([50, 50, 50, 60], Enumerable.Range(2, 4).Select(column => rows.Number(column, 0)));
        Assert.Equal((5.575, 4.3, 1.275), (Math.Round(rows.Number(6, 0), 9), rows.Number(7, 0), Math.Round(rows.Number(8, 0), 9)));
        Assert.Equal(("v", "full"), (rows.Text(11, 0), rows.Text(12, 0)));
    }

    [Fact]
    public void Detect_TwoColumns_EachIsJudgedByItself()
    {
        var found = Detect("course,session,x,y\na,1,5,5\na,2,5,\na,3,1,5\n", DetectRowKind.Course, "x", "y");

        Assert.Equal(["a", "a"], new[] { found.Rows.Text(0, 0), found.Rows.Text(0, 1) });
        Assert.Equal(["x", "y"], new[] { found.Rows.Text(1, 0), found.Rows.Text(1, 1) });
        Assert.Equal([3, 2], new[] { found.Rows.Number(3, 0), found.Rows.Number(3, 1) });
        Assert.Equal((1L, 0L), (found.Totals[0].Flags(0), found.Totals[1].Flags(0)));
        Assert.Equal((0L, 1L), (found.Totals[0].MissingAnswers, found.Totals[1].MissingAnswers));
    }

    /// <summary>Gaps by hand: 1, 2.5 and 3; the caseload's mean is 5 - so A's trait is 1, and B's -1.1667.</summary>
    [Fact]
    public void Couples_ThreeSessions_HaveGapTraitAndGuesses()
    {
        var block = Block("couple,session,a,b,guess_a,a_of_b\nx,1,6,5,7,5\nx,2,6,3.5,5,5\nx,3,6,3,,4\n", new CourseRequest(CoupleTable.Wanted(1, 7), Course: "couple"));
        var (sum, persons) = CoupleTable.Means(block);
        var rows = CoupleTable.Of(block, DetectionForm.WholeSeries, 5, 1);

        Assert.Equal((2L, 6 + 11.5 / 3), (persons, sum));
        Assert.Equal([1, 2.5, 3], Column(rows, "gap_sd"));
        Assert.Equal(["split", "severe", "severe"], Enumerable.Range(0, 3).Select(row => rows.Text(3, row)));
        Assert.Equal([5, 3.5, 3], Column(rows, "weakest"));
        Assert.All(Column(rows, "trait_a"), trait => Assert.Equal(1, trait, 12));
        Assert.All(Column(rows, "trait_b"), trait => Assert.Equal(11.5 / 3 - 5, trait, 12));
        Assert.Equal([1, -1, double.NaN], Column(rows, "blind_spot_a_sd"));
        Assert.Equal([1, 0, 0], Column(rows, "blind_spot_a_mean_sd"));
        Assert.Equal([0, 1.5, 1], Column(rows, "meta_gap_a_sd"));
        Assert.All(Column(rows, "blind_spot_b_sd"), value => Assert.True(double.IsNaN(value)));
        Assert.All(Column(rows, "within_low"), value => Assert.True(double.IsNaN(value)));
    }

    /// <summary>Rate .5 from .5 over 1, 1, 0: expected .5, .75, .875, and .4375 afterwards.</summary>
    [Fact]
    public void TrustModels_ParametersGiven_FollowTheCourse()
    {
        var block = Block("course,session,outcome,forecast\na,1,1,\na,2,1,0.75\na,3,,\na,4,0,0.25\n", new CourseRequest(TrustTable.Wanted));
        var given = TrustModelChoice.Of("rescorla_wagner=0.5:0.5")!;
        var rows = TrustModelTable.Of(block, [new(given.Model, TrustParameters.Given, given.Given, null), new(TrustModel.PearceHall, TrustParameters.Course, null, null)]);

        Assert.Equal([3, 3], Column(rows, "moments"));
        Assert.Equal(.4375, Column(rows, "expected")[0], 12);
        Assert.Equal(((.5 * .5) + (.25 * .25) + (.875 * .875)) / 3, Column(rows, "brier")[0], 12);
        Assert.Equal(((.25 * .25) + (.875 * .875)) / 2, Column(rows, "model_brier")[0], 12);
        Assert.Equal(((.25 * .25) + (.25 * .25)) / 2, Column(rows, "own_brier")[0], 12);
        Assert.Equal(2, Column(rows, "compared")[0]);
        Assert.Equal("too_few_moments", rows.Text(rows.Columns.Length - 1, 1));
        Assert.True(double.IsNaN(Column(rows, "brier")[1]));
    }

    [Theory]
    [InlineData("rescorla_wagner=1.5:0.5")]
    [InlineData("rescorla_wagner=0.5")]
    [InlineData("beta_forgetting=0:1:0.9")]
    [InlineData("guess")]
    public void TrustModelChoice_WhatCannotBe_IsNotUnderstood(string text) => Assert.Null(TrustModelChoice.Of(text));

    [Fact]
    public void Trust_Weight_CountsAndOneOutsideOfTheRangeIsOne()
    {
        var file = Written("course,session,outcome,weight\na,1,1,2\na,2,0,1000\n");
        CourseBlock[] blocks = [.. CourseStream.Each(file, new CourseRequest(TrustTable.Wanted), new StudyCrew(1), block => block, cancel: TestContext.Current.CancellationToken)];

        Assert.Equal(2.0 / 3, TrustTable.Read(blocks.Single(block => block.Count > 0)).Number(2, 0), 12);
        Assert.Equal(1, blocks.Sum(block => block.Tally.OutOfRange));
    }

    /// <summary>Two observations and two subjects: what lies at the same second of another is another event.</summary>
    [Fact]
    public void Events_SeveralObservationsAndSubjects_NeverMatchAcross()
    {
        var rows = Events("observer,observation id,subject,code,start\nx,1,p,s,1\nx,1,q,t,1\nx,2,p,s,1\ny,1,p,s,1.2\ny,1,q,s,1\ny,2,p,t,9\n", out var leftOut);

        Assert.Equal((4, 0), (rows.Count, leftOut));
        Assert.Equal([1, 0, 0, 1], Column(rows, "same"));
        Assert.Equal([0, 1, 0, 1], Column(rows, "confused"));
        Assert.Equal([0, 0, 1, 1], Column(rows, "only_first"));
        Assert.Equal([0, 0, 1, 1], Column(rows, "only_second"));
        Assert.Equal(("1", "p", null), (rows.Text(2, 0), rows.Text(3, 0), rows.Text(2, 3)));
    }

    [Fact]
    public void Events_ObservationOfOneAlone_IsLeftOutAndCounted()
    {
        var rows = Events("observer,observation,code,start\nx,1,s,1\ny,1,s,1\ny,1,t,4\nx,2,s,1\n", out var leftOut);

        Assert.Equal((1, 1), (rows.Count, leftOut));
        Assert.Equal(
            StudyCodes.NotComputable,
            Assert.Throws<StudyRefusedException>(() => Events("observer,observation,code,start\nx,1,s,1\ny,2,s,1\n", out _)).Refusal.Code);
    }

    [Fact]
    public void Agreement_KappaAndAlpha_HaveIntervalsThatTheSeedDecides()
    {
        var ratings = RatingRows.Read(Written("A,B\n1,1\n2,2\n3,2\n1,1\n2,3\n3,3\n1,2\n2,2\n"), ["A", "B"]);
        string[] two = ["cohens_kappa", "nominal_alpha"];
        var rows = AgreementTable.Of(ratings, two, new(.95, Seed: 3));

        Assert.Equal(Said(rows), Said(AgreementTable.Of(ratings, two, new(.95, Seed: 3))));
        Assert.NotEqual(Said(rows), Said(AgreementTable.Of(ratings, two, new(.95, Seed: 4))));
        for (var row = 0; row < 2; row++)
            Assert.True(rows.Number(2, row) < rows.Number(1, row) && rows.Number(1, row) < rows.Number(3, row));
        Assert.Equal(["fleiss_cohen_everitt", "bootstrap_over_targets"], new[] { rows.Text(5, 0), rows.Text(5, 1) });

        static string Said(StudyRows rows) => string.Join(' ', Enumerable.Range(0, rows.Count).Select(row => FormattableString.Invariant($"{rows.Number(2, row):R} {rows.Number(3, row):R}")));
    }

    [Theory]
    [InlineData("PAR1 and no more of it")]
    [InlineData("PAR1")]
    public void Each_BrokenParquet_IsRefusedByName(string text)
    {
        var refused = Assert.Throws<StudyRefusedException>(() => Block(text, new CourseRequest(TrustTable.Wanted)));

        Assert.Equal(StudyCodes.NotReadable, refused.Refusal.Code);
    }

    [Theory]
    [InlineData("term,weight\na,\n", StudyCodes.NotComputable)]
    [InlineData("term,weight\n,2\n", StudyCodes.NotComputable)]
    [InlineData("term,weight\na,1\na,2\n", StudyCodes.RepeatedSession)]
    [InlineData("term,weight\na,much\n", StudyCodes.NotANumber)]
    public void Weights_ThatCannotBe_AreRefused(string text, string code) =>
        Assert.Equal(code, Assert.Throws<StudyRefusedException>(() => WeightRows.Read(Written(text))).Refusal.Code);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static double[] Column(StudyRows rows, string name)
    {
        var place = rows.Columns.IndexOf(rows.Columns.First(column => column.Name == name));
        return [.. Enumerable.Range(0, rows.Count).Select(row => rows.Number(place, row))];
    }

    private StudyRows Events(string text, out int leftOut)
    {
        var (rows, count) = EventTable.Of(EventRows.Read(Written(text)).Noted, TimeSpan.FromSeconds(.5));
        leftOut = count;
        return rows;
    }

    private DetectFound Detect(string text, DetectRowKind rows, params string[] columns)
    {
        var request = new DetectRequest([.. columns], [DetectionCriterion.TwoStricterSdDrop], DetectionForm.SoFar, DetectionReference.CheckIn, rows);
        return DetectTable.Judge(Block(text, new CourseRequest([.. columns.Select(name => new WantedColumn(name))])), request);
    }

    private CourseBlock Block(string text, CourseRequest request) => CourseStream.Each(Written(text), request, new StudyCrew(1), block => block).Single(block => block.Count > 0);

    private FileInfo Written(string text)
    {
        var file = new FileInfo(Path.Combine(_folder, $"{Guid.NewGuid():N}"));
        File.WriteAllText(file.FullName, text);
        return file;
    }
}
