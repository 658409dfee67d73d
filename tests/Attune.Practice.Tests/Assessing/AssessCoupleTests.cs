using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Assessing;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Assessing;

public sealed class AssessCoupleTests
{
    [Fact]
    public void Decide_BeforeAnyScore_IsTakenUnderTheCouple()
    {
        var made = Told.Begun().Event<CoupleAssessed>(new AssessCouple
        {
            YearsOfDistress = 8.5,
            ModeOfA = "detached-protector",
            ModeOfB = "angry-child",
            MovesFirst = Partner.B,
            NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("money", "Whose account?"),
        });

        Assert.Equal((null, Subject.Couple, 8.5, "detached-protector", "angry-child", Partner.B), (made.Amends, made.Subject, made.YearsOfDistress, made.ModeOfA, made.ModeOfB, made.MovesFirst));
        Assert.Equal("Whose account?", made.NotKnownYet["money"]);
    }

    [Fact]
    public void Decide_Again_AmendsTheFirst()
    {
        var told = Told.Begun().Do(new AssessCouple());

        Assert.Equal(4, told.Event<CoupleAssessed>(new AssessCouple()).Amends);
    }

    [Fact]
    public void Decide_EverythingOutOfRange_SaysAllAtOnce() => Assert.Equal(
        [("PRA020", "YearsOfDistress"), ("PRA021", "MovesFirst"), ("PRA022", "NotKnownYet.money")],
        Told.Begun().Refusals(new AssessCouple
        {
            YearsOfDistress = -1,
            MovesFirst = (Partner)3,
            NotKnownYet = ImmutableSortedDictionary<string, string>.Empty.Add("money", new string('x', 1_001)),
        }));

    [Fact]
    public void Decide_AssessedMeanwhile_IsStale()
    {
        var told = Told.Begun();
        var seen = told.Number;
        told.Do(new AssessCouple { YearsOfDistress = 2 });

        Assert.Equal([(Told.Stale, null)], told.Refusals(new AssessCouple { BasedOn = seen }));
        told.Event<CoupleAssessed>(new AssessCouple { BasedOn = told.Number });
    }

    /// <summary>One partner's assessment is no change of what belongs to both.</summary>
    [Fact]
    public void Decide_PartnerAssessedMeanwhile_IsTaken()
    {
        var told = Told.Begun();
        var seen = told.Number;
        told.Do(new AssessPartner { Partner = Partner.A });

        told.Event<CoupleAssessed>(new AssessCouple { BasedOn = seen });
    }
}
