using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Timeline;

/// <summary>One held session as a live session leaves it; seconds since it began. Each step is a new hour, so that one may be told in several ways.</summary>
internal sealed class LiveHour(params IEnumerable<CaseEvent> events)
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public LiveHour() : this(new SessionHeld { At = At, Session = 1, StartedAt = At, Minutes = 50 })
    {
    }

    public CoupleCase Couple => CoupleCase.Fold(events);

    public static RecordingId Of(HeartOf heart) => new(new Guid((int)heart, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));

    public LiveHour Then(CaseEvent happened) => new([.. events, happened]);

    /// <summary>A heart, of 40 minutes unless said otherwise.</summary>
    public LiveHour Heard(HeartOf heart, double startsInto = 0, double lasting = 2_400, bool setAside = false, params (double From, double To, HeartState State)[] states) => Then(new HeartHeard
    {
        At = At,
        Session = 1,
        Heart = heart,
        Recording = Of(heart),
        StartsInto = TimeSpan.FromSeconds(startsInto),
        Duration = TimeSpan.FromSeconds(lasting),
        Beats = 2_800,
        Unreadable = 3,
        Replayed = true,
        IsSetAside = setAside,
        States = [.. states.Select(one => new HeartSpan(TimeSpan.FromSeconds(one.From), TimeSpan.FromSeconds(one.To), one.State))],
    });

    public LiveHour Shifted(HeartOf heart, double seconds) =>
        Then(new HeartShifted { At = At, Session = 1, Heart = heart, Recording = Of(heart), By = TimeSpan.FromSeconds(seconds) });

    /// <summary>What the rule found in the therapist's heart, in time since its first beat.</summary>
    public LiveHour Found(params (double From, double To)[] episodes) => Then(new ArousalNoted
    {
        At = At,
        Session = 1,
        Recording = Of(HeartOf.Therapist),
        Episodes = [.. episodes.Select(one => new ArousalSpan(TimeSpan.FromSeconds(one.From), TimeSpan.FromSeconds(one.To), 110, 105))],
        ThresholdBpm = 100,
        Coverage = 1,
        Judgeable = true,
        RateChoice = "MeanOfLast15",
        ArtefactRule = "RangeThenKarlssonLive",
        Algorithm = "arousal-as-heard 1",
    });

    public LiveHour Marked(Partner partner, string code, double? into, MarkKind kind = MarkKind.Marker) =>
        Then(new MarkPlaced { At = At, Session = 1, Partner = partner, Kind = kind, Code = code, Into = Seconds(into) });

    public LiveHour Reacted(int number, double? into) => Then(new OwnReactionNoted
    {
        At = At,
        Session = 1,
        Reaction = number,
        Toward = ReactionToward.A,
        Direction = Involvement.Under,
        Into = Seconds(into),
    });

    public LiveHour TookUp(string technique, double? into) => Then(new TechniqueTakenUp { At = At, Session = 1, Technique = technique, Into = Seconds(into) });

    public LiveHour Noticed(string sense, double? into) => Then(new OwnStateNoted { At = At, Session = 1, Kind = OwnStateKind.Sense, Code = sense, Into = Seconds(into) });

    public LiveHour Steadied(double into, double lasting) => Then(new SteadyingPractised
    {
        At = At,
        Session = 1,
        Into = TimeSpan.FromSeconds(into),
        Lasting = TimeSpan.FromSeconds(lasting),
        Exercise = "breathing",
        Ended = SteadyingEnd.Recovered,
    });

    private static TimeSpan? Seconds(double? into) => into is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
