using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Safety;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Asking;

public sealed class AskingSettingsTests
{
    private static readonly SwitchHomeQuestions On = new() { On = true };

    [Fact]
    public void Language_Chosen_IsTheirsAlone()
    {
        var told = Told.Begun().Do(new ChoosePageLanguage { Partner = Partner.B, Language = PageLanguage.German });

        Assert.Equal(((PageLanguage?)null, (PageLanguage?)PageLanguage.German), (told.Case[Partner.A].PageLanguage, told.Case[Partner.B].PageLanguage));
        Assert.Empty(told.Events(new ChoosePageLanguage { Partner = Partner.B, Language = PageLanguage.German }));
        Assert.Equal([("PRA021", "Partner"), ("PRA021", "Language")], told.Refusals(new ChoosePageLanguage { Partner = 0, Language = (PageLanguage)7 }));
    }

    [Fact]
    public void Home_ByDefault_IsOffAndOfferedFromTheFirstSession()
    {
        Assert.Equal([("ASK002", null)], Told.Begun().Refusals(On));
        Assert.False(Told.Held().Case.AsksAboutHome);
        Assert.True(Told.Held().Do(On).Case.AsksAboutHome);
        Assert.False(Told.Held().Do(On).Do(On with { On = false }).Case.AsksAboutHome);
        Assert.Empty(Told.Held().Events(On with { On = false }));
    }

    /// <summary>Under a flag it cannot be begun, in the words of "too early"; what is on stays on until the ordinary key ends it.</summary>
    [Theory]
    [InlineData(Partner.A)]
    [InlineData(Partner.B)]
    public void Home_UnderAFlag_IsNotBegunAndDoesNotVanish(Partner flagged)
    {
        var flag = new RaiseSafetyFlag { Partner = flagged, Concern = SafetyConcern.Violence };
        var early = Told.Begun();
        var kept = Told.Held().Do(flag);
        Assert.Equal(early.Refusals(On), kept.Refusals(On));

        var on = Told.Held(3).Do(On).Do(flag);
        Assert.True(on.Case.AsksAboutHome);
        Assert.False(on.Do(On with { On = false }).Case.AsksAboutHome);
        Assert.Equal([("ASK002", null)], on.Refusals(On));
    }

    [Theory]
    [InlineData(0, false, false, false, false)]
    [InlineData(1, true, false, false, false)]
    [InlineData(2, false, true, false, true)]
    [InlineData(3, true, false, false, false)]
    public void Form_HomeIsOn_PutsTwoInThePlaceOfTwoOnOddSessions(int session, bool home, bool safety, bool within, bool since)
    {
        var on = new CheckInForm(Partner.A, "Alma", session) { AboutHomeIsOn = true };
        var off = new CheckInForm(Partner.A, "Alma", session);

        Assert.Equal((home, within, since), (on.AsksAboutHome, on.AsksWithinCouple, on.AsksSinceLastTime));
        Assert.False(off.AsksAboutHome);
        if (session > 0)
            Assert.Equal(safety, on.AsksSafety);
        Assert.True(off.AsksSafety);
    }

    [Fact]
    public void Answers_AboutHomeNotOffered_AreNamed() => Assert.Equal(
        [("PRA021", "CareAtHome"), ("PRA021", "ExpectationAtHome")],
        Told.Held().Refusals(new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers { CareAtHome = (CareAnswer)9, ExpectationAtHome = (ExpectationAnswer)9 } }));
}
