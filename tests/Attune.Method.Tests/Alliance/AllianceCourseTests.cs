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
