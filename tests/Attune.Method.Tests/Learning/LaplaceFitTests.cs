using System.Collections.Immutable;
using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

public sealed class LaplaceFitTests
{
    private static readonly ImmutableArray<string> Two = ["one", "two"];

    private static readonly Gen<LearningRow[]> Practices = Gen.Select(Gen.Int[0, 7], Gen.Double[-2, 2].Array[6], Gen.Int[-2, 3], Gen.Bool)
        .Select((partner, values, outcome, _) => new LearningRow(partner / 2, partner, [.. values], OutcomeOf(outcome)))
        .Array[0, 60];

    private static LearningPrior Prior(double partnerSd = .5) => new(
        [new("one", .3, .4), new("two", -.2, .3)], new TermPrior("intercept", -1.5, .7), partnerSd, [Math.Log(.35), Math.Log(.25), Math.Log(.40)], "test");

    [Fact]
    public void Refit_AnyPracticeThatGrows_EqualsTheBatchFit() => Practices.Sample(all =>
    {
        LearnedPosterior? sofar = null;
        for (var many = 0; many <= all.Length; many += 1 + all.Length / 5)
        {
            var rows = LearningRows.Of(Two, 3, all[..many]);
            var batch = Learned(LaplaceFit.Fit(rows, Prior()));
            sofar = sofar is null ? batch : Learned(LaplaceFit.Refit(sofar, rows));
            Same(batch, sofar, 1e-8);
        }
    }, iter: 200);

    [Fact]
    public void Fit_RowsInAnyOrder_IsTheSame() => Gen.Select(Practices, Gen.Int[0, 1_000]).Sample((all, seed) =>
    {
        var stream = new SeededStream((uint)seed, 0);
        var other = all.OrderBy(_ => stream.Uniform()).ToArray();
        Same(Learned(LaplaceFit.Fit(LearningRows.Of(Two, 3, all), Prior())), Learned(LaplaceFit.Fit(LearningRows.Of(Two, 3, other), Prior())), 1e-9);
    }, iter: 100);

    [Fact]
    public void Fit_UnansweredSessions_AreCountedAndMoveNothing() => Practices.Sample(all =>
    {
        var answered = all.Where(row => row.Outcome.Kind != OutcomeKind.Unanswered).ToArray();
        var (with, without) = (Learned(LaplaceFit.Fit(LearningRows.Of(Two, 3, all), Prior())), Learned(LaplaceFit.Fit(LearningRows.Of(Two, 3, answered), Prior())));
        Same(with, without, 0);
        Assert.Equal(all.Length - answered.Length, with.Provenance.Unanswered);
        Assert.Equal(answered.Length, with.Provenance.Sessions);
    }, iter: 100);

    [Fact]
    public void Fit_NoAnswers_IsThePrior()
    {
        var found = Learned(LaplaceFit.Fit(LearningRows.Of(Two, 3, []), Prior()));
        Assert.Equal([-1.5, .3, -.2], new[] { found.Intercept.Mean, found.Terms[0].Mean, found.Terms[1].Mean });
        Assert.Equal([.7, .4, .3], new[] { found.Intercept.Sd, found.Terms[0].Sd, found.Terms[1].Sd }.Select(sd => Math.Round(sd, 12)));
        Assert.Equal(0, found.LogEvidence, 1e-12);
    }

    // Enough rows for several blocks and both cores; the bytes must not tell.
    [Fact]
    public async Task Fit_OneCoreOrAll_GivesTheSameBytes()
    {
        var stream = new SeededStream(5, 0);
        var all = Enumerable.Range(0, 6_000).Select(i => new LearningRow(i / 40, i / 20, [.. Enumerable.Range(0, 6).Select(_ => stream.Normal())], OutcomeOf(stream.Uniform() < .2 ? -1 : 0))).ToArray();
        var rows = LearningRows.Of(Two, 3, all);
        var first = Learned(LaplaceFit.Fit(rows, Prior()));
        // What is started inside runs on this scheduler too: one at a time.
        var oneByOne = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        var second = Learned(await Task.Factory.StartNew(() => LaplaceFit.Fit(rows, Prior()), TestContext.Current.CancellationToken, TaskCreationOptions.None, oneByOne));
        Same(first, second, 0);
        Assert.Equal(first.LogEvidence, second.LogEvidence);
    }

