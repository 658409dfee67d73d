using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;
using Attune.Practice.Holding;
using Attune.Practice.Noting;
using Attune.Practice.Therapists;

namespace Attune.App.Noting;

/// <summary>What the therapist sent of a session, as the commands that record it. Each form has its fields under its own name.</summary>
internal static class NotesReading
{
    /// <summary>A mark from memory: kind and code are chosen as one.</summary>
    public static PlaceMark Mark(SentForm sent, string form, int session)
    {
        var (kind, code) = sent.Text($"{form}.What")?.Split(':', 2) is [var one, var rest] && Enum.TryParse<MarkKind>(one, out var read) ? (read, rest) : (MarkKind.Channel, "");
        return new PlaceMark
        {
            Session = session,
            Partner = sent.Needed<Partner>($"{form}.Partner", "In whom it was seen"),
            Kind = kind,
            Code = code,
            EarlySchema = sent.Text($"{form}.Schema"),
            Strength = sent.Choice<ReactionStrength>($"{form}.Strength", "How strong it was") ?? ReactionStrength.Subtle,
            WhileAroused = sent.Text($"{form}.WhileAroused") is not null,
            Into = Into(sent, form),
            Replaces = sent.Whole($"{form}.Replaces", "The mark before"),
        };
    }

    // Far away says its direction itself.
    public static NoteOwnReaction Reaction(SentForm sent, string form, int session)
    {
        var feeling = sent.Text($"{form}.Feeling");
        return new NoteOwnReaction
        {
            Session = session,
            Toward = sent.Needed<ReactionToward>($"{form}.Toward", "Toward whom it was"),
            Direction = sent.Choice<Involvement>($"{form}.Direction", "Which way") ?? (feeling == PresenceReactions.FarAway ? Involvement.Under : Involvement.Steady),
            Strength = sent.Choice<ReactionStrength>($"{form}.Strength", "How strong it was") ?? ReactionStrength.Subtle,
            Feeling = feeling,
            Into = Into(sent, form),
        };
    }

    /// <summary>A guess about a reaction that is noted: everything else of it stays as it was noted.</summary>
    public static NoteOwnReaction Whose(OwnReactionNoted noted, FeelingOf? whose) => new()
    {
        Reaction = noted.Reaction,
        Session = noted.Session,
        Toward = noted.Toward,
        Direction = noted.Direction,
        Strength = noted.Strength,
        Feeling = noted.Feeling,
        WhileAroused = noted.WhileAroused,
        Into = noted.Into,
        OwnSchema = noted.OwnSchema,
        Chain = noted.Chain,
        Manner = noted.Manner,
        WhoseFeeling = whose,
    };

    public static TakeUpTechnique Technique(SentForm sent, string form, int session) =>
        new() { Session = session, Technique = sent.Text($"{form}.Code") ?? "", Into = Into(sent, form) };

    public static NoteCentre Centre(SentForm sent, string form, int session) =>
        new() { Session = session, Centre = sent.Needed<Centre>($"{form}.Centre", "Who was at the centre"), Into = Into(sent, form) };

    /// <param name="known">The note that is said anew; null for a new one.</param>
    public static WriteSessionNote Note(SentForm sent, string form, int session, SessionNoteWritten? known) => new()
    {
        Session = session,
        Note = known?.Note,
        BasedOn = sent.Whole($"{form}.BasedOn", "The case number"),
        About = known?.About ?? sent.Needed<Subject>($"{form}.About", "Whom it is about"),
        Words = sent.Text($"{form}.Words") ?? "",
        Into = Into(sent, form),
    };

    private static TimeSpan? Into(SentForm sent, string form) =>
        sent.Whole($"{form}.Into", "About how many minutes in") is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
}
