using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// Whether a rupture is repaired, from the partner's own private answers (method-facts 1.4 and engineering 7, our proposals).
/// <para>
/// <em>Which score:</em> the item of the area that broke (the primary one, or the only one); the composite, with all three items answered, only
/// while the area is not clear. An unanswered item is never replaced by the composite: it would hide a bond still broken behind a good task.
/// </para>
/// <para>
/// <em>Which forms:</em> those of sessions after the rupture's, from the claimed session on (its form is written after the claim) until three held
/// sessions after the claim; without a claim, the three held sessions after the rupture. Flat answers are passed over.
/// </para>
/// <para>
/// <em>Back:</em> at least the level before less a quarter of the drop's threshold, and the latest word on clearing, where there is one, 4 or
/// more. Without a drop only a clearing of 4 or more in the form itself confirms.
/// </para>
/// <para>
/// <em>Once the work is closed</em> (<see cref="CoupleClosed"/>) nothing further is heard: what was open, partial, or claimed against the partner's
/// own answers ended so; a claim that no answer spoke to is not known, never "unrepaired". Opening the work again undoes it.
/// </para>
/// </summary>
public static class RepairJudgement
{
    private const int ClearFrom = 4;
    private const int PartlyClear = 3;
    private const int SessionsToReturn = 3;

    /// <summary>
    /// The reading of one rupture. One of both partners takes the weaker of the two, weakest first: open, not known, claimed, partial, told in the
    /// room, confirmed, stronger than before. One that was set aside is not judged: not known, with that reason.
    /// </summary>
    public static RepairReading Of(CoupleCase couple, RuptureRecord rupture) =>
        Of(couple, rupture, AllianceCourse.Of(couple, Partner.A), AllianceCourse.Of(couple, Partner.B));

    /// <summary>The same with both courses at hand.</summary>
    public static RepairReading Of(CoupleCase couple, RuptureRecord rupture, PartnerCourse a, PartnerCourse b) => rupture.Owner switch
    {
        RuptureOwner.A => OfPartner(couple, rupture, a),
        RuptureOwner.B => OfPartner(couple, rupture, b),
        RuptureOwner.Both => Weaker(OfPartner(couple, rupture, a), OfPartner(couple, rupture, b)),
    };

    /// <summary>The reading by one partner's answers alone.</summary>
    public static RepairReading OfPartner(CoupleCase couple, RuptureRecord rupture, Partner partner) =>
        OfPartner(couple, rupture, AllianceCourse.Of(couple, partner));

    /// <summary>The same with the partner's course at hand, so that many ruptures are judged by one reading of it.</summary>
    public static RepairReading OfPartner(CoupleCase couple, RuptureRecord rupture, PartnerCourse course)
    {
        var partner = course.Partner;
        if (rupture.IsSetAside)
            return new RepairReading(RepairState.NotKnown, null, null, null, null, null, RepairReason.SetAside) { Partner = partner };
        var onset = RuptureOnset.Of(course, rupture);
        var window = Window(course, rupture);
        var told = rupture.ToldInRoomInSession;

        var forms = window.Where(point => point.Answer == SessionAnswer.Answered).ToImmutableArray();
        var speaking = forms.Where(point => !point.IsFlat).Select(point => Judge(course, onset, point)).ToImmutableArray();
        var decisive = speaking.FirstOrDefault(form => form.Verdict == Verdict.Back) ?? speaking.LastOrDefault();
        var (state, reason) = decisive?.Verdict switch
        {
            Verdict.Back => (IsStronger(course, rupture, decisive.Point) ? RepairState.StrongerThanBefore : RepairState.Confirmed, (RepairReason?)null),
            Verdict.Partly when told is null || decisive.Point.Session >= told => (RepairState.Partial, decisive.Reason),
            _ => Unconfirmed(rupture, course, forms, decisive),
        };
        var reading = new RepairReading(
            state, onset.Before, onset.At, decisive?.Score, decisive?.Point.Session, decisive?.Clearing ?? onset.Clearing, reason)
        {
            Partner = partner,
            Area = onset.Area,
            HadDrop = onset.HadDrop,
        };
        return couple.Closed is null ? reading : AtTheEnd(reading);
    }

    private static RepairReading AtTheEnd(RepairReading reading)
    {
        var spokenAgainst = reading.Reason is RepairReason.NotBackYet or RepairReason.NotClearedYet;
        return reading.State switch
        {
            RepairState.Open or RepairState.Partial => Ended(reading),
            RepairState.Claimed when spokenAgainst => Ended(reading),
            RepairState.Claimed => reading with { State = RepairState.NotKnown, Reason = RepairReason.ClosedBeforeAnAnswer, IsWorkClosed = true },
            _ => reading with { IsWorkClosed = true },
        };
    }

