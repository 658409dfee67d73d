using System.Text.RegularExpressions;
using Attune.App.Couples;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;

namespace Attune.App.Tests.Couples;

public sealed class TogetherWordsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly RuptureId Rupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000f9"));

    [Fact]
    public void Siding_FairnessFell_SaysTheFiguresAndAsks()
    {
        var (partner, words) = Assert.Single(TogetherWords.Siding(See(Met(1, Fair(6), Fair(6)), Met(2, Fair(6), Fair(3)))));

        Assert.Equal(Partner.B, partner);
        Assert.Equal("answered 3 of 7 for fairness in session 2, after 6: they may have felt that you took a side. How often this rule of ours is wrong is not known. A prompt to ask, never a verdict.", words);
    }

    [Fact]
    public void Siding_AnsweredFairSinceOrTakenUp_IsNotShownAgain()
    {
        CaseEvent[] sided = [.. Met(1, Fair(6), Fair(3))];
        Assert.Empty(TogetherWords.Siding(See(sided, Met(2, Fair(6), Fair(6)))));
        Assert.Empty(TogetherWords.Siding(See(sided, [Noted(1, RuptureOwner.B)])));
    }

    [Fact]
    public void Split_ApartAndGrowing_SaysWhoStandsHigherAndSinceWhen() => Assert.Equal(
        "Alma and Bo stand 3.0 points apart in session 4, Bo higher: a severe split. It has widened since session 1. A prompt to ask, never a verdict.",
        TogetherWords.Split(See(Met(1, Rated(6), Rated(6)), Met(2, Rated(5), Rated(6)), Met(3, Rated(4), Rated(6)), Met(4, Rated(3), Rated(6)))));

    [Fact]
    public void Split_CloseTogether_IsNotSpokenOf() => Assert.Null(TogetherWords.Split(See(Met(1, Rated(6), Rated(6)))));

    [Fact]
    public void NoGap_OneIsSilent_SaysWho()
    {
        Assert.Equal("How far apart they are in session 2 cannot be told: Bo did not answer.", TogetherWords.NoGap(See(Met(1, Rated(6), Rated(6)), Met(2, Rated(6)))));
        Assert.Null(TogetherWords.NoGap(See(Met(1, Rated(6), Rated(6)))));
        Assert.Null(TogetherWords.NoGap(See()));
    }

    // Moment 8.
    [Fact]
    public void BothMovingAway_FeltAndFairnessFall_ShowsBothBesideEachOther() => Assert.Equal(
        "Both are moving away: Alma, feeling felt 6, 5, 4; Bo, fairness 6, 3. A prompt to ask, never a verdict.",
        TogetherWords.BothMovingAway(See(Met(1, Felt(6), Fair(6)), Met(2, Felt(5), Fair(6)), Met(3, Felt(4), Fair(3)))));

    [Fact]
    public void Of_EveryKindOfThreat_ReadsAsASentenceWithItsAge()
    {
        var view = See(
            Met(1, Rated(6), Rated(6)), Met(2, Rated(6), Rated(6), since: SinceLastTimeAnswer.MadeThingsHarder), [Noted(1, RuptureOwner.A)],
            [
                new ContinuingDoubted { At = Day(2), Partner = Partner.B, Session = 2 }, new HopeSeenFading { At = Day(2), Partner = Partner.A, Session = 2 },
                new PartnerAssessed { At = Day(2), Partner = Partner.A, Leaning = Leaning.Out },
                new SessionMissed { At = Day(2), AfterSession = 2, How = MissedHow.Cancelled, Whose = RuptureOwner.Both, On = new DateOnly(2026, 11, 23) },
                new SessionMissed { At = Day(2), AfterSession = 2, How = MissedHow.DidNotCome, Whose = RuptureOwner.B, On = new DateOnly(2026, 11, 30) },
            ]);

        Assert.Equal(
            [
                "Bo was not sure of coming back, in session 2 (14 days ago).",
                "Bo did not come after session 2 (today).",
                "The rupture with Alma in session 1 is open (1 session, 21 days ago).",
                "Bo said that what you did together made things harder, in session 2 (14 days ago).",
                "Alma leans toward leaving the relationship, by the latest assessment (14 days ago).",
                "Alma seemed to be running out of hope in session 2 (14 days ago).",
                "Alma and Bo cancelled after session 2 (7 days ago).",
            ],
            view.Threats.Select(threat => TogetherWords.Of(view, threat, new DateOnly(2026, 11, 30))));
    }

    [Fact]
    public void Remarks_CriteriaThatDoNotLead_AreNamedWithFiguresAndLimit()
    {
        var view = See(Met(1, Rated(6)), Met(2, Rated(6)), Met(3, Rated(6)), Met(4, Rated(6)), Met(5, Rated(4)));

        Assert.Equal("Alma was at 4.0 in session 5, below what is usual for them (about 6.0).", CourseWords.Sentence(view));
        var remarks = CriterionWords.Remarks(view.A).ToList();
        Assert.StartsWith("Low in session 5, at 4.0", remarks[0], StringComparison.Ordinal);
        const string Rate = "Flags in [a-z0-9 ]+ of 100 courses of 5 answered sessions in which nothing happened[.]$";
        Assert.Single(remarks, remark => Regex.IsMatch(remark, $"^Session 5, drop of 2 SD: from 6[.]0 to 4[.]0, limit 5[.]0[.] {Rate}"));
        Assert.Single(remarks, remark => Regex.IsMatch(remark, $"^Session 5, control chart, 2 sigma, flagged sessions kept out: 4[.]0, limit 5[.]4 from 4 earlier sessions with mean 6[.]0[.] {Rate}"));
        Assert.DoesNotContain(remarks, remark => remark.Contains("3 sigma, flagged sessions kept out", StringComparison.Ordinal));
    }

    [Fact]
    public void Remarks_GuessTooHighAndTensionUnseen_SaySo()
    {
        var view = See(
            Met(1, Rated(4) with { Tension = new TensionAnswer { Any = true } }),
            [new PartnerDebriefed { At = Day(1), Session = 1, Partner = Partner.A, GuessedBond = 6, Tension = false }]);

        var remarks = CriterionWords.Remarks(view.A).ToList();
        Assert.Contains("Your guess of how met they feel was 2.0 too high, once.", remarks);
        Assert.Contains("Told of tension in session 1 that you had not noticed.", remarks);
    }

    private static CoupleView See(params CaseEvent[][] events) => CoupleViews.Of(CoupleCase.Fold(
    [
        new CoupleOpened { At = Start, Couple = new CoupleId(Guid.Empty) },
        new PartnerIntroduced { At = Start, Partner = Partner.A, Name = "Alma" },
        new PartnerIntroduced { At = Start, Partner = Partner.B, Name = "Bo" },
        .. events.SelectMany(some => some),
    ]), MethodCatalogue.BuiltIn, own: null);

    private static DateTimeOffset Day(int session) => Start.AddDays(7 * session);

    private static CaseEvent[] Met(int session, CheckInAnswers a, CheckInAnswers? b = null, SinceLastTimeAnswer? since = null) =>
    [
        new SessionHeld { At = Day(session), Session = session, StartedAt = Day(session) },
        new CheckInAnswered { At = Day(session), Session = session, Partner = Partner.A, Answers = a },
        .. b is null ? (CaseEvent[])[]
            : [new CheckInAnswered { At = Day(session), Session = session, Partner = Partner.B, Answers = b with { SinceLastTime = since } }],
    ];

    private static CheckInAnswers Rated(int rating) => new() { Task = rating, Goal = rating, Bond = rating };

    private static CheckInAnswers Fair(int fairness) => new() { Fairness = fairness };

    private static CheckInAnswers Felt(int bond) => new() { Bond = bond };

    private static RuptureNoted Noted(int session, RuptureOwner owner) => new()
    {
        At = Day(session),
        Rupture = Rupture,
        Session = session,
        Owner = owner,
        Source = RuptureSource.ReportedByPartner,
    };
}
