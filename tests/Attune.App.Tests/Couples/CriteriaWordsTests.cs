using Attune.App.Couples;
using Attune.App.Tests.Support;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Detection;
using Attune.Practice.Couples;

namespace Attune.App.Tests.Couples;

public sealed class CriteriaWordsTests(DemoHost demo)
{
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, false, "none of 100")]
    [InlineData(0.001, 0.004, false, "fewer than 1 of 100")]
    [InlineData(0.004, 0.07, false, "up to 7 of 100")]
    [InlineData(0.02, 0.1, false, "2 to 10 of 100")]
    [InlineData(0.121, 0.124, false, "about 12 of 100")]
    [InlineData(0.9, 1, true, "at least 90 to 100 of 100")]
    public void Short_EachRange_IsANaturalFrequency(double least, double most, bool beyond, string said) =>
        Assert.Equal(said, FalseAlarmWords.Short(new FalseAlarmRange(least, most, beyond)));

    [Fact]
    public void Sentence_NobodyAnswered_JudgesNothing() => Assert.Equal("Alma has not answered yet, so nothing can be judged.", Sentence());

    [Fact]
    public void Sentence_OneAnswer_SaysThatThereIsNothingToHoldItAgainst() =>
        Assert.Equal("There is one answer of Alma: nothing to hold it against yet.", Sentence(6));

    [Fact]
    public void Sentence_NoFall_IsNoPraise() =>
        Assert.Equal("None of 12 criteria sees a fall so far. That does not mean that all was well: asking is the only way to know.", Sentence(5, 5, 6, 6));

    [Fact]
    public void Sentence_Fall_CountsTheCriteriaAndSaysHowOftenTheLoosestFlagsAnyway()
    {
        var view = View(6, 6, 5, 6, 3);
        var rows = view.A.Criteria.OneOfEachKind.Where(row => row.Marks[4] == CriterionMark.Fall).ToList();

        var said = CriteriaWords.Sentence(view.A);

        Assert.InRange(rows.Count, 2, 12);
        Assert.Matches("^[A-Z][a-z]+ of 12 criteria see a fall at session 5; one of them does so in .+ courses anyway[.] Asking is the only way to know[.]$", said);
    }

    [Fact]
    public void Beside_EachFinding_NamesItsCriterionAndItsRateOrThatThereIsNone()
    {
        var partner = View(6, 3).A;

        Assert.Matches(
            @"^By the drop of 2 SD, own or usual, the stricter \(after Gumz and others, 2012; the usual spread of [.]5 is ours\), which flags in .* of 100 courses of 2 answered sessions in which nothing happened[.]$",
            FalseAlarmWords.Beside(new RuptureFinding.Drop(2, 2, 6, 3, 5, 1), partner));
        Assert.Equal("Told, and not inferred.", FalseAlarmWords.Beside(new RuptureFinding.Direct(2, 4, null, TensionReporter.Partner), partner));
        Assert.EndsWith("how often it is wrong is not known.", FalseAlarmWords.Beside(new RuptureFinding.PossibleSiding(2, 3, 6, 4), partner), StringComparison.Ordinal);
    }

    // A criterion without a name of its own would show as code.
    [Fact]
    public void Names_EveryCriterion_HasOneAndASource() => Assert.All(Enum.GetValues<DetectionCriterion>(), criterion =>
    {
        Assert.NotEqual(criterion.ToString(), CriterionNames.Of(criterion));
        Assert.NotEmpty(CriterionNames.Source(criterion));
    });

    [Fact]
    public async Task Course_OfTheDemo_ShowsThemSideBySideAndNeverSaysThatARateIsMissing()
    {
        var page = await demo.Host.TherapistsBrowser().GetAsync(RunningHost.Demo(""));
        var tables = page.Document.QuerySelectorAll("table.criteria");

        // One of each kind, and all of them, for each of the two.
        Assert.Equal(4, tables.Length);
        Assert.Equal([13, 1 + RuptureDetection.Criteria.Length], tables.Take(2).Select(table => table.QuerySelectorAll("tbody tr").Length));
        Assert.All(tables.SelectMany(table => table.QuerySelectorAll("tbody tr")), row => Assert.Equal(8, row.Children.Length));
        Assert.All(tables.SelectMany(table => table.QuerySelectorAll("tbody td:nth-child(n+3) .unseen")), said => Assert.NotEqual("", said.TextContent));
        Assert.Contains("●told", tables[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("no answer", tables[2].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("not yet computed", page.Text, StringComparison.Ordinal);
        Assert.Contains("of 100 courses of 6 answered sessions in which nothing happened", page.Text, StringComparison.Ordinal);
        Assert.Contains(FalseAlarmTable.Command, page.Text, StringComparison.Ordinal);
    }

    private static string Sentence(params double[] composites) => CriteriaWords.Sentence(View(composites).A);

    private static CoupleView View(params double[] composites) => CoupleViews.Of(CoupleCase.Fold(
    [
        new CoupleOpened { At = Day, Couple = new CoupleId(Guid.Empty) },
        new PartnerIntroduced { At = Day, Partner = Partner.A, Name = "Alma" },
        new PartnerIntroduced { At = Day, Partner = Partner.B, Name = "Bo" },
        .. composites.SelectMany((value, index) => (CaseEvent[])
        [
            new SessionHeld { At = Day, Session = index + 1, StartedAt = Day },
            new CheckInAnswered { At = Day, Session = index + 1, Partner = Partner.A, Answers = new CheckInAnswers { Task = (int)value, Goal = (int)value, Bond = (int)value } },
        ]),
    ]), MethodCatalogue.BuiltIn, own: null);
}
