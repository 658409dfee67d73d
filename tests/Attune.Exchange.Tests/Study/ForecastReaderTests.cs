using System.Collections.Immutable;
using Attune.Exchange.Study;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Exchange.Tests.Study;

public sealed class ForecastReaderTests : IDisposable
{
    private static readonly ForecastRequest AsTheTableSays = new(null, null, null, TensionReporter.Partner, IsStrict: false);

    private readonly string _folder = Directory.CreateTempSubdirectory("attune-forecast-").FullName;

    [Fact]
    public void Read_OwnTerms_AreByNameInAnyOrderAndCountWhatIsMissing()
    {
        var rows = Read("note,mood,Outcome,PARTNER,session,couple,guess,late\nhm,0.5,yes,A,2,x,0.25,1\n,,no,A,1,x,,0\nhm,1,,B,1,x,2,3\n,2,FALSE,A,1,y,1,4\nhm,2,TRUE,,1,y,,4\n");

        Assert.Equal(["mood", "late"], rows.Columns.Terms);
        Assert.Equal(1, rows.Columns.Areas);
        Assert.Equal(["note"], rows.Columns.PassedOver);
        Assert.Equal(["x", "y"], rows.Couples);
        // By couple, partner and session; a partner of one couple is nobody of another.
        Assert.Equal(["1 A x: no", "2 A x: some", "1 B x: none", "1 A y: no"], rows.Sessions.Select(one => $"{one.Session} {rows.Partners[one.Partner]} {rows.Couples[one.Couple]}: {Said(one.Outcome)}"));
        Assert.NotEqual(rows.Sessions[0].Partner, rows.Sessions[3].Partner);
        Assert.Equal([0, 0], rows.Sessions[0].Values);
        Assert.Equal([.5, 1], rows.Sessions[1].Values);
        Assert.Equal([null, .25, null, .99], rows.Sessions.Select(one => one.Guess));
        var tally = rows.Tally;
        Assert.Equal((5, 4, 1, 1, 1), (tally.Rows, tally.Kept, tally.WithoutPlace, tally.Unanswered, tally.Reports));
        Assert.Equal((1, 1), (tally.GuessesOutOfRange, tally.CertainGuesses));
        Assert.Equal([1, 0], tally.MissingValues);
    }

    [Fact]
    public void Read_TermsByArea_AreAreaByArea()
    {
        var rows = Read("couple;partner;session;outcome;area;a;b@bond;b@task;b@goal\nx;A;1;1;Goal;1,5;3;4;5\nx;A;2;1;;1;2;3;4\nx;A;3;0;;0;0;0;0\n");

        Assert.Equal(["a", "b"], rows.Columns.Terms);
        Assert.Equal(3, rows.Columns.Areas);
        Assert.Equal([1.5, 4, 1.5, 5, 1.5, 3], rows.Sessions[0].Values);
        Assert.Equal(["goal", "some", "no"], rows.Sessions.Select(one => Said(one.Outcome)));
    }

    [Fact]
    public void Read_SameTableAsParquet_IsTheSame()
    {
        var columns = ImmutableArray.Create(
            new StudyColumn("couple", StudyKind.Text), new StudyColumn("partner", StudyKind.Whole), new StudyColumn("session", StudyKind.Whole), new StudyColumn("outcome", StudyKind.Whole),
            new StudyColumn("area", StudyKind.Text), new StudyColumn("x", StudyKind.Number));
        var written = new StudyRows(columns);
        for (var i = 0; i < 40; i++)
            written.Add($"c{i / 8}").Add(i % 2).Add(i / 2).Add(i % 7 == 0 ? double.NaN : i % 3 % 2).Add(i % 3 == 1 && i % 2 == 0 ? "bond" : null).Add(i % 5 == 0 ? double.NaN : i / 3.0);
        var read = new[] { StudyFormat.Csv, StudyFormat.Parquet }.Select(format => Read(Written(written, format), AsTheTableSays)).ToArray();

        Assert.Equal(read[0].Sessions.Select(Row), read[1].Sessions.Select(Row));
        Assert.Equal((6, 8), (read[1].Tally.Unanswered, read[1].Tally.MissingValues[0]));
        Assert.Equal(5, read[1].Couples.Length);

        static string Row(PartnerSession one) => $"{one.Couple} {one.Partner} {one.Session} {Said(one.Outcome)} {string.Join(' ', one.Values)}";
    }

