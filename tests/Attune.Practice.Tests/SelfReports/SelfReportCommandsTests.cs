using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.SelfReports;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.SelfReports;

public sealed class SelfReportCommandsTests
{
    private static readonly SelfReport First = new() { ComingWords = "For us.", Hopes = "Quiet.", Expectation = ExpectationAnswer.RatherNot };

    private static readonly GiveSelfReport Give = new() { Partner = Partner.A, Answers = new SelfReport { MaySpeak = SpeakPermission.WhenWeAreThree } };

    [Fact]
    public void Keep_PageByPage_IsUnderTheOwnKeyAndKeepsWhatWasBefore()
    {
        var told = Told.Begun().Do(Keep(2, First));

        var second = told.Event<SelfReportDrafted>(Keep(3, new SelfReport { WhatHelps = "A pause." }));

        Assert.Equal((3, Subject.PartnerA, "For us.", "A pause."), (second.Page, second.Subject, second.Report.ComingWords, second.Report.WhatHelps));
        Assert.Equal(2, SelfReportForm.Of(told.Case, Partner.A).GoOnWith);
        Assert.Equal(0, SelfReportForm.Of(told.Case, Partner.B).GoOnWith);
    }

    [Fact]
    public void Keep_EmptyPageTurned_RecordsNothingUntilThereIsSomething()
    {
        Assert.Empty(Told.Begun().Events(Keep(2, new SelfReport())));
        Assert.Empty(Told.Begun().Do(Keep(2, First)).Events(Keep(2, new SelfReport())));
        Assert.Equal(3, Told.Begun().Do(Keep(2, First)).Event<SelfReportDrafted>(Keep(3, new SelfReport())).Page);
    }

    [Fact]
    public void Afresh_DraftKept_IsSetAside()
    {
        var told = Told.Begun().Do(Keep(2, First)).Do(new BeginSelfReportAfresh { Partner = Partner.A });

        Assert.Null(told.Case[Partner.A].SelfReport.Draft);
        Assert.Empty(told.Events(new BeginSelfReportAfresh { Partner = Partner.A }));
    }

    [Fact]
    public void Give_BeforeTheFirstSession_IsTheFirstForecastToo()
    {
        var events = Told.Begun().Do(Keep(2, First)).Events(Give);

        var given = Assert.IsType<SelfReportGiven>(events[0]);
        Assert.Equal(("For us.", SpeakPermission.WhenWeAreThree, Subject.PartnerA), (given.Report.ComingWords, given.Report.MaySpeak, given.Subject));
        Assert.Equal(ExpectationAnswer.RatherNot, Assert.IsType<ExpectationStated>(events[1]).Expectation);
    }

    [Fact]
    public void Give_ForecastSaidBeforeOrTooLate_IsNotTheFirst()
    {
        var said = Told.Begun().With(new ExpectationStated { At = Told.At, Partner = Partner.A, Expectation = ExpectationAnswer.Surely }).Do(Keep(2, First));
        Assert.IsType<SelfReportGiven>(Assert.Single(said.Events(Give)));

        var late = Told.Held().Do(Keep(2, First));
        Assert.False(SelfReportForm.Of(late.Case, Partner.A).AsksExpectation);
        Assert.IsType<SelfReportGiven>(Assert.Single(late.Events(Give)));
    }

    [Fact]
    public void Give_NothingAnswered_IsNothingToShow() => Assert.Empty(Told.Begun().Events(Give with { Answers = new SelfReport() }));

    // Otherwise who is asked again would learn that something was handed in.
    [Fact]
    public void Give_Again_IsTakenLikeTheFirst()
    {
        var told = Told.Begun().Do(Keep(2, First)).Do(Give);
        Assert.Equal(new SelfReportForm(Partner.A, "Alma", true, 0), SelfReportForm.Of(told.Case, Partner.A));

        Assert.Equal("Less noise.", told.Event<SelfReportGiven>(Give with { Answers = new SelfReport { Hopes = "Less noise." } }).Report.Hopes);
    }

