using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;

namespace Attune.Practice.Live;

/// <summary>
/// One session while it goes on: takes what the pages send, exactly once, and says what it makes of it. The key is the couple's id with the session's number.
/// Begun by <see cref="BeginLiveSession"/>.
/// </summary>
[Alias("attune.live-session.v1")]
public interface ILiveSessionGrain : IGrainWithGuidCompoundKey
{
    /// <summary>A page comes, or comes back: the key of its outbox, how far it was heard, and the clock.</summary>
    /// <param name="stream">The page's own random name for its numbers; empty for a new one.</param>
    [Alias("open")]
    Task<LiveOpening> Open(Viewer viewer, Guid stream);

    /// <summary>Takes a batch. Durable when it returns. Refused by a <see cref="RefusedException"/>: another content under a number that was taken.</summary>
    [Alias("take")]
    Task<LiveReply> Take(Viewer viewer, LiveBatch batch);

    /// <summary>What is known now, without sending anything.</summary>
    [Alias("see")]
    Task<LiveReply> See(Viewer viewer);

    /// <summary>Ends it: what came in enters the record in one piece, or is thrown away. Ended already counts as done.</summary>
    [Alias("end")]
    Task<Outcome> End(Viewer viewer, bool keep);
}

/// <summary>Items of one stream, numbered without gaps.</summary>
/// <param name="From">Number of the first item; the first of a stream is 1.</param>
[GenerateSerializer, Immutable, Alias("attune.live-batch.v1")]
public sealed record LiveBatch([property: Id(0)] Guid Stream, [property: Id(1)] long From, [property: Id(2)] ImmutableArray<LiveItem> Items);

/// <summary>What a page needs to go on.</summary>
/// <param name="Key">Encrypts the page's outbox: comes out of the practice's root, the session and the stream, and comes back after a restart.</param>
/// <param name="StartedAt">From which every time of the session counts.</param>
/// <param name="Now">By the server's clock.</param>
[GenerateSerializer, Immutable, Alias("attune.live-opening.v1")]
public sealed record LiveOpening(
    [property: Id(0)] Guid Stream, [property: Id(1)] ImmutableArray<byte> Key, [property: Id(2)] DateTimeOffset StartedAt, [property: Id(3)] DateTimeOffset Now,
    [property: Id(4)] LiveReply Reply);

/// <summary>What the server knows.</summary>
/// <param name="Acknowledged">The highest number of this stream up to which everything is on the disk; 0 for none.</param>
/// <param name="Hearts">Those of which something came.</param>
[GenerateSerializer, Immutable, Alias("attune.live-reply.v1")]
public sealed record LiveReply(
    [property: Id(0)] long Acknowledged, [property: Id(1)] ImmutableArray<LiveHeart> Hearts, [property: Id(2)] LiveBaseline Baseline)
{
    /// <summary>Other pages that sent something within the last half minute.</summary>
    [Id(3)]
    public int OtherPages { get; init; }

    /// <summary>Marks, feelings and states that are kept.</summary>
    [Id(4)]
    public int Notes { get; init; }
}

/// <summary>One heart as it is shown.</summary>
/// <param name="IsAhead">The level is in sight: the quiet signal before it.</param>
/// <param name="HeardUntil">The end of its last beat, since the session began.</param>
/// <param name="Unheard">Stretches of more than 5 s without a believable beat, since its first one.</param>
[GenerateSerializer, Immutable, Alias("attune.live-heart.v1")]
public sealed record LiveHeart(
    [property: Id(0)] HeartOf Heart, [property: Id(1)] HeartState State, [property: Id(2)] string? Doubt, [property: Id(3)] bool IsAhead,
    [property: Id(4)] TimeSpan HeardUntil, [property: Id(5)] int Beats, [property: Id(6)] int Unreadable, [property: Id(7)] ImmutableArray<LiveGap> Unheard)
{
    /// <summary>Episodes by the article's rule so far, the one that goes on included.</summary>
    [Id(8)]
    public int Episodes { get; init; }
}

/// <summary>Half-open, since the session began.</summary>
[GenerateSerializer, Immutable, Alias("attune.live-gap.v1")]
public readonly record struct LiveGap([property: Id(0)] TimeSpan Start, [property: Id(1)] TimeSpan End);

/// <summary>What the therapist's states are drawn by.</summary>
/// <param name="Words">Why, for the person: of a refused one the reason.</param>
/// <param name="RestingBpm">The resting rate in use; null: the threshold alone.</param>
[GenerateSerializer, Immutable, Alias("attune.live-baseline.v1")]
public sealed record LiveBaseline([property: Id(0)] BaselineStanding Standing, [property: Id(1)] string Words, [property: Id(2)] double? RestingBpm);

public enum BaselineStanding
{
    /// <summary>No quiet minutes were measured, ever: the threshold alone.</summary>
    None = 1,

    /// <summary>The usual one of earlier sessions.</summary>
    Usual = 2,

    /// <summary>Being measured.</summary>
    Measuring = 3,

    /// <summary>Of this session.</summary>
    Taken = 4,

    /// <summary>Lies too far above the usual one; the usual one is used.</summary>
    RefusedAboveUsual = 5,
    TooShort = 6,
    TooFewBeats = 7,
}
