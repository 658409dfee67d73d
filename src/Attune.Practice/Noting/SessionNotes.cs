using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Noting;

/// <summary>A free note of a session that was held, about one subject. With a number it says that note anew.</summary>
public sealed record WriteSessionNote : CoupleCommand
{
    /// <summary>The note that is put differently now; null for a new one.</summary>
    public int? Note { get; init; }

    public required int Session { get; init; }

    /// <summary>Of a note that is said anew it stays what it was: the words lie under that key.</summary>
    public required Subject About { get; init; }

    public required string Words { get; init; }

    public TimeSpan? Into { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = NotingRules.Check(Into)
            .Defined<Subject>(About, "About", "Whom it is about")
            .Given(Words, "Words", "The note")
            .NotLonger(Words, 4_000, "Words", "The note");
        if (check.Fails)
            return Decision.No(check.Why);
        var known = Note is null ? null : couple.Recorded.LastOrDefault(IsThatNote);
        if (Note is not null && known is null)
            return Decision.No(NotingRules.NoSuchNote);
        if (known is not null && Stale(known.Number))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        return Decision.Record(new SessionNoteWritten
        {
            At = at,
            Amends = known?.Number,
            Session = Session,
            Note = Note ?? couple.NextOf<SessionNoteWritten>(one => one.Note),
            About = About,
            Words = Words.Trim(),
            Into = Into,
        });
    }

    private bool IsThatNote(RecordedEvent one) =>
        !one.IsTakenBack && one.Event is SessionNoteWritten note && note.Note == Note && note.Session == Session && note.About == About;
}

/// <summary>A technique was in hand.</summary>
public sealed record TakeUpTechnique : CoupleCommand
{
    public required int Session { get; init; }

    public required string Technique { get; init; }

    public TimeSpan? Into { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = NotingRules.Check(Into).Given(Technique, "Technique", "Which technique").NotLonger(Technique, 80, "Technique", "The technique");
        return check.Fails ? Decision.No(check.Why) : Decision.Record(new TechniqueTakenUp { At = at, Session = Session, Technique = Technique, Into = Into });
    }
}

/// <summary>Who or what was at the centre at one time of the session.</summary>
public sealed record NoteCentre : CoupleCommand
{
    public required int Session { get; init; }

    public required Centre Centre { get; init; }

    public TimeSpan? Into { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!SessionRules.IsHeld(couple, Session))
            return Decision.No(SessionRules.NotHeld(Session));
        var check = NotingRules.Check(Into).Defined<Centre>(Centre, "Centre", "Who was at the centre");
        return check.Fails ? Decision.No(check.Why) : Decision.Record(new CentreNoted { At = at, Session = Session, Centre = Centre, Into = Into });
    }
}

internal static class NotingRules
{
    public static readonly Refusal NoSuchNote = new("NOT001", "There is no such note of this session. Open the page again and choose one.", "Words");

    /// <summary>A session lasts hours at most: anything else is a slip of the finger.</summary>
    public static Check Check(TimeSpan? into) => new Check().Within(into?.TotalMinutes, 0, 600, "Into", "About when, in minutes after the session began,");
}
