using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>What may end the work, heaviest first. The order is our proposal: what a person said, then what broke, then what can only be seen.</summary>
public enum ThreatKind
{
    /// <summary>"I am not sure I will come back."</summary>
    NotSureToComeBack = 1,
    DidNotCome = 2,

    /// <summary>A rupture that the partner's answers have not confirmed as repaired.</summary>
    OpenRupture = 3,

    /// <summary>"Since last time, what we did here made things harder."</summary>
    MadeThingsHarder = 4,

    /// <summary>Leaning out of the relationship, by the latest assessment.</summary>
    LeaningOut = 5,

    /// <summary>The engaged partner seems to be running out of hope.</summary>
    HopeFading = 6,

    /// <summary>The gap between the two alliances widens.</summary>
    GrowingSplit = 7,
    Cancelled = 8,
}

/// <summary>
/// One threat to continuing: worth holding in mind, no forecast. <paramref name="Who"/>: A, B or the couple. <paramref name="Session"/>: the one it
/// belongs to, or followed; 0 before the first. <paramref name="SessionsAgo"/>: held sessions since, 0 being the last one or later.
/// <paramref name="Times"/>: how often within the sessions that are remembered, <paramref name="Session"/> being the last. <paramref name="On"/>: its
/// day, null when not known. <paramref name="Rupture"/>: which one is open; null for every other kind.
/// </summary>
public sealed record Threat(ThreatKind Kind, RuptureOwner Who, int Session, int SessionsAgo, int Times, DateOnly? On, RuptureId? Rupture = null)
{
    /// <summary>Whole days by the calendar; never below 0. Null when its day is not known.</summary>
    public int? DaysAgo(DateOnly today) => On is { } day ? Math.Max(0, today.DayNumber - day.DayNumber) : null;
}
