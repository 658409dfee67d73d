using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Assessing;

public sealed class ExpectationsTests
{
    private static readonly VoiceExpectation Heard = new() { Partner = Partner.A, Of = ExpectationOf.Therapist, Words = "  To be heard.  ", ByWhen = "by Easter" };

    [Fact]
    public void Decide_New_IsNumberedWithinItsPartner()
    {
        var told = Told.Begun().Do(Heard with { Partner = Partner.B }).Do(Heard);

        var second = told.Event<TherapyExpectationVoiced>(Heard);

        Assert.Equal((2, "To be heard.", "by Easter", Subject.PartnerA), (second.Expectation, second.Words, second.ByWhen, second.Subject));
    }

    [Fact]
    public void Decide_PutDifferently_KeepsTheNumberAndItsAnswers()
    {
        var told = Told.Held().Do(Heard).Do(Answer(ExpectationReply.Will, 1)).Do(Heard with { Expectation = 1, Of = ExpectationOf.OtherPartner, Words = "To be left in peace." });

        var one = Assert.Single(told.Case[Partner.A].Expectations);
        Assert.Equal((1, ExpectationOf.OtherPartner, "To be left in peace.", ExpectationReply.Will), (one.Number, one.Of, one.Words, one.Reply));
    }

    [Fact]
    public void Decide_NothingSaid_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "Partner"), ("PRA021", "Of"), ("PRA023", "Words"), ("PRA022", "ByWhen")],
        Told.Begun().Refusals(new VoiceExpectation { Partner = (Partner)0, Of = (ExpectationOf)0, Words = " ", ByWhen = new string('x', 201) }));

    [Fact]
    public void Decide_NumberThatIsNotThere_IsRefused()
    {
        var told = Told.Begun().Do(Heard);

        Assert.Equal([("ASS001", null)], told.Refusals(Heard with { Expectation = 2 }));
        Assert.Equal([("ASS001", null)], told.Refusals(Heard with { Partner = Partner.B, Expectation = 1 }));
        Assert.Equal([("ASS001", null)], told.Refusals(Answer(ExpectationReply.Will, 0) with { Expectation = 2 }));
    }

    [Fact]
    public void Decide_YesAndThenNo_IsContradictedAndLastSpokenThen()
    {
        var told = Told.Held(2).Do(Heard).Do(Answer(ExpectationReply.Will, 0)).Do(Answer(ExpectationReply.WillNot, 2));

        var one = Assert.Single(told.Case[Partner.A].Expectations);
        Assert.Equal((ExpectationReply.WillNot, 2, true), (one.Reply, one.LastSpokenIn, one.IsContradicted));
    }

    [Fact]
    public void Decide_AnswerOutOfRange_SaysAllAtOnce() => Assert.Equal(
        [("PRA021", "Partner"), ("PRA021", "Reply"), ("PRA020", "Session"), ("PRA022", "Words")],
        Told.Begun().Do(Heard).Refusals(new AnswerExpectation { Partner = (Partner)9, Expectation = 1, Reply = (ExpectationReply)9, Session = -1, Words = new string('x', 1_001) }));

    private static AnswerExpectation Answer(ExpectationReply reply, int session) => new() { Partner = Partner.A, Expectation = 1, Reply = reply, Session = session };
}
