using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>What kind of state a mode is: who is hurt, whose voice it is, how it is coped with, or what is well.</summary>
public enum SchemaModeGroup
{
    Child = 1,
    Parent = 2,
    Coping = 3,
    Healthy = 4,
}

/// <summary>The groups of the international workgroup (Arntz et al., 2021).</summary>
public enum ModeGroup2021
{
    Child = 1,
    NormSetting = 2,
    Avoidance = 3,
    Inversion = 4,
    Healthy = 5,
}

/// <summary>How a mode meets the other person: the six families of the clash grid. V, C, A, D, S and H in short.</summary>
public enum ModeFamily
{
    /// <summary>V: hurt and not hiding it.</summary>
    Open = 1,

    /// <summary>C: reaches by protest.</summary>
    Protest = 2,

    /// <summary>A: makes the other small, or rules.</summary>
    Attack = 3,

    /// <summary>D: goes away.</summary>
    Detach = 4,

    /// <summary>S: gives way.</summary>
    Surrender = 5,

    /// <summary>H: steady.</summary>
    Healthy = 6,
}

/// <summary>A state that a person is in, part of the time: feelings, thoughts and doing that come together.</summary>
/// <param name="FormOf">Code of the mode that this is a form of (a lonely child is a form of the vulnerable child); null for a mode of its own.</param>
/// <param name="InventoryPlace">Place (1 to 14) among the scales of the Schema Mode Inventory, so that scores can be typed; null when it is none of them.</param>
/// <param name="Family">How it meets the other; of a parent mode, when it is turned outward. Null only for parent modes.</param>
/// <param name="Group2021">Its place in the list of 2021; null when it is not in it.</param>
/// <param name="Schemas">Codes of the early schemas that it is linked with in the literature. May be empty.</param>
/// <param name="Response">How to answer it in a rupture; null when not written. See <see cref="MethodCatalogue.ResponseTo"/> for forms.</param>
public sealed record SchemaMode(
    string Code,
    string Name,
    string PlainName,
    SchemaModeGroup Group,
    ImmutableArray<string> Synonyms,
    string? FormOf,
    int? InventoryPlace,
    ModeFamily? Family,
    ModeGroup2021? Group2021,
    ImmutableArray<string> Schemas,
    TwoWordings Summary,
    string Source,
    Standing Standing,
    ModeResponse? Response) : ICatalogueEntry;

/// <summary>How the therapist answers a mode when the alliance is strained, with three people in the room.</summary>
/// <param name="WhatToDo">In order. At least one.</param>
/// <param name="TypicalError">What therapists tend to do instead; kindly said.</param>
/// <param name="OtherPartnerMeanwhile">What the partner who watches needs at the same time.</param>
/// <param name="Cases">Where the answer differs by direction or kind (turned inward, turned on somebody). Empty when it does not.</param>
public sealed record ModeResponse(
    TwoWordings Aim,
    ImmutableArray<string> WhatToDo,
    string TypicalError,
    string OtherPartnerMeanwhile,
    string FirstSentence,
    ImmutableArray<ResponseCase> Cases,
    string Source,
    Standing Standing);

/// <summary>A case in which the same mode wants a different answer.</summary>
public sealed record ResponseCase(string When, ImmutableArray<string> WhatToDo, string FirstSentence);
