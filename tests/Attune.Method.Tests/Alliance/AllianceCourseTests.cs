using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Alliance;

public class AllianceCourseTests
{
    [Fact]
    public void Of_OwnSpreadAboveTheReference_WidensTheThreshold()
    {
        Assert.DoesNotContain(Read(Course.Of(Partner.A).Composite(4, 6, 4, 6, 4.33)).Findings, f => f is RuptureFinding.Drop { Sds: 2 });
        Assert.Contains(Read(Course.Of(Partner.A).Composite(6, 6, 6, 6, 4.33)).Findings, f => f is RuptureFinding.Drop { Sds: 2, Session: 5 });
    }

    // 17/3 - 14/3 is not exactly 1 in binary; the limit itself counts.
    [Fact]
    public void Of_DropOfExactlyTheThreshold_IsFlagged() =>
        Assert.Contains(Read(Course.Of(Partner.A).Composite(5.67, 4.67)).Findings, f => f is RuptureFinding.Drop { Sds: 2, Session: 2 });

    [Fact]
    public void Of_DropOneStepShort_IsNotFlagged() =>
        Assert.DoesNotContain(Read(Course.Of(Partner.A).Composite(5.67, 5)).Findings, f => f is RuptureFinding.Drop { Sds: 2 });

    [Fact]
    public void Of_MissingSessions_StayMissingAndAreSteppedOver()
    {
        var course = Read(Course.Of(Partner.A).Composite(6).Silent().PutOff().Composite(4));

        Assert.Equal([SessionAnswer.Answered, SessionAnswer.Missing, SessionAnswer.PutOff, SessionAnswer.Answered], course.Points.Select(p => p.Answer));
        Assert.All(course.Points[1..3], point => Assert.Null(point.Composite));
        Assert.Contains(new RuptureFinding.Inconclusive(2, InconclusiveReason.NoAnswer), course.Findings);
        Assert.Contains(new RuptureFinding.Drop(4, 2, 6, 4, 5, 1), course.Findings);
    }

    [Fact]
    public void Of_ItemMissing_HasNoCompositeAndSaysSo()
    {
        var course = Read(Course.Of(Partner.A).Composite(6).Forms(new CheckInAnswers { Task = 1, Goal = 1 }));

        Assert.Null(course.Points[1].Composite);
        Assert.Contains(new RuptureFinding.Inconclusive(2, InconclusiveReason.ItemsMissing), course.Findings);
    }

    [Fact]
    public void Of_TensionReported_IsDirectAndLeavesTheBaseline()
    {
        var course = Read(Course.Of(Partner.A).Composite(6, 6).WithTension(4, 2).Composite(6));

        Assert.Equal(new RuptureFinding.Direct(2, 4, 2, TensionReporter.Partner), Assert.Single(course.Findings.OfType<RuptureFinding.Direct>()));
        Assert.True(course.IsFlagged(2));
        Assert.False(course.IsFlagged(1));
    }

    [Fact]
    public void Of_TherapistNoticedWhatThePartnerDenied_IsDirectByTheTherapist()
    {
        var seen = new PartnerDebriefed { At = default, Session = 1, Partner = Partner.A, Tension = true, TensionStrength = 2 };
        var course = Read(Course.Of(Partner.A).Forms(new CheckInAnswers { Tension = new TensionAnswer { Any = false } }).Then(seen));

        Assert.Contains(new RuptureFinding.Direct(1, 2, null, TensionReporter.Therapist), course.Findings);
    }

    [Fact]
    public void Of_OtherPartner_IsUntouched() =>
        Assert.All(AllianceCourse.Of(Course.Of(Partner.A).Composite(6, 3).Fold(), Partner.B).Points, p => Assert.Equal(SessionAnswer.Missing, p.Answer));

    [Fact]
    public void Of_EmptyCase_HasNeitherPointsNorFindings()
    {
        var course = Read(Course.Of(Partner.A));
        Assert.Empty(course.Points);
        Assert.Empty(course.Findings);
    }

