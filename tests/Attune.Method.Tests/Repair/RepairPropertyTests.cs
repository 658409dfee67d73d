using System.Collections.Immutable;
using System.Text.Json;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Method.SelfInsight;
using Attune.Method.Trust;

namespace Attune.Method.Tests.Repair;

/// <summary>What holds for every life of a couple: a reading is a function of what happened, and of nothing else.</summary>
public sealed class RepairPropertyTests
{
    private static readonly Gen<ImmutableArray<int>> Draws = Gen.Int[0, 1_000].Array[1, 60].Select(draws => draws.ToImmutableArray());

    [Fact]
    public void Readings_SameEvents_AreTheSame() => Gen.Select(RandomRepairs.Any, Draws).Sample((life, draws) =>
        Text(life.Woven(draws)) == Text(life.Woven(draws)), iter: 300);

    [Fact]
    public void Readings_UnrelatedEventsInAnotherOrder_AreTheSame() => Gen.Select(RandomRepairs.Any, Draws, Draws).Sample((life, one, other) =>
        Text(life.Woven(one)) == Text(life.Woven(other)), iter: 1_000);

    // The order of what belongs together does matter: otherwise the property above would hold of anything.
    [Fact]
    public void Readings_RelatedEventsInAnotherOrder_Differ() => Assert.Throws<CsCheckException>(() =>
        Gen.Select(RandomRepairs.Any, Gen.Shuffle(Enumerable.Range(0, 200).ToArray())).Sample((life, order) =>
            Text(life.Woven([])) == Text(Shuffled(life, order)), iter: 1_000));

    [Fact]
    public void Fold_AnyOrderWhatever_BreaksNothing() => Gen.Select(RandomRepairs.Any, Gen.Shuffle(Enumerable.Range(0, 200).ToArray())).Sample((life, order) =>
    {
        var couple = Shuffled(life, order);
        Assert.Equal(life.Threads.Sum(thread => thread.Length), couple.LastNumber);
        Assert.NotEmpty(Text(couple));
    }, iter: 500);

    [Theory, InlineData(Partner.A), InlineData(Partner.B)]
    public void Readings_OnePartnerLeftOut_LeavesTheOthersAsTheyWere(Partner left) => Gen.Select(RandomRepairs.Any, Draws).Sample((life, draws) =>
        Own(life.Woven(draws), left.Other()) == Own(life.Woven(draws, happened => happened.Subject == left.AsSubject()), left.Other()), iter: 1_000);

    [Fact]
    public void Readings_OwnEventsLeftOut_Differ() => Assert.Throws<CsCheckException>(() => Gen.Select(RandomRepairs.Any, Draws).Sample((life, draws) =>
        Own(life.Woven(draws), Partner.A) == Own(life.Woven(draws, happened => happened.Subject == Subject.PartnerA), Partner.A), iter: 1_000));

    private static CoupleCase Shuffled(RandomRepairs life, int[] order) => CoupleCase.Fold(
        life.Threads.SelectMany(thread => thread).Select((happened, i) => (happened, at: order[i % order.Length] + (i / order.Length)))
            .OrderBy(one => one.at).Select(one => one.happened));

    /// <summary>Everything that is read of a couple.</summary>
    private static string Text(CoupleCase couple) => string.Join('\n',
    [
        .. RandomRepairs.Ruptures.Select(rupture => couple.FindRupture(rupture.Id)).OfType<RuptureRecord>().Select(rupture => OfRupture(couple, rupture)),
        Own(couple, Partner.A), Own(couple, Partner.B), Json(CareBetween.Of(couple)), Json(OpenPromises.Of(couple)), Json(OwnReactions.Of(couple)),
        Json(SelfRemarks.Of(couple)), Json(TrustReadings.AtHome(couple, Partner.A)), Json(TrustReadings.AtHome(couple, Partner.B)),
        // In the order of the ruptures, which is the order in which they were noted.
        Json(HomeReuse.ToAsk(couple, RandomRepairs.Sessions + 1).OrderBy(one => one.Rupture.Value).ThenBy(one => one.Partner)),
    ]);

    private static string OfRupture(CoupleCase couple, RuptureRecord rupture)
    {
        var reading = RepairJudgement.Of(couple, rupture);
        return string.Join(' ', Json(reading), Json(RepairPlanning.For(couple, rupture, reading, 4)), Json(WitnessReading.Of(rupture)),
            Json(RuptureTiming.Of(couple, rupture, reading)), Json(PartnerContributions.Of(rupture)), Json(StoryReading.Of(rupture)));
    }

    /// <summary>What is read of one partner alone; trust at home is not, since a flag of either keeps it off.</summary>
    private static string Own(CoupleCase couple, Partner partner)
    {
        var theirs = RandomRepairs.Ruptures.Where(rupture => rupture.Owner.Includes(partner))
            .Select(rupture => couple.FindRupture(rupture.Id)).OfType<RuptureRecord>();
        return string.Join(' ',
        [
            .. theirs.Select(rupture => Json(RepairJudgement.OfPartner(couple, rupture, partner)) + Json(StoryReading.Of(rupture, partner))
                + Json(PartnerCard.Of(couple, rupture, partner, RuptureAtHand.Catalogue))),
            Json(TrustReadings.Of(couple, partner)),
        ]);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
