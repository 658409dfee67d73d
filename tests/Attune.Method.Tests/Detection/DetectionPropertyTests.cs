using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Detection;
using static Attune.Method.Detection.DetectionCriterion;
using static Attune.Method.Tests.Detection.DetectionSeries;

namespace Attune.Method.Tests.Detection;

/// <summary>What holds for every criterion over any series, and that the criteria of a course find the same.</summary>
public class DetectionPropertyTests
{
    private static readonly Gen<(double[] Series, int Until)> Cut =
        from series in WithGaps
        from until in Gen.Int[0, series.Length]
        select (series, until);

    [Fact]
    public void Flag_LaterSessionsAdded_KeepsEveryFlag() => Cut.Sample(cut => Criteria.All(criterion => IsCausal(criterion, DetectionForm.SoFar, cut)));

    // The property can fail: the whole-series form reads ahead.
    [Fact]
    public void Flag_WholeSeriesForm_IsCaughtReadingAhead() =>
        Assert.False(IsCausal(IndividualsChartTwoSigma, DetectionForm.WholeSeries, ([6, 6, 6, 6, 5, 1, 1, 1], 5)));

    [Fact]
    public void Flag_WholeSeriesShifted_FindsTheSame() =>
        Gen.Select(Gen.Int[3, 15].Select(thirds => thirds / 3.0).Array[1, 30], Gen.Int[1, 6]).Sample((series, thirds) =>
        {
            var shifted = series.Select(value => value + thirds / 3.0).ToArray();
            return Ways.All(way => Flags(way.Criterion, way.Form, series).SequenceEqual(Flags(way.Criterion, way.Form, shifted)));
        });

    [Fact]
    public void Flag_ConstantSeries_NeverFlags() => Gen.Select(Gen.Int[3, 21], Gen.Int[0, 40]).Sample((thirds, sessions) =>
        Ways.All(way => !Flags(way.Criterion, way.Form, [.. Enumerable.Repeat(thirds / 3.0, sessions)]).Contains(true)));

    [Fact]
    public void Flag_SessionsWithoutAnAnswer_AreSteppedOver() => WithGaps.Sample(series =>
    {
        var answered = series.Where(value => !double.IsNaN(value)).ToArray();
        return Ways.All(way =>
        {
            var flags = Flags(way.Criterion, way.Form, series);
            return !flags.Where((flag, i) => double.IsNaN(series[i]) && flag).Any()
                && flags.Where((_, i) => !double.IsNaN(series[i])).SequenceEqual(Flags(way.Criterion, way.Form, answered));
        });
    });

    [Theory]
    [InlineData(TwoOwnSdDrop, OneOwnSdDrop)]
    [InlineData(IndividualsChartThreeSigma, IndividualsChartTwoSigma)]
    [InlineData(MedianRangeChartThreeSigma, MedianRangeChartTwoSigma)]
    [InlineData(CusumFive, CusumFour)]
    public void Flag_StrictCriterion_IsAlwaysALooseOneToo(DetectionCriterion strict, DetectionCriterion loose) => WithGaps.Sample(series =>
        Enum.GetValues<DetectionForm>().All(form => !Flags(strict, form, series).Zip(Flags(loose, form, series)).Any(pair => pair.First && !pair.Second)));

    [Fact]
    public void Flag_FirstRuleOfRuns_IsTheChartAtThreeSigma() => WithGaps.Sample(series => Enum.GetValues<DetectionForm>().All(form =>
        Flags(WesternElectricRule1, form, series).SequenceEqual(Flags(IndividualsChartThreeSigma, form, series))));

    // Nothing is kept out of this baseline, so a course finds the same in any series.
    [Theory]
    [InlineData(IndividualsChartThreeSigma, 3)]
    [InlineData(IndividualsChartTwoSigma, 2)]
    public void Flag_ChartOverAllPastData_AgreesWithTheCourse(DetectionCriterion criterion, int sigmas) => Answered.Sample(series =>
        Sessions(Flags(criterion, DetectionForm.SoFar, series)).SequenceEqual(Judge(series)
            .OfType<RuptureFinding.ControlChart>().Where(f => f.Sigmas == sigmas && f.Baseline == ChartBaseline.AllPastData).Select(f => f.Session)));

    // A course keeps out what any strict criterion flags, a criterion alone what it flags itself: they agree up to the first session where that differs.
    [Theory]
    [InlineData(IndividualsChartThreeSigmaKeptOut)]
    [InlineData(IndividualsChartTwoSigmaKeptOut)]
    [InlineData(OneStricterSdDrop)]
    [InlineData(TwoStricterSdDrop)]
    [InlineData(DeclineOverSessions)]
    public void Flag_OnTheSameBaseline_AgreesWithTheCourse(DetectionCriterion criterion) => Answered.Sample(series =>
    {
        var found = Judge(series);
        var alone = Sessions(Flags(criterion, DetectionForm.SoFar, series));
        var strict = found.Where(f => f.IsStrict).Select(f => f.Session).ToHashSet();
        var kept = KeepsOut(criterion) ? alone.ToHashSet() : [];
        // The loose chart also keeps out what it flags itself.
        var leftOut = criterion == IndividualsChartTwoSigmaKeptOut ? [.. strict, .. Of(found, criterion)] : strict;
        var same = Enumerable.Range(1, series.Length).FirstOrDefault(session => leftOut.Contains(session) != kept.Contains(session), series.Length);
        return alone.Where(session => session <= same).SequenceEqual(Of(found, criterion).Where(session => session <= same));
    });

    private static bool KeepsOut(DetectionCriterion criterion) => criterion is not (OneStricterSdDrop or DeclineOverSessions);

    private static IEnumerable<int> Of(ImmutableArray<RuptureFinding> found, DetectionCriterion criterion) => found.Where(finding => finding switch
    {
        RuptureFinding.ControlChart { Baseline: ChartBaseline.FlaggedKeptOut, Sigmas: 3 } => criterion == IndividualsChartThreeSigmaKeptOut,
        RuptureFinding.ControlChart { Baseline: ChartBaseline.FlaggedKeptOut, Sigmas: 2 } => criterion == IndividualsChartTwoSigmaKeptOut,
        RuptureFinding.Drop { Sds: 1 } => criterion == OneStricterSdDrop,
        RuptureFinding.Drop { Sds: 2 } => criterion == TwoStricterSdDrop,
        RuptureFinding.SlowErosion => criterion == DeclineOverSessions,
        _ => false,
    }).Select(finding => finding.Session);

    private static bool IsCausal(DetectionCriterion criterion, DetectionForm form, (double[] Series, int Until) cut) =>
        Flags(criterion, form, cut.Series).Take(cut.Until).SequenceEqual(Flags(criterion, form, cut.Series[..cut.Until]));

    private static ImmutableArray<RuptureFinding> Judge(double[] series)
    {
        var inferred = new InferredRuptures();
        var found = ImmutableArray.CreateBuilder<RuptureFinding>();
        for (var i = 0; i < series.Length; i++)
            inferred.Judge(i + 1, series[i], isDirect: false, found);
        return found.ToImmutable();
    }
}
