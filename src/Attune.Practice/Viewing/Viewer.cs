using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Practice.Viewing;

/// <summary>Who asks. Every grain call carries one; what it may see and do is decided in <see cref="Access"/> alone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "viewer")]
[JsonDerivedType(typeof(OwnTherapist), "therapist")]
[JsonDerivedType(typeof(PartnerWithCheckIn), "partner")]
public abstract record Viewer
{
    private Viewer() { }

    /// <summary>The therapist of this practice, signed in.</summary>
    public sealed record OwnTherapist(TherapistId Id) : Viewer;

    /// <summary>One partner, holding the tablet or a link for one check-in and nothing else.</summary>
    /// <param name="Session">The session that the check-in follows; 0 = before the first.</param>
    public sealed record PartnerWithCheckIn(CoupleId Couple, Partner Partner, int Session) : Viewer;
}

/// <summary>One therapist.</summary>
[JsonConverter(typeof(TherapistIdConverter))]
public readonly record struct TherapistId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

public sealed class TherapistIdConverter : JsonConverter<TherapistId>
{
    public override TherapistId Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
        new(reader.GetGuid());

    public override void Write(System.Text.Json.Utf8JsonWriter writer, TherapistId value, System.Text.Json.JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