    // Until the chart has four sessions to judge by, the strict drop leads; then the chart does, and the drop is one click down.
    [Fact]
    public void Leading_ChartCanJudge_GivesWayToTheChart()
    {
        var early = Read(Course.Of(Partner.A).Composite(6, 6, 4.67));
        Assert.Null(early.ChartJudgesFrom);
        Assert.Equal(RuptureCriterion.TwoSdDrop, Assert.Single(early.Leading).Criterion);

        var late = Read(Course.Of(Partner.A).Composite(6, 6, 6, 6, 6, 4.67));
        Assert.Equal(5, late.ChartJudgesFrom);
        Assert.IsType<RuptureFinding.ControlChart>(Assert.Single(late.Leading));
        Assert.Contains(late.Beside, f => f.Criterion == RuptureCriterion.TwoSdDrop);
        Assert.True(late.IsFlagged(6));
    }

    // A high peak coming down to the usual is a drop, and not below what is usual.
    [Fact]
    public void Leading_PeakBackToUsual_IsNotLedByTheDrop()
    {
        var course = Read(Course.Of(Partner.A).Composite(5.33, 5.33, 5.33, 5.33, 6.33, 5.33));

        Assert.Empty(course.Leading);
        Assert.Contains(course.Beside, f => f is RuptureFinding.Drop { Sds: 2, Session: 6 });
        Assert.True(course.IsFlagged(6));
    }

    // The line in the chart and what is flagged can never tell two stories.
    [Fact]
    public void Limit_OfEachPoint_IsWhatTheLeadingCriterionJudgesBy() => Series.Sample(forms =>
    {
        var course = Read(Course.Of(Partner.A).Forms(forms));
        return course.Points.All(point =>
        {
            var led = course.Leading.SingleOrDefault(f => f.Session == point.Session && f is RuptureFinding.Drop or RuptureFinding.ControlChart);
            return led switch
            {
                RuptureFinding.Drop drop => point.Limit == drop.Limit,
                RuptureFinding.ControlChart chart => point.Limit == chart.Limit,
                _ => point.Composite is not { } composite || point.Limit is not { } limit || composite > limit - 1e-6,
            };
        });
    });

    [Fact]
    public void Limit_WorkedSeries_StartsWithTheDropAndGoesOnWithTheChart()
    {
        var course = Read(Course.Of(Partner.A).Composite(5, 6, 6, 6, 6));

        Assert.Equal([null, 4, 4.586, 4.845], course.Points[..4].Select(point => point.Limit is { } limit ? Math.Round(limit, 3) : (double?)null));
        Assert.Equal(5.75 - 3 * Math.Max(.3, 1 / 3.0 / 1.128), course.Points[4].Limit!.Value, 9);
    }

    [Fact]
    public void Leading_OneInferredCriterionForEachSession_AndEveryFindingIsInOneOfTheTwo() => Series.Sample(forms =>
    {
        var course = Read(Course.Of(Partner.A).Forms(forms));
        return course.Leading.GroupBy(f => f.Session).All(found => found.Count(f => f is not (RuptureFinding.Direct or RuptureFinding.PossibleSiding)) <= 1)
            && course.Leading.Concat(course.Beside).Count() == course.Findings.Count(f => f is not RuptureFinding.Inconclusive);
    });

    [Fact]
    public void IsFlagged_LooseCriteriaAndSiding_DoNotFlag()
    {
        var course = Read(Course.Of(Partner.A).Composite(6, 5.33).Forms(Course.Rated(5.33) with { Fairness = 2 }));

        Assert.Equal([RuptureCriterion.OneSdDrop, RuptureCriterion.FairnessAnswer], course.Findings.Select(f => f.Criterion).OfType<RuptureCriterion>());
        Assert.All(course.Points, point => Assert.False(course.IsFlagged(point.Session)));
    }

