using Attune.App.Couples;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;

namespace Attune.App.Tests.Couples;

public sealed class CourseWordsTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly RuptureId Rupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000f9"));

    [Fact]
    public void Sentence_NoSessionYet_SaysSo() => Assert.Equal("Alma and Bo have not had a session yet.", Sentence());

    [Fact]
    public void Sentence_NobodyAnswered_DoesNotSayThatAllIsWell() =>
        Assert.Equal("Nobody has answered yet, so nothing can be said.", Sentence(Held(1)));

    [Fact]
    public void Sentence_AnsweredAndNothingTold_SaysNoMoreThanThat() =>
        Assert.Equal("No rupture has been told, noticed or inferred so far.", Sentence(Held(1), Answered(1, Partner.A, 5)));

    [Fact]
    public void Sentence_TensionTold_NamesWhoAndHowStrong() =>
        Assert.Equal("Bo told of tension in session 1, strength 4 of 5.", Sentence(Held(1), Answered(1, Partner.B, 5, new TensionAnswer { Any = true, Strength = 4 })));

    [Fact]
    public void Sentence_LaterTensionBesideAnEarlierOne_SpeaksOfTheLater() =>
        Assert.Equal("Alma told of tension in session 2.", Sentence(
            Held(1), Answered(1, Partner.B, 5, new TensionAnswer { Any = true, Strength = 4 }),
            Held(2), Answered(2, Partner.A, 5, new TensionAnswer { Any = true })));

    [Fact]
    public void Sentence_StrictDrop_SaysFromWhereToWhere() =>
        Assert.Equal("Alma fell from 6.0 to 3.0 in session 2, by more than their usual spread.",
            Sentence(Held(1), Answered(1, Partner.A, 6), Held(2), Answered(2, Partner.A, 3)));

    [Fact]
    public void Sentence_TakenUpAsARupture_SpeaksOfItsState() =>
        Assert.Equal("The rupture with Bo in session 1 is open.", Sentence(
            Held(1), Answered(1, Partner.B, 5, new TensionAnswer { Any = true, Strength = 4 }), Noted(1, RuptureOwner.B)));

    [Fact]
    public void Sentence_ClosedWithARuptureOpen_SaysThatItEndedSo() =>
        Assert.Equal("The work ended with the rupture with Bo in session 1 open.", Sentence(
            Held(1), Answered(1, Partner.B, 5), Noted(1, RuptureOwner.B), new CoupleClosed { At = Day, AfterSession = 1, Reason = ClosingReason.Practical }));

    [Fact]
    public void Sentence_SetAside_LeavesEveryCount() =>
        Assert.Equal("No rupture has been told, noticed or inferred so far.", Sentence(
            Held(1), Answered(1, Partner.B, 5), Noted(1, RuptureOwner.B),
            new RuptureSetAside { At = Day, Rupture = Rupture, Owner = RuptureOwner.B, Why = "a slip" }));

    private static string Sentence(params CaseEvent[] events) => CourseWords.Sentence(CoupleViews.Of(CoupleCase.Fold(
    [
        new CoupleOpened { At = Day, Couple = new CoupleId(Guid.Empty) },
        new PartnerIntroduced { At = Day, Partner = Partner.A, Name = "Alma" },
        new PartnerIntroduced { At = Day, Partner = Partner.B, Name = "Bo" },
        .. events,
    ]), MethodCatalogue.BuiltIn, own: null));

    private static SessionHeld Held(int session) => new() { At = Day, Session = session, StartedAt = Day.AddDays(7 * session) };

    private static CheckInAnswered Answered(int session, Partner partner, int rating, TensionAnswer? tension = null) => new()
    {
        At = Day,
        Session = session,
        Partner = partner,
        Answers = new CheckInAnswers { Task = rating, Goal = rating, Bond = rating, Tension = tension ?? new TensionAnswer { Any = false } },
    };

    private static RuptureNoted Noted(int session, RuptureOwner owner) => new()
    {
        At = Day,
        Rupture = Rupture,
        Session = session,
        Owner = owner,
        Source = RuptureSource.ReportedByPartner,
    };
}