    private static RepairReading Ended(RepairReading reading) =>
        reading with { State = RepairState.Ended, EndedAs = reading.State, IsWorkClosed = true };

    private static ImmutableArray<CoursePoint> Window(PartnerCourse course, RuptureRecord rupture)
    {
        var start = Math.Max(rupture.ClaimedInSession ?? rupture.Session, rupture.Session);
        var after = course.Points.Where(point => point.Session > start).Take(SessionsToReturn);
        return course.PointOf(start) is { } claimed && start > rupture.Session ? [claimed, .. after] : [.. after];
    }

    private static JudgedForm Judge(PartnerCourse course, RuptureOnset onset, CoursePoint point)
    {
        var score = RuptureOnset.Score(point, onset.Area);
        var own = RuptureOnset.ClearingIn(point);
        if (!onset.HadDrop)
        {
            return own switch
            {
                >= ClearFrom => new(point, score, own, Verdict.Back, null),
                PartlyClear => new(point, score, own, Verdict.Partly, RepairReason.NotClearedYet),
                null => new(point, score, own, Verdict.CannotTell, RepairReason.ItemNotAnswered),
                _ => new(point, score, own, Verdict.NotBack, RepairReason.NotClearedYet),
            };
        }
        var clearing = LatestClearing(course, onset, point.Session);
        if (score is null)
            return new(point, score, clearing, Verdict.CannotTell, RepairReason.ItemNotAnswered);
        if (score >= onset.BackFrom - Baseline.Rounding)
        {
            return clearing is null or >= ClearFrom
                ? new(point, score, clearing, Verdict.Back, null)
                : new(point, score, clearing, Verdict.Partly, RepairReason.NotClearedYet);
        }
        var verdict = score >= onset.HalfBackFrom - Baseline.Rounding ? Verdict.Partly : Verdict.NotBack;
        return new(point, score, clearing, verdict, RepairReason.NotBackYet);
    }

    private static int? LatestClearing(PartnerCourse course, RuptureOnset onset, int to) => course.Points
        .Where(point => point.Session > onset.Session && point.Session <= to)
        .Select(RuptureOnset.ClearingIn)
        .LastOrDefault(clearing => clearing is not null) ?? onset.Clearing;

    // Two answered forms running, within three held sessions from the one that confirmed.
    private static bool IsStronger(PartnerCourse course, RuptureRecord rupture, CoursePoint confirming)
    {
        var before = course.Points.Where(point => point.Session < rupture.Session).TakeLast(3).Select(point => point.Bond).OfType<int>().ToArray();
        if (before.Length == 0)
            return false;
        var bonds = course.Points.Where(point => point.Session >= confirming.Session).Take(SessionsToReturn)
            .Select(point => point.Bond).OfType<int>().Select(bond => bond > before.Average() + Baseline.Rounding).ToArray();
        return bonds.Zip(bonds.Skip(1)).Any(pair => pair.First && pair.Second);
    }

    private static (RepairState, RepairReason?) Unconfirmed(
        RuptureRecord rupture, PartnerCourse course, ImmutableArray<CoursePoint> forms, JudgedForm? decisive)
    {
        var reason = decisive?.Reason ?? (forms.IsEmpty ? RepairReason.NoAnswerYet : RepairReason.AnswersRarelyVary);
        if (rupture.ToldInRoomInSession is not null)
            return (RepairState.ToldInTheRoom, reason);
        if (rupture.ClaimedInSession is not { } claimed)
            return (RepairState.Open, reason);
        var heldSince = course.Points.Count(point => point.Session > claimed);
        return forms.IsEmpty && heldSince >= SessionsToReturn
            ? (RepairState.NotKnown, RepairReason.SilentForThreeSessions)
            : (RepairState.Claimed, reason);
    }

    private static RepairReading Weaker(RepairReading a, RepairReading b) => Strength(b.State) < Strength(a.State) ? b : a;

    private static int Strength(RepairState state) => state switch
    {
        RepairState.Open or RepairState.Ended => 0,
        RepairState.NotKnown => 1,
        RepairState.Claimed => 2,
        RepairState.Partial => 3,
        RepairState.ToldInTheRoom => 4,
        RepairState.Confirmed => 5,
        RepairState.StrongerThanBefore => 6,
    };

    private enum Verdict
    {
        CannotTell = 1,
        NotBack = 2,
        Partly = 3,
        Back = 4,
    }

    private sealed record JudgedForm(CoursePoint Point, double? Score, int? Clearing, Verdict Verdict, RepairReason? Reason);
}
