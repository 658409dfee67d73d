using System.Globalization;
using Attune.Exchange.Hearts;
using Attune.Signals.Arousal;
using Attune.Signals.Beats;

namespace Attune.Exchange.Tests.Hearts;

public sealed class EpisodesCsvTests
{
    private const string Header =
        "file,episode,start_s,end_s,duration_s,peak_bpm,mean_bpm,threshold_bpm,minimum_duration_s,rate_choice,"
        + "artefact_rule,recorded_s,covered_s,coverage,artefact_share,standing,algorithm,version\r\n";

    private const string Calm =
        ",0,,,,,,100,120,CentredMean15,LipponenTarvainen,320,320,1,0,Judgeable,arousal-over-whole-recording,2\r\n";

    [Fact]
    public void Write_OneEpisode_IsOneRowOfNumbers() => Assert.Equal(
        Header + "a.txt,1,0,150.5,150.5,120,120,100,120,CentredMean15,LipponenTarvainen,150.5,150.5,1,0,Judgeable,arousal-over-whole-recording,2\r\n",
        Write("a.txt", Finding(500, 301) with { Episodes = [new(TimeSpan.Zero, TimeSpan.FromSeconds(150.5), 120, 120)] }));

    [Fact]
    public void Write_TwoEpisodes_AreNumbered()
    {
        ArousalEpisode first = new(TimeSpan.Zero, TimeSpan.FromSeconds(130), 111, 105);
        ArousalEpisode second = new(TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(330), 112.25, 105.00004);

        var rows = Write("a.txt", Finding(800, 400) with { Episodes = [first, second] }).Split("\r\n");

        Assert.StartsWith("a.txt,1,0,130,130,111,105,", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("a.txt,2,200,330,130,112.25,105,", rows[2], StringComparison.Ordinal);
        Assert.Equal(4, rows.Length);
    }

    [Fact]
    public void Write_NoEpisode_StillSaysWhatWasLookedAt() => Assert.Equal(Header + "a.txt" + Calm, Write("a.txt", Finding(800, 400)));

    [Fact]
    public void Write_NothingBelievable_DoesNotLookCalm() =>
        Assert.Contains(",0,1,TooFewBelievableBeats,", Write("a.txt", Finding(100, 4_000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("=HYPERLINK(1)", "\"'=HYPERLINK(1)\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("a,b.txt", "\"a,b.txt\"")]
    [InlineData("a\"b.txt", "\"a\"\"b.txt\"")]
    [InlineData("=1,\"2\"", "\"'=1,\"\"2\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a=b", "a=b")]
    public void Write_FileName_StaysTextInItsCell(string name, string cell) =>
        Assert.Equal(Header + cell + Calm, Write(name, Finding(800, 400)));

    [Fact]
    public void Write_NegativeNumber_StaysANumber() => Assert.Contains(
        ",-1,", Write("a.txt", Finding(800, 400) with { ThresholdBpm = -1 }), StringComparison.Ordinal);

    [Fact]
    public void Write_GermanCulture_KeepsThePoint()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Contains(",87.5,", Write("a.txt", Finding(800, 400) with { ThresholdBpm = 87.5 }), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ArousalFinding Finding(double ms, int count) =>
        ArousalRule.OverWholeRecording(BeatSeries.FromIntervals(Enumerable.Repeat(ms, count).ToArray()), new());

    private static string Write(string fileName, ArousalFinding finding)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        EpisodesCsv.Write(writer, fileName, finding);
        return writer.ToString();
    }
}
