using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

public sealed class LearningDesignTests
{
    [Fact]
    public void Dependent_ConstantDoubledAndSummed_AreNamedWithWhatTheyAreMadeOf()
    {
        var rows = Rows(["a", "b", "still", "twice", "sum"], i => [Odd(i), Odd(i * i + 3), 4, 2e6 * Odd(i), Odd(i) - 3 * Odd(i * i + 3) + 7]);

        var found = LearningDesign.Dependent(rows);

        Assert.Equal(["still", "twice", "sum"], found.Select(one => one.Term));
        Assert.Equal([true, false, false], found.Select(one => one.IsConstant));
        Assert.Empty(found[0].MadeOf);
        Assert.Equal(["a"], found[1].MadeOf);
        Assert.Equal(["a", "b"], found[2].MadeOf);
    }

    /// <summary>Nearly the same is not the same.</summary>
    [Fact]
    public void Dependent_NearlyDoubled_IsNone() =>
        Assert.Empty(LearningDesign.Dependent(Rows(["a", "b"], i => [Odd(i), Odd(i) + 1e-4 * Odd(i * i + 3)])));

    [Fact]
    public void Dependent_NoRows_IsNone() => Assert.Empty(LearningDesign.Dependent(LearningRows.Of(["a"], 1, [])));

    [Fact]
    public void Separating_AllOfOneKindBeyondTheOther_IsNamed()
    {
        var rows = LearningRows.Of(["apart", "touching", "mixed", "still"], 1, Enumerable.Range(0, 12).Select(i => new LearningRow(
            i / 4, i / 2, [i < 6 ? i : -i, i < 6 ? 1 : Math.Max(1, i - 6), Odd(i), 2], i < 6 ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport)));

        Assert.Equal(["apart", "touching"], LearningDesign.Separating(rows));
    }

    [Fact]
    public void InFolds_AsManyAsCouples_IsOneAtATime()
    {
        var rows = new SimulatedPractice(5, 1, new PracticeShape(12, 8)).Rows;
        var posterior = Learned(rows);

        var (one, folds) = (LeaveOneCoupleOut.Evaluate(posterior, rows), LeaveOneCoupleOut.Evaluate(posterior, rows, rows.Couples, cores: 1));

        Assert.Equal(one.Sessions, folds.Sessions);
        Assert.Equal((null, null), (one.Folds, folds.Folds));
    }

    [Fact]
    public void InFolds_OfSeveralCouples_ForecastsEachFromTheRestAlone()
    {
        var rows = new SimulatedPractice(5, 2, new PracticeShape(13, 8)).Rows;

        var found = LeaveOneCoupleOut.Evaluate(Learned(rows), rows, 4);

        Assert.Equal((rows.Count, 0, 4), (found.Sessions.Length, found.LeftOut, found.Folds));
        Assert.Equal((null, 20), (LeaveOneCoupleOut.FoldsFor(rows, 1e9), LeaveOneCoupleOut.FoldsFor(rows, 1e3)));
        var (starts, end) = (new[] { 0, 4, 7, 10 }, 13);
        foreach (var (first, next) in starts.Zip([.. starts[1..], end]))
        {
            // Couples of the shape have two partners each, with sessions in order.
            var (from, to) = (GroupOf(rows, first), GroupOf(rows, next));
            var rest = rows.Without(from, to);
            var learned = Learned(rest);
            for (var row = rows.Starts[from]; row < rows.Starts[to]; row++)
            {
                Assert.Equal(learned.ChanceForNew(rows.ValuesOf(row)), found.Sessions[row].Forecast, 1e-9);
                Assert.Equal((double)rest.Reports / rest.Count, found.Sessions[row].BaseRate, 1e-15);
            }
        }
    }

    private static int GroupOf(LearningRows rows, int couple) =>
        couple == rows.Couples ? rows.Partners : Array.IndexOf(rows.CoupleOfGroup, rows.CoupleOfGroup.Distinct().ElementAt(couple));

    private static LearnedPosterior Learned(LearningRows rows) =>
        Assert.IsType<LearningFit.Learned>(LaplaceFit.Fit(rows, LearningPrior.Of(MethodCatalogue.BuiltIn, TensionReporter.Partner))).Posterior;

    private static double Odd(int i) => i * 7919 % 101 / 10.0 - 4;

    private static LearningRows Rows(ImmutableArray<string> terms, Func<int, ImmutableArray<double>> values) => LearningRows.Of(
        terms, 1, Enumerable.Range(0, 40).Select(i => new LearningRow(i / 4, i / 2, values(i), i % 3 == 0 ? SessionOutcome.ReportOfUnknownArea : SessionOutcome.NoReport)));
}
