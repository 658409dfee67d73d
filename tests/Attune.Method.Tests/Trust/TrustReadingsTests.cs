using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Trust;

public class TrustReadingsTests
{
    private static readonly CareAnswer[] UnevenCare =
        [.. Enumerable.Repeat<CareAnswer[]>([CareAnswer.Yes, CareAnswer.Yes, CareAnswer.No, CareAnswer.Yes], 3).SelectMany(x => x)];

    // Moment 10 with the numbers of engineering 7.
    public static TheoryData<ExpectationAnswer, CareAnswer[], double, double, TrustWord> Worked => new()
    {
        { ExpectationAnswer.Rather, UnevenCare, .75, .25, TrustWord.CannotBeReliedOnYet },
        { ExpectationAnswer.Surely, Twelve(CareAnswer.Yes), 1, .99, TrustWord.Trust },
        { ExpectationAnswer.RatherNot, Twelve(CareAnswer.Yes), 1, 0, TrustWord.NotBelievedYet },
        { ExpectationAnswer.Hardly, Twelve(CareAnswer.No), 0, .99, TrustWord.PredictableNotTrust },
    };

    [Theory, MemberData(nameof(Worked))]
    public void Of_WorkedPartners_ReadAsWorked(ExpectationAnswer forecast, CareAnswer[] care, double came, double fit, TrustWord word)
    {
        var reading = Read(Course.Of(Partner.A).ExpectingFirst(forecast).Care(forecast, care));

        Assert.Equal(came, reading.CareCame!.Value, 2);
        Assert.Equal(fit, reading.Fit!.Value, 2);
        Assert.Equal((word, false, 12), (reading.Word, reading.IsLeaning, reading.TestedMoments));
    }

    [Fact]
    public void Of_ThreeMoments_IsTooEarly() => Assert.Equal(
        TrustWord.TooEarly, Read(Course.Of(Partner.A).Care(ExpectationAnswer.Surely, CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes)).Word);

    // Moment 10: an untested moment, and no count of care.
    [Fact]
    public void Of_KeptToMyselfBesideFourMoments_ShowsAsAnUntestedMoment()
    {
        var course = Course.Of(Partner.A).Care(ExpectationAnswer.Surely, CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes, CareAnswer.Yes, CareAnswer.KeptToMyself);
        var reading = Read(course);

        Assert.Equal((4, 1, 1.0), (reading.TestedMoments, reading.KeptToMyself, reading.CareCame));
        Assert.Equal(new CareKnowledge(5, 1), reading.Known);
    }

    [Fact]
    public void Of_NoForm_SaysWhatItDoesNotKnow() =>
        Assert.Equal(new TrustReading(0, 0, null, null, null, TrustWord.TooEarly, false), Read(Course.Of(Partner.A).Silent(8)));

    [Fact]
    public void Of_NothingKnownOfExpectation_IsTooEarlyForGoodCare() => Assert.Equal(
        TrustWord.TooEarly, Read(Course.Of(Partner.A).Forms([.. Enumerable.Repeat(new CheckInAnswers { Care = CareAnswer.Yes }, 6)])).Word);

    [Fact]
    public void Of_ForecastPairing_UsesTheLatestGivenBefore()
    {
        var reading = Read(Course.Of(Partner.A).Care(ExpectationAnswer.Surely, CareAnswer.DidNotComeUp)
            .Forms(new CheckInAnswers { Care = CareAnswer.Yes, Expectation = ExpectationAnswer.Hardly }));
        Assert.Equal(.99, reading.Fit!.Value, 2);
        Assert.Equal(.5, reading.Expected!.Value, 2);
    }

    [Theory]
    [InlineData(.95, 1, TrustWord.Hoping)]
    [InlineData(.5, .95, TrustWord.Hoping)]
    [InlineData(.64, .05, TrustWord.PredictableNotTrust)]
    [InlineData(.05, .05, TrustWord.PredictableNotTrust)]
    public void Of_PoorCare_IsHopedForOrPredictable(double expected, double forecast, TrustWord word) =>
        Assert.Equal(word, TrustReadings.Of(Moments(forecast, 0, 0, 0, 0, 0), [expected], 0).Word);

