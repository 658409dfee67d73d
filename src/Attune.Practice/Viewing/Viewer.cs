using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Practice.Viewing;

/// <summary>Who asks. Every grain call carries one; what it may see and do is decided in <see cref="Access"/> alone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "viewer")]
[JsonDerivedType(typeof(OwnTherapist), "therapist")]
[JsonDerivedType(typeof(PartnerWithCheckIn), "partner")]
[JsonDerivedType(typeof(PartnerWithReport), "partner-with-report")]
public abstract record Viewer
{
    private Viewer() { }

    /// <summary>The therapist of this practice, signed in.</summary>
    public sealed record OwnTherapist(TherapistId Id) : Viewer;

    /// <summary>One partner, holding one page of their own and nothing else.</summary>
    public abstract record OnePartner(CoupleId Couple, Partner Partner) : Viewer;

    /// <summary>With the tablet or a link for one check-in.</summary>
    /// <param name="Session">The session that the check-in follows; 0 = before the first.</param>
    public sealed record PartnerWithCheckIn(CoupleId Couple, Partner Partner, int Session) : OnePartner(Couple, Partner);

    /// <summary>With the tablet, for what they tell of themselves.</summary>
    public sealed record PartnerWithReport(CoupleId Couple, Partner Partner) : OnePartner(Couple, Partner);
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
