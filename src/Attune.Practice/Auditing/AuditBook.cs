using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Practice.Records;
using Attune.Practice.Viewing;

namespace Attune.Practice.Auditing;

/// <summary>Notes who looked and who changed, in the record's own chain. Says what was done, never what it said.</summary>
internal sealed class AuditBook(CaseStore store)
{
    public Task LookedAsync(Guid? caseId, Viewer viewer, string what) => NoteAsync(caseId, new AuditNote(viewer, "looked", what));

    public Task ChangedAsync(Guid? caseId, Viewer viewer, string what) => NoteAsync(caseId, new AuditNote(viewer, "changed", what));

    private Task NoteAsync(Guid? caseId, AuditNote note) =>
        store.NoteAuditAsync(caseId, JsonSerializer.SerializeToUtf8Bytes(note, AuditJson.Default.AuditNote));
}

/// <summary>One entry of the audit trail.</summary>
internal sealed record AuditNote(Viewer Who, string Did, string What);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AuditNote))]
internal sealed partial class AuditJson : JsonSerializerContext;