    [Fact]
    public void IsFlagged_AnyCourse_IsADirectRuptureOrAStrictCriterion() => Series.Sample(forms =>
    {
        var course = Read(Course.Of(Partner.A).Forms(forms));
        return Enumerable.Range(0, forms.Length + 2).All(session =>
            course.IsFlagged(session) == course.Findings.Any(f => f.Session == session && f.IsStrict)
            && course.PointOf(session) == course.Points.FirstOrDefault(p => p.Session == session));
    });

    [Fact]
    public void Of_FlatAnswersWithoutAFall_CannotTell()
    {
        var course = Read(Course.Of(Partner.A).Composite(7, 7, 7, 7));

        Assert.Equal(new RuptureFinding.Inconclusive(4, InconclusiveReason.AnswersRarelyVary), course.Findings[^1]);
        Assert.DoesNotContain(course.Findings, f => f.Session is 2 or 3);
    }

    // The same series in words that a case can hold: thirds of a point.
    [Fact]
    public void Of_LastingShift_EndsWhenItIsTheNewUsual() => Assert.Equal(
        [5, 6, 7, 8], Read(Course.Of(Partner.A).Composite(6, 6, 6, 6, 4, 4, 4, 4, 4, 4)).Leading.Select(f => f.Session));

    // Whoever put off the question before the first session has not been to one.
    [Fact]
    public void Of_PutOffBeforeTheFirstSession_IsNoSession() =>
        Assert.Empty(Read(Course.Of(Partner.A).Then(new CheckInPutOff { At = default, Session = 0, Partner = Partner.A })).Points);

    [Fact]
    public void BaselineOf_FourFlaggedInARow_AreTheNewUsual()
    {
        (double, bool)[] shifted = [(6, false), (6, false), (4, true), (4, true), (4, true), (4, true)];
        Assert.Equal(6, Baseline.Of(shifted[..5]).Mean);
        Assert.Equal(4, Baseline.Of(shifted).Mean);
    }

    private static readonly Gen<CheckInAnswers[]> Series =
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], Gen.Int[1, 7], Course.Rated).Array[1, 14];

    [Fact]
    public void Of_LaterSessionsAppended_LeavesEarlierFindings() => Gen.Select(Series, Series).Sample((early, late) =>
    {
        var before = Read(Course.Of(Partner.A).Forms(early)).Findings;
        var after = Read(Course.Of(Partner.A).Forms(early).Forms(late)).Findings;
        return before.SequenceEqual(after.Where(f => f.Session <= early.Length));
    });

    [Fact]
    public void Of_AllRatingsShifted_FlagsTheSameSessions()
    {
        var low = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 5], Course.Rated).Array[1, 14];
        Gen.Select(low, Gen.Int[1, 2]).Sample((forms, by) =>
        {
            var shifted = forms.Select(f => Course.Rated(f.Task!.Value + by, f.Goal!.Value + by, f.Bond!.Value + by)).ToArray();
            return Flagged(forms).SequenceEqual(Flagged(shifted));
        });
    }

    [Fact]
    public void Of_SilencesInserted_FlagsTheSameForms() => Gen.Select(Series, Gen.Int[1, 3]).Sample((forms, gap) =>
    {
        var gapped = Course.Of(Partner.A);
        foreach (var form in forms)
            gapped.Forms(form).Silent(gap);
        var flagged = Read(gapped).Findings.Where(f => f.IsStrict).Select(d => (d.Session - 1) / (gap + 1) + 1);
        return flagged.SequenceEqual(Flagged(forms));
    });

    private static IEnumerable<int> Flagged(CheckInAnswers[] forms) =>
        Read(Course.Of(Partner.A).Forms(forms)).Findings.Where(f => f.IsStrict).Select(d => d.Session);

    private static PartnerCourse Read(Course course) => AllianceCourse.Of(course.Fold(), Partner.A);
}
