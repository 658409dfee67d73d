using System.Collections.Immutable;

namespace Attune.Method.Catalogue;

/// <summary>A marker of a rupture: moving away (withdrawal) or moving against (confrontation), by a partner or by the therapist.</summary>
/// <param name="Form">Of a partner's withdrawal, its form in the revision of 2022; null elsewhere.</param>
/// <param name="NotThis">What looks like it and is not.</param>
public sealed record RuptureMarker(
    string Code,
    string Name,
    string PlainName,
    MarkerKind Kind,
    MarkerBy By,
    WithdrawalForm? Form,
    TwoWordings Looks,
    string NotThis,
    string Source,
    Standing Standing) : ICatalogueEntry;

public enum MarkerKind
{
    Withdrawal = 1,
    Confrontation = 2,
}

public enum MarkerBy
{
    Partner = 1,
    Therapist = 2,
}

public enum WithdrawalForm
{
    ShuttingDown = 1,
    Avoiding = 2,
    Masking = 3,
}

/// <summary>Something the therapist can notice in the own body and senses.</summary>
public sealed record OwnSense(string Code, string Name, string PlainName, BodySense Sense, TwoWordings Notice, string Source, Standing Standing) : ICatalogueEntry;

public enum BodySense
{
    See = 1,
    Hear = 2,
    Taste = 3,
    Smell = 4,
    Feel = 5,
}

/// <summary>One of the therapist's own feelings that tell of an activation: anxious, angry, far away. A pulse sees two of the three.</summary>
/// <param name="MaySay">What it may say about A, about B or about what is between them. At least one.</param>
/// <param name="Direction">Which way one drifts with it.</param>
public sealed record OwnFeeling(
    string Code,
    string Name,
    string PlainName,
    TwoWordings Text,
    ImmutableArray<string> MaySay,
    FeelingDirection Direction,
    string Helps,
    string Source,
    Standing Standing) : ICatalogueEntry;

public enum FeelingDirection
{
    Under = 1,
    Over = 2,
    Either = 3,
}

/// <summary>Something to say openly, so that nobody has to guess it.</summary>
public sealed record TransparencyItem(string Code, string Name, string PlainName, TwoWordings Text, string Sentence, string Source, Standing Standing) : ICatalogueEntry;

/// <summary>A way to make room for what one partner told in private without showing that anything was told. Said to both.</summary>
public sealed record RoomMaker(string Code, string Name, string PlainName, TwoWordings Line, string Sentence, string Source, Standing Standing) : ICatalogueEntry;