    [Fact]
    public void Answers_OutOfWhatIsOffered_AreEachNamed()
    {
        var wrong = new SelfReport
        {
            Coming = [(ComingReason)9],
            ComingWords = new string('x', 1_001),
            Hopes = new string('x', 1_001),
            Fears = new string('x', 1_001),
            EarlierTherapyEnded = new string('x', 1_001),
            EarlierTherapyMended = new string('x', 1_001),
            WhatHelps = new string('x', 1_001),
            Expectation = (ExpectationAnswer)9,
            MaySpeak = (SpeakPermission)9,
            Comfort = ImmutableSortedDictionary<string, int>.Empty.Add("chair-work", 11),
            WouldRatherNot = [AssessmentTopic.Trauma],
        };
        (string, string?)[] why =
        [
            ("PRA022", "ComingWords"), ("PRA022", "Hopes"), ("PRA022", "Fears"), ("PRA022", "EarlierTherapyEnded"), ("PRA022", "EarlierTherapyMended"), ("PRA022", "WhatHelps"),
            ("PRA021", "Expectation"), ("PRA021", "MaySpeak"), ("PRA021", "Coming"), ("PRA021", "WouldRatherNot"), ("PRA020", "Comfort.chair-work"),
        ];

        Assert.Equal(why, Told.Begun().Refusals(Give with { Answers = wrong }));
        Assert.Equal(why.Append(("PRA020", "GoOnWith")), Told.Begun().Refusals(Keep(0, wrong)));
    }

    [Fact]
    public void Settle_TakenOver_FillsTheAssessmentAndSaysWhereItCameFrom()
    {
        var told = Told.Begun().Do(new AssessPartner { Partner = Partner.A, Hope = 5 }).Do(Keep(2, First)).Do(Give);
        var assessed = told.Case[Partner.A].AssessmentNumber;

        var events = told.Events(Settle(told, takeOver: true));

        Assert.Equal(told.Case[Partner.A].SelfReport.GivenNumber, Assert.IsType<SelfReportSettled>(events[0]).Given);
        var now = Assert.IsType<PartnerAssessed>(events[1]);
        Assert.Equal((5, "For us.", assessed), (now.Hope, now.ReasonToCome, now.Amends));
        Assert.Equal((1, "Quiet.", ExpectationOf.Therapy), events[2] is TherapyExpectationVoiced hope ? (hope.Expectation, hope.Words, hope.Of) : default);
        Assert.Empty(told.Do(Settle(told, takeOver: true)).Events(Settle(told, takeOver: true)));
        Assert.All(events, one => Assert.Equal(Subject.PartnerA, one.Subject));
    }

    [Fact]
    public void Settle_Left_ChangesNoEntryAndCanBeTakenOverLater()
    {
        var told = Told.Begun().Do(Keep(2, First)).Do(Give);

        Assert.False(told.Event<SelfReportSettled>(Settle(told, takeOver: false)).TakenOver);

        told.Do(Settle(told, takeOver: false));
        Assert.Null(told.Case[Partner.A].Assessment);
        Assert.Contains(told.Events(Settle(told, takeOver: true)), one => one is PartnerAssessed);
    }

    [Fact]
    public void Settle_NoneOrAnOlderOrAChangedAssessment_IsRefused()
    {
        Assert.Equal([("SRP001", null)], Told.Begun().Refusals(new SettleSelfReport { Partner = Partner.A, Given = 1, TakeOver = true }));
        var told = Told.Begun().Do(Keep(2, First)).Do(Give);
        var older = Settle(told, takeOver: true);
        Assert.Equal([("SRP001", null)], told.Do(Give).Refusals(older));
        var seen = Settle(told, takeOver: true) with { BasedOn = told.Number };
        Assert.Equal([(Told.Stale, null)], told.Do(new AssessPartner { Partner = Partner.A, Hope = 1 }).Refusals(seen));
    }

    private static KeepSelfReport Keep(int goOnWith, SelfReport answers) => new() { Partner = Partner.A, GoOnWith = goOnWith, Answers = answers };

    private static SettleSelfReport Settle(Told told, bool takeOver) => new() { Partner = Partner.A, Given = told.Case[Partner.A].SelfReport.GivenNumber, TakeOver = takeOver };
}
