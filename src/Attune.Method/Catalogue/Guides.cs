using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>One of the eight channels in which a partner shows something before or beside the words.</summary>
public sealed record PartnerChannel(
    string Code, string Name, string PlainName, TwoWordings LookFor, string Source, Standing Standing) : ICatalogueEntry;

/// <summary>A way for the therapist to come down, usable in the session without looking at a screen.</summary>
/// <param name="Steps">In order. At least one.</param>
/// <param name="Seconds">How long one round takes; positive.</param>
/// <param name="Aloud">The one sentence that is said to both; null when nothing need be said.</param>
public sealed record SteadyingExercise(
    string Code,
    string Name,
    string PlainName,
    TwoWordings Summary,
    ImmutableArray<string> Steps,
    int Seconds,
    string? Aloud,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>One of the four words of the healthy adult's state: curious, open, accepting, loving.</summary>
/// <param name="Line">One line that brings it back.</param>
/// <param name="AskYourself">A question to oneself when this one is missing.</param>
public sealed record CoalWord(
    string Code, string Name, string PlainName, TwoWordings Line, string AskYourself, string Source, Standing Standing) : ICatalogueEntry;

/// <summary>One step of a repair. The order is a help, not a rule: what happened is recorded as it happened.</summary>
/// <param name="Order">From 1 on, without a gap.</param>
/// <param name="Line">One line: what this step is.</param>
/// <param name="Sentence">How it may sound.</param>
public sealed record RepairStepGuide(
    string Code,
    string Name,
    string PlainName,
    int Order,
    TwoWordings Line,
    string Sentence,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>One of the three angers, which look alike and want opposite answers; and what to do when one cannot tell.</summary>
/// <param name="Modes">Codes of the modes that this anger belongs to. Empty when one cannot tell.</param>
/// <param name="Wants">What the angry person wants of the other just now.</param>
/// <param name="Signs">What one sees or hears. At least one.</param>
/// <param name="Answer">What to do.</param>
public sealed record AngerGuide(
    string Code,
    string Name,
    string PlainName,
    ImmutableArray<string> Modes,
    TwoWordings Wants,
    ImmutableArray<string> Signs,
    TwoWordings Answer,
    string FirstSentence,
    string Source,
    Standing Standing) : ICatalogueEntry;

/// <summary>A word that must not occur in a plain wording.</summary>
/// <param name="Word">A whole word, or a beginning when it ends in <c>*</c>. Case does not matter.</param>
/// <param name="Instead">What to say instead.</param>
public sealed record ForbiddenWord(string Word, string Instead);
