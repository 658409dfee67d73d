using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Practice.Live;

namespace Attune.App.Live;

/// <summary>What goes over the wire; <c>docs/live.md</c> is the contract. Times in ms since the session began.</summary>
internal sealed record WireOpen(string? Stream);

internal sealed record WireOpened(string Stream, string Key, double StartedMs, double NowMs, WireReply Reply);

internal sealed record WireBatch(string? Stream, long From, ImmutableArray<LiveItem> Items);

internal sealed record WireEnd(bool Keep);

internal sealed record WireEnded(string Onwards);

internal sealed record WireRefusal(string Code, string Message);

/// <summary>The messages of a strap as a recording holds them: each with when it comes and its bytes in hexadecimal digits.</summary>
internal sealed record WireReplay(string FileName, ImmutableArray<WireReplayed> Beats, ImmutableArray<string> Remarks);

[JsonConverter(typeof(WireReplayedConverter))]
internal readonly record struct WireReplayed(double AtMs, string Value);

internal sealed record WireReply(
    long Acknowledged, int OtherPages, int Notes, WireBaseline Baseline, ImmutableArray<WireHeart> Hearts)
{
    public static WireReply Of(LiveReply reply) => new(
        reply.Acknowledged, reply.OtherPages, reply.Notes,
        new WireBaseline(reply.Baseline.Standing, reply.Baseline.Words, reply.Baseline.RestingBpm), [.. reply.Hearts.Select(WireHeart.Of)]);
}

internal sealed record WireBaseline(BaselineStanding Standing, string Words, double? RestingBpm);

internal sealed record WireHeart(
    HeartOf Heart, HeartState State, string? Doubt, bool IsAhead, double HeardUntil, int Beats, int Unreadable, int Episodes, ImmutableArray<ImmutableArray<double>> Unheard)
{
    public static WireHeart Of(LiveHeart heart) => new(
        heart.Heart, heart.State, heart.Doubt, heart.IsAhead, heart.HeardUntil.TotalMilliseconds, heart.Beats, heart.Unreadable, heart.Episodes,
        [.. heart.Unheard.Select(gap => ImmutableArray.Create(gap.Start.TotalMilliseconds, gap.End.TotalMilliseconds))]);
}

/// <summary>A replayed message as a pair: [ms, "digits"].</summary>
internal sealed class WireReplayedConverter : JsonConverter<WireReplayed>
{
    public override WireReplayed Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
        throw new NotSupportedException("A replay is only sent to a page.");

    public override void Write(System.Text.Json.Utf8JsonWriter writer, WireReplayed value, System.Text.Json.JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.AtMs);
        writer.WriteStringValue(value.Value);
        writer.WriteEndArray();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WireOpen))]
[JsonSerializable(typeof(WireOpened))]
[JsonSerializable(typeof(WireBatch))]
[JsonSerializable(typeof(WireReply))]
[JsonSerializable(typeof(WireEnd))]
[JsonSerializable(typeof(WireEnded))]
[JsonSerializable(typeof(WireRefusal))]
[JsonSerializable(typeof(WireReplay))]
internal sealed partial class WireJson : JsonSerializerContext;
