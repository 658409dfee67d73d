using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>
/// One of the eighteen early schemas. All eighteen are here as names, so that scores can be typed and kept;
/// <see cref="Portrait"/> is null for those whose content is not written yet.
/// </summary>
/// <param name="Domain">Young's domain, as text: domains differ between models and are data.</param>
/// <param name="Need">The need that went unmet and that a repair can meet.</param>
/// <param name="Summary">One sentence: what a person with this schema has learnt to expect.</param>
public sealed record EarlySchema(
    string Code,
    string Name,
    string PlainName,
    ImmutableArray<string> Synonyms,
    string Domain,
    TwoWordings Need,
    TwoWordings Summary,
    string Source,
    Standing Standing,
    SchemaPortrait? Portrait) : ICatalogueEntry
{
    /// <summary>Whether there is more than a name; a page says "not written yet" when there is not.</summary>
    public bool IsWritten => Portrait is not null;
}

/// <summary>What a schema is like toward a therapist, in a room with the other partner in it. Written whole or not at all.</summary>
/// <param name="ExpectsOfTherapist">What the person braces for.</param>
/// <param name="Triggers">What sets off a rupture, the program's own screens and straps included. At least one.</param>
/// <param name="EarlySigns">At least one for each of the eight channels, in the channels' order.</param>
/// <param name="Strengths">How strongly the schema bears on each area.</param>
/// <param name="ChildModes">Codes, the usual one first. At least one.</param>
/// <param name="ParentModes">Codes, the usual one first. Empty when none is typical.</param>
/// <param name="Surrender">Together with the next two: the three ways of coping, toward the therapist.</param>
/// <param name="Stance">How the therapist is with this person.</param>
/// <param name="FirstSentence">What the therapist could say aloud, with the other partner listening.</param>
/// <param name="Kinds">Where one schema comes in kinds that want different answers. Usually empty.</param>
/// <param name="Source">Of the portrait, which may differ from that of the schema's name.</param>
public sealed record SchemaPortrait(
    TwoWordings ExpectsOfTherapist,
    ImmutableArray<RuptureTrigger> Triggers,
    ImmutableArray<EarlySign> EarlySigns,
    AreaStrengths Strengths,
    Telling Telling,
    ImmutableArray<string> ChildModes,
    ImmutableArray<string> ParentModes,
    WayOfCoping Surrender,
    WayOfCoping Avoidance,
    WayOfCoping Overcompensation,
    TwoWordings Stance,
    string FirstSentence,
    SchemaGuidance Guidance,
    ImmutableArray<SchemaKind> Kinds,
    string Source,
    Standing Standing)
{
    /// <summary>Surrender, avoidance, overcompensation, in this order.</summary>
    public ImmutableArray<WayOfCoping> WaysOfCoping => [Surrender, Avoidance, Overcompensation];
}

/// <summary>Something that can set off a rupture with this schema.</summary>
/// <param name="Code">Unique within its schema.</param>
/// <param name="Areas">The areas it is likeliest to break in. At least one.</param>
/// <param name="ByAttune">True when it is this program that does it: a screen, a strap, a scale, a form.</param>
public sealed record RuptureTrigger(string Code, TwoWordings Text, ImmutableArray<RuptureArea> Areas, bool ByAttune);

/// <summary>Something one can see or hear before the words come.</summary>
/// <param name="Channel">Code of a <see cref="PartnerChannel"/>.</param>
public sealed record EarlySign(string Channel, string Text);

/// <summary>Whether the person is likely to report the rupture. The two reports (partner, therapist) differ by it.</summary>
public enum Telling
{
    Told = 1,
    Silent = 2,

    /// <summary>Nothing for a long while, then all at once.</summary>
    SilentUntilSudden = 3,
}

/// <summary>A schema's three ways to be coped with.</summary>
public enum CopingStyle
{
    Surrender = 1,
    Avoidance = 2,
    Overcompensation = 3,
}

/// <summary>One way of coping, toward the therapist.</summary>
/// <param name="Modes">Codes of coping modes, the likeliest first. At least one, unless <paramref name="IsAsIs"/>.</param>
/// <param name="IsAsIs">The child, or the parent's voice, shows itself with no coping mode in front of it.</param>
/// <param name="Looks">One sentence: how it looks in the room.</param>
public sealed record WayOfCoping(CopingStyle Style, ImmutableArray<string> Modes, bool IsAsIs, TwoWordings Looks);

/// <summary>What helps the therapist with this schema: before a session, in a hard minute, and in a repair.</summary>
/// <param name="Prepare">What to do beforehand so that it need not be touched. At least one.</param>
/// <param name="MeetsNeed">What, done in the room now, meets the need within the limits of therapy. At least one.</param>
/// <param name="Thanks">Thanks for the risk of bringing it up, true to what that costs with this schema.</param>
/// <param name="Disclosure">How a personal word of the therapist may land.</param>
public sealed record SchemaGuidance(
    ImmutableArray<string> Prepare, ImmutableArray<string> MeetsNeed, string Thanks, TwoWordings Disclosure, CoalLines Coal, NextTimeWording NextTime);

/// <summary>One line to oneself for each of the four words (Siegel, 2011, as the article cites it), about a partner with this schema.</summary>
public sealed record CoalLines(string Curious, string Open, string Accepting, string Loving);

/// <summary>What this person's healthy adult could say the next time it is touched.</summary>
public sealed record NextTimeWording(string ToTherapist, string ToPartner);

/// <summary>One kind of the same schema, how to tell it, and its own answer.</summary>
public sealed record SchemaKind(string Code, TwoWordings Text, string Answer);
