using Attune.App.Couples;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Couples;

namespace Attune.App.Tests.Couples;

/// <summary>What the course draws, and that the table beside it says the same.</summary>
public sealed class CourseLinesTests(DemoHost demo)
{
    [Fact]
    public async Task Lines_OfTheDemo_AreTheTwoTheirLimitsTheSplitTheRuptureAndTheMissingAnswer()
    {
        var view = await demo.Host.Grains.GetGrain<ICoupleGrain>(RunningHost.DemoCouple.Value).See(demo.Host.Therapist, "test");
        var lines = CourseLines.Of(view).ToList();

        Assert.Equal([("A0", 6), ("B0", 5)], Of(ChartPart.Composite).Select(line => (line.Key, line.Marks.Count)));
        Assert.All(Of(ChartPart.Limit), line => Assert.Equal(2, line.Marks[0].Session));
        Assert.Equal(3, Assert.Single(Of(ChartPart.Split)).Marks[0].Session);
        Assert.Equal(new ChartMark(3, 4), Assert.Single(Assert.Single(Of(ChartPart.Rupture)).Marks));
        Assert.Equal(("NoAnswerB6", new ChartMark(6, 1)), (Assert.Single(Of(ChartPart.NoAnswer)).Key, Of(ChartPart.NoAnswer).Single().Marks[0]));
        Assert.Equal(4, CourseLines.Key(lines).Count());

        IEnumerable<ChartLine> Of(ChartPart part) => lines.Where(line => line.Part == part);
    }

    [Fact]
    public async Task Lines_SessionWithoutAnAnswer_AreAGapAndNotAGuess()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 3);
        foreach (var session in new[] { 1, 3 })
            await couple.SayAsync(Partner.A, session, new AnswerCheckIn { Partner = Partner.A, Session = session, Answers = new CheckInAnswers { Task = 5, Goal = 5, Bond = 5 } });

        var lines = CourseLines.Of(await couple.SeeAsync()).Where(line => line.Part == ChartPart.Composite).ToList();

        Assert.Equal([[1], [3]], lines.Select(line => line.Marks.Select(mark => mark.Session)));
    }

    [Fact]
    public async Task Table_OfTheDemo_SaysWhatTheChartDraws()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo(""));
        var rows = page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");

        Assert.Equal("4.0; told of tension, 4 of 5, fell; a rupture", rows[2].Children[1].TextContent);
        Assert.Equal("1.7, a split", rows[2].Children[3].TextContent);
        Assert.Equal(("no answer", "cannot be told"), (rows[5].Children[2].TextContent, rows[5].Children[3].TextContent));
        Assert.Equal("nothing to judge by yet", page.Document.QuerySelectorAll("table")[1].QuerySelector("tbody td")!.TextContent);
    }
}