    [Fact]
    public void Of_GoodExpectedAndNotFitting_IsLeaningTrust()
    {
        var reading = TrustReadings.Of(Moments(.25, 1, 1, 1, 1, 1), [.95], 0);
        Assert.Equal((TrustWord.Trust, true), (reading.Word, reading.IsLeaning));
    }

    // Six of seven is .857, just good; without one of the six it is 5/6 = .833, and uneven.
    [Fact]
    public void Of_WordThatHangsOnOneMoment_IsLeaning()
    {
        var reading = TrustReadings.Of(Moments(.95, 1, 1, 1, 0, 1, 1, 1), [.95], 0);
        Assert.True(reading.IsLeaning);
        Assert.False(TrustReadings.Of(Moments(.95, 1, 1, 1, 1, 1, 1, 1), [.95], 0).IsLeaning);
    }

    [Theory]
    [InlineData(5, null, 1.0)]
    [InlineData(3, null, .5)]
    [InlineData(null, StillOpenAnswer.StillOpen, 0.0)]
    public void Of_RaisedTension_CountsTwiceByHowItWasMet(int? cleared, StillOpenAnswer? later, double met)
    {
        var course = Course.Of(Partner.A).Forms(new CheckInAnswers { Care = CareAnswer.Yes }).WithTension(3, cleared)
            .Forms(new CheckInAnswers { Care = CareAnswer.No, StillOpen = later });
        var reading = Read(course);
        Assert.Equal(2, reading.TestedMoments);
        Assert.Equal(2 * met / 3, reading.CareCame!.Value, 9);
    }

    [Fact]
    public void Of_TensionOfUnknownOutcome_LeavesTheCareAnswer()
    {
        var reading = Read(Course.Of(Partner.A).Forms(new CheckInAnswers { Care = CareAnswer.Partly }).WithTension());
        Assert.Equal((1, .5), (reading.TestedMoments, reading.CareCame));
    }

    private static readonly Gen<CareAnswer[]> CareSeries = Gen.Int[1, 5].Select(i => (CareAnswer)i).Array[0, 20];

    [Fact]
    public void Of_KeptToMyselfAdded_ChangesNoneOfTheCounts() => Gen.Select(CareSeries, Gen.Int[0, 20]).Sample((care, where) =>
    {
        var at = Math.Min(where, care.Length);
        var forms = care.Select(answer => new CheckInAnswers { Care = answer, Expectation = ExpectationAnswer.Rather }).ToList();
        var without = Read(Course.Of(Partner.A).Forms([.. forms]));
        forms.Insert(at, new CheckInAnswers { Care = CareAnswer.KeptToMyself });
        return Read(Course.Of(Partner.A).Forms([.. forms])) == without with { KeptToMyself = without.KeptToMyself + 1 };
    });

    [Fact]
    public void Of_UntestedFormsMovedToTheEnd_ReadsTheSame() => CareSeries.Sample(care =>
    {
        var moved = care.Where(IsTested).Concat(care.Where(answer => !IsTested(answer))).ToArray();
        var first = Course.Of(Partner.A).ExpectingFirst(ExpectationAnswer.Half).Care(ExpectationAnswer.Half, care);
        return Read(first) == Read(Course.Of(Partner.A).ExpectingFirst(ExpectationAnswer.Half).Care(ExpectationAnswer.Half, moved));
    });

    private static bool IsTested(CareAnswer answer) => answer is CareAnswer.Yes or CareAnswer.Partly or CareAnswer.No;

    private static CareAnswer[] Twelve(CareAnswer answer) => [.. Enumerable.Repeat(answer, 12)];

    private static ImmutableArray<TestedMoment> Moments(double forecast, params double[] outcomes) =>
        [.. outcomes.Select((outcome, i) => new TestedMoment(i + 1, 1, outcome, forecast))];

    private static TrustReading Read(Course course) => TrustReadings.Of(course.Fold(), Partner.A);
}
