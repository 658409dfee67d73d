using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Measures;
using Attune.Practice.Measuring;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Measuring;

public sealed class ScoreMeasuresTests
{
    private static readonly MeasureDefinition Items = Told.Measure with { Code = "four-taps", Name = "Four taps", Scoring = MeasureScoring.SumOfItems, Items = 4, Highest = 5 };

    [Fact]
    public void Decide_TwoMeasures_RecordsEachUnderThePartnersKeyWithItsRange()
    {
        var decision = Score(Told.Held(), 1, (Told.Measure, [31.5]), (Items, [1, 2, 3, 5])).Decision;

        var events = decision.Events.Cast<MeasureScored>().ToList();
        Assert.Equal([("quiet-scale", 31.5, 40d), ("four-taps", 11d, 20d)], events.Select(one => (one.Measure, one.Score!.Value, one.HighestScore)));
        Assert.Empty(events[0].Items);
        Assert.Equal([1, 2, 3, 5], events[1].Items);
        Assert.All(events, one => Assert.Equal(Subject.PartnerB, one.Subject));
    }

    [Fact]
    public void Decide_AnItemLeftOut_AsksForAllOrNone() =>
        Assert.Equal(["MEA002"], Score(Told.Held(), 1, (Items, [1, 2, 3])).Decision.Why.Select(why => why.Code));

    [Theory]
    [InlineData(-1)]
    [InlineData(40.5)]
    [InlineData(double.NaN)]
    public void Decide_OutsideTheRange_NamesTheMeasure(double typed)
    {
        var why = Assert.Single(Score(Told.Held(), 1, (Told.Measure, [typed])).Decision.Why);

        Assert.StartsWith("The quiet scale goes from 0 to 40", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_SameScoreAgain_RecordsNothingAndSaysSo()
    {
        var (told, decision) = Score(Told.Held(), 1, (Told.Measure, [12]));
        told.With(decision.Events[0]);

        Assert.Equal(["MEA001"], Score(told, 1, (Told.Measure, [12])).Decision.Why.Select(why => why.Code));
        Assert.Equal(["MEA001"], Score(Told.Held(), 1, (Told.Measure, [])).Decision.Why.Select(why => why.Code));
    }

    [Fact]
    public void Decide_Emptied_TakesTheScoreBack()
    {
        var (told, decision) = Score(Told.Held(), 1, (Told.Measure, [12]));
        told.With(decision.Events[0]);

        var taken = Assert.IsType<MeasureScored>(Assert.Single(Score(told, 1, (Told.Measure, [])).Decision.Events));
        Assert.Null(taken.Score);
    }

    // A form may be filled before the first session, and before the next one: a gap alone is impossible.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(-1, false)]
    public void Decide_SessionThatMayExist_IsTaken(int session, bool taken) =>
        Assert.Equal(taken, Score(Told.Held(), session, (Told.Measure, [12])).Decision.Why.IsEmpty);

    private static (Told Told, Attune.Practice.Couples.Decision Decision) Score(Told told, int session, params (MeasureDefinition Definition, ImmutableArray<double> Typed)[] scores) =>
        (told, new ScoreMeasures { Partner = Partner.B, Session = session, Scores = [.. scores.Select(one => new MeasureEntry(one.Definition, one.Typed))] }.Decide(told.Case, Told.At));
}
