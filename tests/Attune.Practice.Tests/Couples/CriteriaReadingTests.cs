using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Detection;
using Attune.Practice.Couples;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Couples;

public sealed class CriteriaReadingTests
{
    [Fact]
    public void Of_EachRow_IsItsCriterionAloneWithItsRateForTheAnsweredSessions()
    {
        var view = Read([6, 6, null, 5, 6, 3]);

        Assert.Equal([1, 2, 3, 4, 5, 6], view.Sessions);
        Assert.Equal(5, view.Answered);
        Assert.Equal(Enum.GetValues<DetectionCriterion>().Order(), view.Rows.Select(row => row.Criterion).Order());
        Assert.All(view.Rows, row => Assert.Equal(6, row.Marks.Length));
        Assert.All(view.Rows.Skip(1), row => Assert.Equal(FalseAlarmTable.Range(row.Criterion, 5), row.FalseAlarms));
        Assert.Null(view.Rows[0].FalseAlarms);
        Assert.Equal(
            [CriterionMark.CannotJudgeYet, CriterionMark.NoFall, CriterionMark.NoAnswer, CriterionMark.Fall, CriterionMark.NoFall, CriterionMark.Fall],
            Row(view, DetectionCriterion.OneStricterSdDrop).Marks);
        Assert.Equal(CriterionMark.Fall, Row(view, DetectionCriterion.IndividualsChartThreeSigmaKeptOut).Marks[5]);
        Assert.Equal(CriterionMark.CannotJudgeYet, Row(view, DetectionCriterion.IndividualsChartThreeSigmaKeptOut).Marks[4]);
    }

    [Fact]
    public void Of_WhatWasTold_StandsBesideAndIsNotInferred()
    {
        var told = Told.Held(4)
            .With(Form(1, 6, tension: false)).With(Form(2, 6, tension: true)).With(Form(3, 6, tension: null))
            .With(new PartnerDebriefed { At = Told.At, Session = 3, Partner = Partner.A, Tension = true });

        Assert.Equal(
            [CriterionMark.NoFall, CriterionMark.Told, CriterionMark.Noticed, CriterionMark.NoAnswer],
            CriteriaReading.Of(AllianceCourse.Of(told.Case, Partner.A)).Rows[0].Marks);
    }

    [Fact]
    public void Of_NobodyAnswered_JudgesNothing()
    {
        var view = Read([null, null]);

        Assert.Equal(0, view.Answered);
        Assert.All(view.Rows, row => Assert.All(row.Marks, mark => Assert.Equal(CriterionMark.NoAnswer, mark)));
    }

    [Fact]
    public void OneOfEachKind_Always_AreTwelveAndWhatWasTold() => Assert.Equal(13, Read([6]).OneOfEachKind.Count());

    [Fact]
    public void FalseAlarmsOf_Findings_AreThoseOfTheirCriterionAndUnknownForSiding()
    {
        var view = Read([6, 3]);

        Assert.Equal(FalseAlarmTable.Range(DetectionCriterion.TwoStricterSdDrop, 2), view.FalseAlarmsOf(new RuptureFinding.Drop(2, 2, 6, 3, 5, 1)));
        Assert.Null(view.FalseAlarmsOf(new RuptureFinding.PossibleSiding(2, 3, 6, 4)));
        Assert.Null(view.FalseAlarmsOf(new RuptureFinding.Direct(2, 4, null, TensionReporter.Partner)));
    }

    /// <summary>"Cannot judge yet" holds until the criterion could flag; answers that never varied, or lie on one line, give two of them nothing to measure by.</summary>
    [Fact]
    public void Of_SteadyAnswers_CannotBeJudgedBySpreadOrTrend()
    {
        var view = Read([5, 5, 5, 5, 5, 5]);

        foreach (var row in view.Rows.Skip(1))
        {
            var from = row.Criterion is DetectionCriterion.OneOwnSdDrop or DetectionCriterion.TwoOwnSdDrop or DetectionCriterion.BelowOwnTrend
                ? int.MaxValue : RuptureDetection.JudgesFrom(row.Criterion, DetectionForm.SoFar);
            Assert.Equal(Enumerable.Range(1, 6).Select(at => at < from ? CriterionMark.CannotJudgeYet : CriterionMark.NoFall), row.Marks);
        }
    }

    [Fact]
    public void Episodes_AFallThatCameBack_NamesSessionsDepthAndRepair()
    {
        var episode = Assert.Single(Read([6, 6, null, 6, 6, 3, 6]).Episodes);

        Assert.Equal((6, 6, 7, EpisodeShape.V, EpisodeRepair.Full), (episode.Onset, episode.Deepest, episode.BackAt, episode.Shape, episode.Repair));
        Assert.Equal((6d, 3d, 1), (episode.Before, episode.Lowest, episode.Length));
        Assert.Empty(Read([6, 6, 6, 6]).Episodes);
    }

    private static CriterionRow Row(CriteriaView view, DetectionCriterion criterion) => view.Rows.Single(row => row.Criterion == criterion);

    private static CriteriaView Read(int?[] composites)
    {
        var told = Told.Held(composites.Length);
        for (var i = 0; i < composites.Length; i++)
        {
            if (composites[i] is { } value)
                told.With(Form(i + 1, value, tension: false));
        }

        return CriteriaReading.Of(AllianceCourse.Of(told.Case, Partner.A));
    }

    private static CheckInAnswered Form(int session, int value, bool? tension) => new()
    {
        At = Told.At,
        Session = session,
        Partner = Partner.A,
        Answers = new CheckInAnswers { Task = value, Goal = value, Bond = value, Tension = tension is { } any ? new TensionAnswer { Any = any } : null },
    };
}
