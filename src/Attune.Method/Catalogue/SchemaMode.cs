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

/// <summary>A state that a person is in, part of the time: feelings, thoughts and doing that come together.</summary>
/// <param name="FormOf">Code of the mode that this is a form of (a lonely child is a form of the vulnerable child); null for a mode of its own.</param>
/// <param name="InventoryPlace">Place (1 to 14) among the scales of the Schema Mode Inventory, so that scores can be typed; null when it is none of them.</param>
/// <param name="Response">How to answer it in a rupture; null when not written. See <see cref="MethodCatalogue.ResponseTo"/> for forms.</param>
public sealed record SchemaMode(
    string Code,
    string Name,
    string PlainName,
    SchemaModeGroup Group,
    ImmutableArray<string> Synonyms,
    string? FormOf,
    int? InventoryPlace,
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
