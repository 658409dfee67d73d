using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>
/// Whether a rupture is repaired, by the partner's own later answers (engineering 7; method's facts 1.4). Judged in the area that broke when its item
/// fell; else by the composite when that fell; else by clearing alone. Confirmed when, in one of the first three held sessions that count, the level is
/// back to within a quarter of the threshold and clearing, where answered, is 4 or more. Without a claim a rise alone confirms nothing: the partner has
/// to say that it is cleared. Flat answers never confirm.
/// </summary>
public static class RepairJudgement
{
    /// <summary>How many held sessions after the claim (or the rupture) are looked at.</summary>
    public const int Window = 3;

    public static RepairReading Of(CoupleCase couple, RuptureRecord rupture)
    {
        if (rupture.IsSetAside)
            return new RepairReading(RepairState.Open, RepairReason.NothingYet);
        // Of two partners' states the weaker is the rupture's.
        var reading = Partners.All.ToArray()
            .Where(partner => rupture.Owner.Includes(partner))
            .Select(partner => OfPartner(couple, rupture, partner))
            .MinBy(one => one.State)!;
        return reading with { Advice = RepairPlanning.For(rupture, reading) };
    }

    private static RepairReading OfPartner(CoupleCase couple, RuptureRecord rupture, Partner partner)
    {
        var fall = Fall.Find(couple, partner, rupture);
        // Answers of the session of the rupture are the report of it; of a claim in a later session, the form after that session counts.
        var first = Math.Max(rupture.Session + 1, rupture.ClaimedInSession ?? 0);
        var counted = couple.Sessions.Where(session => session.Number >= first && session.Held is not null).Take(Window).ToList();
        var best = fall.Base(WithoutAnswer(rupture, counted.Count(session => session[partner].CheckIn is null)));
        foreach (var session in counted)
        {
            if (session[partner].CheckIn is not { } answers)
                continue;
            var reading = Judge(fall, answers, session.Number, rupture, FlatAnswers.UpTo(couple, partner, session.Number));
            if (reading.State == RepairState.Confirmed)
                return IsStronger(couple, partner, rupture) ? reading with { State = RepairState.StrongerThanBefore } : reading;
            // The latest answer speaks, unless an earlier one said more.
            if (reading.State >= best.State || best.SinceSession is null)
                best = reading;
        }

        return rupture.ToldInRoomInSession is { } told && best.State < RepairState.ToldInTheRoom
            ? best with { State = RepairState.ToldInTheRoom, Reason = RepairReason.SaidInTheRoom, SinceSession = best.SinceSession ?? told }
            : best;
    }

    private static (RepairState, RepairReason) WithoutAnswer(RuptureRecord rupture, int silent) => rupture.ClaimedInSession switch
    {
        null => (RepairState.Open, RepairReason.NothingYet),
        _ when silent >= Window => (RepairState.NotKnown, RepairReason.Silent),
        _ => (RepairState.Claimed, RepairReason.AwaitingAnswers),
    };

    private static RepairReading Judge(Fall fall, CheckInAnswers answers, int session, RuptureRecord rupture, bool flat)
    {
        var claimed = rupture.ClaimedInSession is not null;
        var unproven = claimed ? RepairState.Claimed : RepairState.Open;
        var clearing = Clearing.Of(answers.StillOpen);
        var value = Composite.Of(answers, fall.Area);
        RepairReading Say(RepairState state, RepairReason reason) =>
            fall.Base((state, reason)) with { Since = fall.Fell ? value : null, SinceSession = session, Clearing = clearing };

        if (flat)
            return Say(unproven, RepairReason.AnswersRarelyVary);
        if (!fall.Fell)
        {
            return clearing switch
            {
                >= Clearing.Clear => Say(RepairState.Confirmed, RepairReason.SaidCleared),
                3 => Say(RepairState.Partial, RepairReason.PartlyBack),
                null => Say(unproven, RepairReason.AwaitingAnswers),
                _ => Say(unproven, RepairReason.NotBack),
            };
        }

        if (value is not { } level)
            return Say(unproven, RepairReason.AwaitingAnswers);
        var back = level >= fall.Before - (0.25 * fall.Threshold) - 1e-9;
        var cleared = clearing is null ? claimed : clearing >= Clearing.Clear;
        if (back && cleared)
            return Say(RepairState.Confirmed, RepairReason.LevelBack);
        var half = level >= fall.At + ((fall.Before - fall.At) / 2) - 1e-9;
        return half && clearing is not 1 ? Say(RepairState.Partial, RepairReason.PartlyBack) : Say(unproven, RepairReason.NotBack);
    }

    /// <summary>The bond above the mean of the three answered sessions before, in the last two answered sessions since (article-map 16).</summary>
    private static bool IsStronger(CoupleCase couple, Partner partner, RuptureRecord rupture)
    {
        var bonds = couple.Sessions
            .Select(session => (session.Number, session[partner].CheckIn?.Bond))
            .Where(one => one.Bond is not null)
            .ToList();
        var before = bonds.Where(one => one.Number < rupture.Session).TakeLast(3).Select(one => one.Bond!.Value).ToList();
        var since = bonds.Where(one => one.Number > rupture.Session).Take(Window).TakeLast(2).Select(one => one.Bond!.Value).ToList();
        return before.Count == 3 && since.Count == 2 && since.TrueForAll(bond => bond > before.Average());
    }
}

/// <summary>What fell with a rupture: the item of the area that broke, the composite, or nothing.</summary>
internal readonly record struct Fall(bool Fell, RuptureArea? Area, double Before, double At, double Threshold)
{
    public static Fall Find(CoupleCase couple, Partner partner, RuptureRecord rupture)
    {
        if (rupture.Formulation.PrimaryArea is { } area && In(couple, partner, rupture.Session, area) is { Fell: true } inArea)
            return inArea;
        return In(couple, partner, rupture.Session, null);
    }

    public RepairReading Base((RepairState State, RepairReason Reason) because) => Fell
        ? new RepairReading(because.State, because.Reason, Area, Before, At)
        : new RepairReading(because.State, because.Reason);

    private static Fall In(CoupleCase couple, Partner partner, int session, RuptureArea? area)
    {
        var rated = couple.Sessions
            .Where(one => one.Number <= session)
            .Select(one => (one.Number, Value: one[partner].CheckIn is { } answers ? Composite.Of(answers, area) : null))
            .Where(one => one.Value is not null)
            .ToList();
        if (rated.Count == 0 || rated[^1].Number != session)
            return default;
        var verdict = StrictDropRule.Over([.. rated.Select(one => one.Value!.Value)])[^1];
        return new Fall(verdict.Flagged, area, verdict.Level, rated[^1].Value!.Value, verdict.Threshold);
    }
}
