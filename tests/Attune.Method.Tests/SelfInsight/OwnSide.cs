using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.SelfInsight;

/// <summary>What a therapist records of themselves, session by session.</summary>
internal static class OwnSide
{
    public static readonly DateTimeOffset At = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    public static CoupleCase Fold(params CaseEvent[] events) => CoupleCase.Fold(events);

    public static TherapistDebriefed Debrief(int session, Presence? withA = null, Presence? withB = null, Centre? centre = null, CareGiven? care = null) =>
        new() { At = At, Session = session, WithA = withA, WithB = withB, AtCentre = centre, GotCare = care };

    public static OwnReactionNoted Reaction(
        int number, ReactionToward toward, Involvement direction = Involvement.Under, int session = 1, FeelingOf? whose = null, bool aroused = false) => new()
        {
            At = At,
            Session = session,
            Reaction = number,
            Toward = toward,
            Direction = direction,
            WhoseFeeling = whose,
            WhileAroused = aroused,
        };

    public static ArousalNoted Pulse(int session, int episodes) => new()
    {
        At = At,
        Session = session,
        Recording = default,
        Episodes = [.. Enumerable.Range(1, episodes).Select(i => new ArousalSpan(TimeSpan.FromMinutes(10 * i), TimeSpan.FromMinutes((10 * i) + 3), 110, 105))],
        ThresholdBpm = 100,
        Coverage = 1,
        Judgeable = true,
        RateChoice = "beat by beat",
        ArtefactRule = "none",
        Algorithm = "1",
    };

    public static TherapistProfile Therapist(params CaseEvent[] events)
    {
        var profile = new TherapistProfile();
        foreach (var happened in events)
            profile.Apply(profile.LastNumber + 1, happened);
        return profile;
    }

    public static TherapistAssessed Scores(params (string Code, double Score)[] scores) =>
        new() { At = At, EarlySchemas = scores.ToImmutableSortedDictionary(one => one.Code, one => one.Score, StringComparer.Ordinal) };
}
