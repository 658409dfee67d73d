using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attune.Method.Cases;

/// <summary>One couple's record.</summary>
[JsonConverter(typeof(IdConverter<CoupleId>))]
public readonly record struct CoupleId(Guid Value) : IId<CoupleId>
{
    public static CoupleId From(Guid value) => new(value);
    public override string ToString() => Value.ToString("N");
}

/// <summary>One rupture within a couple's record.</summary>
[JsonConverter(typeof(IdConverter<RuptureId>))]
public readonly record struct RuptureId(Guid Value) : IId<RuptureId>
{
    public static RuptureId From(Guid value) => new(value);
    public override string ToString() => Value.ToString("N");
}

/// <summary>One recording of one heart.</summary>
[JsonConverter(typeof(IdConverter<RecordingId>))]
public readonly record struct RecordingId(Guid Value) : IId<RecordingId>
{
    public static RecordingId From(Guid value) => new(value);
    public override string ToString() => Value.ToString("N");
}

/// <summary>One session while it is live: names its journal.</summary>
[JsonConverter(typeof(IdConverter<LiveId>))]
public readonly record struct LiveId(Guid Value) : IId<LiveId>
{
    public static LiveId From(Guid value) => new(value);
    public override string ToString() => Value.ToString("N");
}

/// <summary>What every id has in common: it is written as its bare value.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Writes an id as its bare value.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