    [Theory]
    [InlineData("couple,partner,session,mood\nx,A,1,2\n", StudyCodes.MissingColumn, "no column 'outcome'")]
    [InlineData("couple,partner,session,outcome,mood,Mood\nx,A,1,1,2,2\n", StudyCodes.DoubledColumn, "Two columns are called")]
    [InlineData("couple,partner,session,outcome,word\nx,A,1,1,w\n", ForecastCodes.UnusableTerms, "No column of numbers is left")]
    [InlineData("couple,partner,session,outcome,a@task,a@bond\nx,A,1,1,1,1\n", StudyCodes.MissingColumn, "no column 'a@goal'")]
    [InlineData("couple,partner,session,outcome,a,a@task\nx,A,1,1,1,1\n", ForecastCodes.UnusableTerms, "either the same in every area or has three columns")]
    [InlineData("couple,partner,session,outcome,area,a\nx,A,1,1,trust,1\n", ForecastCodes.NotAnArea, "Line 2 has 'trust' in column 'area'")]
    [InlineData("couple,partner,session,outcome,a\nx,A,1,perhaps,1\n", ForecastCodes.NotAnOutcome, "Line 2 has 'perhaps'")]
    [InlineData("couple,partner,session,outcome,a\nx,A,1,1,1\nx,A,1,0,{b}\n", StudyCodes.NotANumber, "Line 3 has '{b}' in column 'a'")]
    public void Read_UnusableTable_IsRefusedByName(string text, string code, string says)
    {
        var refused = Assert.Throws<StudyRefusedException>(() => Read(text)).Refusal;

        Assert.Equal(code, refused.Code);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,A,1,1,\n", ForecastCodes.NoValue)]
    [InlineData(",A,1,1,2\n", StudyCodes.NoCourse)]
    [InlineData("x,A,,1,2\n", StudyCodes.NoSession)]
    public void Read_Strictly_RefusesWhatElseIsCounted(string row, string code)
    {
        var text = "couple,partner,session,outcome,a\nx,B,1,0,1\n" + row;

        Assert.Equal(2, Read(text).Tally.Rows);
        var refused = Assert.Throws<StudyRefusedException>(() => Read(Written(text), AsTheTableSays with { IsStrict = true })).Refusal;
        Assert.Equal((code, 3), (refused.Code, refused.Line));
    }

    [Theory]
    [InlineData("term,mean,sd\na,0,1\n", "says nothing of 'b'")]
    [InlineData("term,mean,sd\na,0,1\nb,0,flat\nc,0,1\n", "'c', which is no term here")]
    [InlineData("term,mean,sd\na,0,1\nA,0,1\nb,0,1\n", "twice")]
    [InlineData("term,mean,sd\na,0,0\nb,0,1\n", "an SD is above 0")]
    [InlineData("term,mean,sd\na,,1\nb,0,1\n", "a mean is a number")]
    [InlineData("term,mean,sd\na,0,1\nb,0,1\npartner-sd,,flat\n", "an SD of 0 or more")]
    public void Prior_Unusable_IsRefusedByName(string text, string says)
    {
        var columns = Read("couple,partner,session,outcome,a,b\nx,A,1,1,1,1\n").Columns;

        var refused = Assert.Throws<StudyRefusedException>(() => ForecastPrior.Of(columns, Written(text).FullName, TensionReporter.Partner, MethodCatalogue.BuiltIn)).Refusal;

        Assert.Equal(ForecastCodes.UnusablePrior, refused.Code);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prior_OfAFileInEitherForm_IsTheSame()
    {
        var columns = Read("couple,partner,session,outcome,a,b\nx,A,1,1,1,1\n").Columns;
        var csv = ForecastPrior.Of(columns, Written("term,mean,sd\nb,,flat\na,0.5,2\npartner-sd,,0.4\nintercept,-2,1\n").FullName, TensionReporter.Partner, MethodCatalogue.BuiltIn);
        var json = ForecastPrior.Of(
            columns, Written("""[{"term":"a","mean":0.5,"sd":2},{"term":"b","sd":"flat"},{"term":"partner-sd","sd":0.4},{"term":"intercept","mean":-2,"sd":1}]""", "p.json").FullName,
            TensionReporter.Partner, MethodCatalogue.BuiltIn);

        Assert.Equal([new TermPrior("a", .5, 2), new TermPrior("b", 0, double.PositiveInfinity)], csv.Terms);
        Assert.Equal((new TermPrior("intercept", -2, 1), .4), (csv.Intercept, csv.PartnerSd));
        Assert.Equal(csv.Terms, json.Terms);
        Assert.Equal((csv.Intercept, csv.PartnerSd), (json.Intercept, json.PartnerSd));
        Assert.NotEqual(csv.Version, json.Version);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Said(SessionOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Unanswered => "none",
        OutcomeKind.NoReport => "no",
        OutcomeKind.ReportOfUnknownArea => "some",
        _ => new[] { "task", "goal", "bond" }[outcome.Area],
    };

    private static ForecastRows Read(FileInfo file, ForecastRequest asked)
    {
        var one = ForecastReader.Read(file, asked, MethodCatalogue.BuiltIn, new StudyCrew(1));
        var two = ForecastReader.Read(file, asked, MethodCatalogue.BuiltIn, new StudyCrew(2));
        Assert.Equal(one.Sessions.Select(session => session.Line), two.Sessions.Select(session => session.Line));
        return two;
    }

    private ForecastRows Read(string text) => Read(Written(text), AsTheTableSays);

    private FileInfo Written(string text, string name = "t.csv")
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        File.WriteAllText(file.FullName, text);
        return file;
    }

    private FileInfo Written(StudyRows rows, StudyFormat format)
    {
        var file = new FileInfo(Path.Combine(_folder, $"t.{format}"));
        using var stream = file.Create();
        using var writer = StudyWriter.On(stream, format, rows.Columns);
        writer.Append(writer.Encode(rows));
        writer.Finish();
        return file;
    }
}
