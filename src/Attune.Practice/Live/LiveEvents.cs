using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;

namespace Attune.Practice.Live;

/// <summary>The events of a session that ends, in the order in which they are kept: held, the hearts, what was noted, ended. Pure; made for one session.</summary>
internal sealed class LiveEvents
{
    private readonly ImmutableArray<CaseEvent>.Builder _events = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly int _session;
    private readonly DateTimeOffset _at;
    private int _reaction;
    private SteadyingPractised? _steadied;

    private LiveEvents(int session, DateTimeOffset at, int nextReaction) => (_session, _at, _reaction) = (session, at, nextReaction);

    public static ImmutableArray<CaseEvent> Of(CoupleCase couple, int session, LiveId live, LiveSummary summary, DateTimeOffset at)
    {
        var events = new LiveEvents(session, at, couple.NextOf<OwnReactionNoted>(noted => noted.Reaction));
        events.Add(new SessionHeld
        {
            At = at,
            Session = session,
            StartedAt = couple.FindSession(session)!.Live.Now!.StartedAt,
            Minutes = Math.Clamp((int)Math.Ceiling(summary.Until.TotalMinutes), 1, 600),
        });
        foreach (var heart in summary.Hearts)
            events.Add(heart, couple.HasSafetyFlag);
        foreach (var note in summary.Notes)
            events.Add(note);
        events.CloseSteadying();
        events.Add(new LiveSessionEnded { At = at, Session = session, Live = live, Kept = true });
        return events._events.ToImmutable();
    }

    private void Add(CaseEvent happened) => _events.Add(happened);

    // Under a flag a partner's heart is kept and no longer used; nothing shows it.
    private void Add(SummedHeart heart, bool hasFlag)
    {
        Add(hasFlag && heart.Heard.Heart is not HeartOf.Therapist ? heart.Heard with { IsSetAside = true, States = [] } : heart.Heard);
        if (heart.Arousal is { } arousal)
            Add(arousal);
    }

    private void Add(SummedNote note)
    {
        switch (note.Item)
        {
            case LiveItem.Steadied one:
                CloseSteadying();
                _steadied = Steadying(one);
                break;
            // What is asked afterwards belongs to the last steadying.
            case LiveItem.Missing word:
                _steadied = _steadied is null ? null : _steadied with { Missing = word.Code };
                break;
            case LiveItem.Whose whose:
                _steadied = _steadied is null ? null : _steadied with { WhoseFeeling = whose.Of };
                break;
            case LiveItem.Mark mark:
                Add(Seen(mark, note.WhileAroused));
                break;
            case LiveItem.Feeling feeling:
                Add(Felt(feeling, note.WhileAroused));
                break;
            case LiveItem.OwnState own:
                Add(OwnState(own, note.WhileAroused));
                break;
            case LiveItem.Technique technique:
                Add(new TechniqueTakenUp { At = _at, Session = _session, Technique = technique.Code, Into = Into(technique.At) });
                break;
            default:
                throw new InvalidOperationException($"{note.Item.GetType().Name} is no note.");
        }
    }

    private void CloseSteadying()
    {
        if (_steadied is not null)
            Add(_steadied);
        _steadied = null;
    }

    private SteadyingPractised Steadying(LiveItem.Steadied one) => new()
    {
        At = _at,
        Session = _session,
        Into = Into(one.At - one.Lasted),
        Lasting = TimeSpan.FromMilliseconds(one.Lasted),
        Exercise = one.Exercise,
        Ended = one.Ended,
        Choice = one.Choice,
    };

    private MarkPlaced Seen(LiveItem.Mark mark, bool whileAroused) => new()
    {
        At = _at,
        Session = _session,
        Partner = mark.Partner,
        Kind = mark.What,
        Code = mark.Code,
        Strength = Strength(mark.Strong),
        WhileAroused = whileAroused,
        Into = Into(mark.At),
    };

    private OwnReactionNoted Felt(LiveItem.Feeling feeling, bool whileAroused) => new()
    {
        At = _at,
        Session = _session,
        Reaction = _reaction++,
        Toward = feeling.Toward,
        Direction = feeling.Code switch
        {
            PresenceReactions.FarAway => Involvement.Under,
            LiveItem.Feeling.TooClose => Involvement.Over,
            // Anxious and angry do not say which way.
            _ => Involvement.Unclear,
        },
        Feeling = feeling.Code == LiveItem.Feeling.TooClose ? null : feeling.Code,
        Strength = Strength(feeling.Strong),
        WhileAroused = whileAroused,
        Into = Into(feeling.At),
    };

    private OwnStateNoted OwnState(LiveItem.OwnState own, bool whileAroused) => new()
    {
        At = _at,
        Session = _session,
        Kind = own.What,
        Code = own.Code,
        Manner = own.Manner,
        Strength = Strength(own.Strong),
        WhileAroused = whileAroused,
        Into = Into(own.At),
    };

    private static ReactionStrength Strength(bool strong) => strong ? ReactionStrength.Strong : ReactionStrength.Subtle;

    // What was noted a moment before the server's own first moment happened at the beginning.
    private static TimeSpan Into(double ms) => TimeSpan.FromMilliseconds(Math.Max(0, ms));
}
