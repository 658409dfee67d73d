using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;

namespace Attune.Practice.Live;

/// <summary>What the couple's grain does for a session that goes on. For <see cref="ILiveSessionGrain"/> alone.</summary>
[Alias("attune.couple-live.v1")]
internal interface ICoupleLive : IGrainWithGuidKey
{
    /// <summary>Where a session that goes on lies; null when it does not.</summary>
    [Alias("find-live")]
    Task<LivePlace?> FindLive(Viewer viewer, int session);

    /// <summary>Whether a partner's heart may be put on now.</summary>
    [Alias("may-hear")]
    Task<bool> MayHear(Viewer viewer, Partner partner);

    /// <summary>Ends it: what is in the summary enters the record, or with null nothing does. Refused when more has come in meanwhile.</summary>
    /// <param name="rows">How much had come in when it was summed.</param>
    [Alias("end-live")]
    Task<Outcome> EndLive(Viewer viewer, int session, LiveId live, long rows, LiveSummary? summary);
}

/// <summary>Where a session lies, and what it is read by.</summary>
/// <param name="Keys">The data key for each subject.</param>
[GenerateSerializer, Immutable, Alias("attune.live-place.v1")]
internal sealed record LivePlace(
    [property: Id(0)] LiveId Live, [property: Id(1)] DateTimeOffset StartedAt, [property: Id(2)] ImmutableDictionary<Subject, Guid> Keys, [property: Id(3)] double ArousalLimit);

/// <summary>What is kept of a session.</summary>
/// <param name="Until">Its last moment, since it began.</param>
[GenerateSerializer, Immutable, Alias("attune.live-summary.v1")]
internal sealed record LiveSummary(
    [property: Id(0)] TimeSpan Until, [property: Id(1)] ImmutableArray<SummedHeart> Hearts, [property: Id(2)] ImmutableArray<SummedNote> Notes);

/// <summary>One heart with its beats.</summary>
/// <param name="Heard">As it enters the record.</param>
/// <param name="Arousal">By the article's rule; null for a partner's, and where nothing was heard.</param>
[GenerateSerializer, Immutable, Alias("attune.summed-heart.v1")]
internal sealed record SummedHeart([property: Id(0)] HeartHeard Heard, [property: Id(1)] ArousalNoted? Arousal, [property: Id(2)] ImmutableArray<byte> Chunk);

/// <summary>A note, and whether the therapist was aroused then.</summary>
[GenerateSerializer, Immutable, Alias("attune.summed-note.v1")]
internal sealed record SummedNote([property: Id(0)] LiveItem Item, [property: Id(1)] bool WhileAroused);