    [Fact]
    public void Predict_AnyValues_AddsUpExactlyAndStaysInOrder() =>
        Gen.Select(Practices, Gen.Double[-3, 3].Array[6], Gen.Int[0, 9]).Sample((all, values, partner) =>
        {
            var found = Learned(LaplaceFit.Fit(LearningRows.Of(Two, 3, all), Prior())).Predict([.. values], partner);
            Assert.Equal(all.Any(row => row.Partner == partner && row.Outcome.Kind != OutcomeKind.Unanswered), found.KnowsPartner);
            foreach (var area in found.Areas)
            {
                var sum = area.Intercept + area.Partner;
                foreach (var one in area.Contributions)
                    sum += one;
                Assert.Equal(area.LogOdds, sum);
                Assert.InRange(area.Chance.Probability, area.Chance.Lower, area.Chance.Upper);
                Assert.True(area.Chance.Probability <= found.Any.Probability);
            }

            Assert.True(found.Any.Lower is > 0 and < 1 && found.Any.Upper < 1 && found.Any.Lower < found.Any.Upper);
        }, iter: 60);

    [Theory]
    [InlineData("", LearningRefusal.NoRows)]
    [InlineData("0:1 0:2 0:-1", LearningRefusal.NoSessionWithReport)]
    [InlineData("1:1 1:2 1:-1", LearningRefusal.NoSessionWithoutReport)]
    [InlineData("0:-2 0:-1 1:1 1:3", LearningRefusal.Separable)]
    [InlineData("0:-2 0:0 1:0 1:3", LearningRefusal.Separable)]
    [InlineData("0:1 1:1 0:1 1:1", LearningRefusal.SingularDesign)]
    [InlineData("0:0 1:0 0:0", LearningRefusal.SingularDesign)]
    public void Fit_NothingBelievedAndNothingToTell_IsRefusedByName(string rows, LearningRefusal reason)
    {
        var made = rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':'))
            .Select(one => new LearningRow(0, 0, [int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture)], one[0] == "1" ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport));
        Assert.Equal(reason, Assert.IsType<LearningFit.Refused>(LaplaceFit.Fit(LearningRows.Of(["one"], 1, made), LearningPrior.Flat(["one"]))).Reason);
    }

    // The same rows as above with something believed: a posterior, and finite.
    [Theory, InlineData(0), InlineData(1)]
    public void Fit_OneClassAndAProperPrior_IsLearnt(int outcome)
    {
        var rows = LearningRows.Of(Two, 3, Enumerable.Range(0, 20).Select(i => new LearningRow(0, i % 2, [1, 0, 0, 1, 1, 1], OutcomeOf(outcome))));
        var found = Learned(LaplaceFit.Fit(rows, Prior()));
        Assert.All(found.Terms.Append(found.Intercept), one => Assert.True(double.IsFinite(one.Mean) && one.Sd > 0 && one.Sd < one.PriorSd + 1e-12));
        Assert.Equal(outcome == 1, found.Terms[0].Mean > .3);
    }

    [Fact]
    public void Rows_ImpossibleOnes_AreRefused()
    {
        Refused(new LearningRow(0, 0, [1, 2, 3], SessionOutcome.NoReport));
        Refused(new LearningRow(0, 0, default, SessionOutcome.NoReport));
        Refused(new LearningRow(0, 0, [1, 2, 3, 4, 5, double.NaN], SessionOutcome.NoReport));
        Refused(new LearningRow(0, 0, [1, 2, 3, 4, 5, 6], SessionOutcome.ReportOfArea(3)));
        Refused(new LearningRow(0, 0, [1, 2, 3, 4, 5, 6], SessionOutcome.NoReport, Guess: 1));
        Refused(new LearningRow(0, 1, [1, 2, 3, 4, 5, 6], SessionOutcome.NoReport), new LearningRow(1, 1, [1, 2, 3, 4, 5, 6], SessionOutcome.NoReport));

        static void Refused(params LearningRow[] rows) => Assert.Throws<ArgumentException>(() => LearningRows.Of(Two, 3, rows));
    }

    private static SessionOutcome OutcomeOf(int code) => code switch
    {
        -2 => SessionOutcome.Unanswered,
        -1 => SessionOutcome.ReportOfUnknownArea,
        0 => SessionOutcome.NoReport,
        _ => SessionOutcome.ReportOfArea(code - 1),
    };

    private static LearnedPosterior Learned(LearningFit fit) => Assert.IsType<LearningFit.Learned>(fit).Posterior;

    private static void Same(LearnedPosterior one, LearnedPosterior other, double near)
    {
        foreach (var (a, b) in one.Terms.Append(one.Intercept).Zip(other.Terms.Append(other.Intercept)))
            Assert.True(Math.Abs(a.Mean - b.Mean) <= near && Math.Abs(a.Sd - b.Sd) <= near, $"{a} and {b}");
        for (var partner = 0; partner < 10; partner++)
        {
            var (a, b) = (one.PartnerOf(partner), other.PartnerOf(partner));
            Assert.Equal(a is null, b is null);
            Assert.True(a is null || Math.Abs(a.Mean - b!.Mean) <= near && Math.Abs(a.Sd - b.Sd) <= near, $"{a} and {b}");
        }
    }
}
