using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Asking;

public sealed class CheckInCommandsTests
{
    private static readonly CheckInAnswers Plain = new() { Task = 5, Goal = 5, Bond = 5 };

    [Fact]
    public void StateExpectation_Twice_IsRefused()
    {
        var told = Told.Begun().Do(new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Half });

        Assert.Equal([("ASK001", null)], told.Refusals(new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Half }));
        Assert.Equal(Subject.PartnerB, told.Event<ExpectationStated>(new StateExpectation { Partner = Partner.B, Expectation = ExpectationAnswer.Half }).Subject);
    }

    [Fact]
    public void StateExpectation_AnswerNotOffered_IsRefused() =>
        Assert.Equal([("PRA021", "Expectation")], Told.Begun().Refusals(new StateExpectation { Partner = Partner.A, Expectation = default }));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void AnswerCheckIn_SessionNotHeld_IsRefused(int session) =>
        Assert.Equal([("PLN002", null)], Told.Held().Refusals(new AnswerCheckIn { Partner = Partner.A, Session = session, Answers = Plain }));

    [Fact]
    public void AnswerCheckIn_Twice_IsRefusedForThatPartnerAlone()
    {
        var told = Told.Held().Do(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = Plain });

        Assert.Equal([("ASK001", null)], told.Refusals(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = Plain }));
        Assert.Equal(Subject.PartnerB, told.Event<CheckInAnswered>(new AnswerCheckIn { Partner = Partner.B, Session = 1, Answers = Plain }).Subject);
    }

    [Fact]
    public void AnswerCheckIn_EverythingOutOfRange_SaysAllAtOnce()
    {
        var refusals = Told.Held().Refusals(new AnswerCheckIn
        {
            Partner = Partner.A,
            Session = 1,
            Answers = new CheckInAnswers
            {
                Task = 0,
                Goal = 8,
                Bond = -1,
                Fairness = 99,
                Safety = 0,
                WithinCouple = 8,
                Tension = new TensionAnswer { Any = true, Strength = 6, Cleared = 0, Words = new string('x', 2_001), MaySpeak = (SpeakPermission)4 },
                Care = (CareAnswer)6,
                Expectation = (ExpectationAnswer)6,
                StillOpen = (StillOpenAnswer)4,
                SinceLastTime = (SinceLastTimeAnswer)5,
            },
        });

        Assert.Equal(
            [
                ("PRA020", "Task"), ("PRA020", "Goal"), ("PRA020", "Bond"), ("PRA020", "Fairness"), ("PRA020", "Safety"), ("PRA020", "WithinCouple"),
                ("PRA020", "TensionStrength"), ("PRA020", "TensionCleared"), ("PRA022", "TensionWords"), ("PRA021", "MaySpeak"), ("PRA021", "Care"),
                ("PRA021", "Expectation"), ("PRA021", "StillOpen"), ("PRA021", "SinceLastTime"),
            ],
            refusals);
    }

    [Fact]
    public void AnswerCheckIn_EmptyForm_IsAnAnswer() =>
        Told.Held().Event<CheckInAnswered>(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers() });

    [Fact]
    public void AnswerCheckIn_TensionTakenBack_KeepsNothingOfIt()
    {
        var said = new TensionAnswer { Any = false, Strength = 4, Cleared = 1, Words = "never mind", MaySpeak = SpeakPermission.OnlyWithMeAlone };

        var answered = Told.Held().Event<CheckInAnswered>(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = Plain with { Tension = said } });

        Assert.Equal(new TensionAnswer { Any = false }, answered.Answers.Tension);
    }

    [Fact]
    public void AnswerCheckIn_AfterPutOff_IsTaken() => Told.Held()
        .Do(new PutOffCheckIn { Partner = Partner.A, Session = 1 })
        .Event<CheckInAnswered>(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = Plain });

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(-1, false)]
    public void PutOffCheckIn_AnySession_IsTakenOnceItMayBeAsked(int session, bool taken)
    {
        var command = new PutOffCheckIn { Partner = Partner.B, Session = session };

        if (taken)
            Assert.Equal(Subject.PartnerB, Told.Held().Event<CheckInPutOff>(command).Subject);
        else
            Assert.Equal([("PLN002", null)], Told.Held().Refusals(command));
    }
}
