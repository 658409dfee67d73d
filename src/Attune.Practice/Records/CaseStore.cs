using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Vault;

namespace Attune.Practice.Records;

/// <summary>Events in and out of the record: the only place where a payload is a clinical event on one side and bytes on the other.</summary>
internal sealed class CaseStore(PracticeDoor door)
{
    public int Opening => door.Opening;

    public TimeProvider Time => door.Time;

    /// <summary>Reads a couple's case; null when there is none under this id.</summary>
    public (CoupleCase Case, SubjectKeyring Keys)? Load(Guid caseId)
    {
        // The therapist's own log is a case of the record too, and no couple's.
        if (caseId == door.Therapist.Value || door.Record.Logs.Read(caseId) is not { Count: > 0 } rows)
            return null;
        var folded = new CoupleCase();
        foreach (var row in rows)
        {
            if (row is LogRow.Opened opened)
                folded.Apply(row.Number, CaseJson.Read(opened.Payload.Span));
            else
                folded.Withhold(row.Number);
        }

        return (folded, SubjectKeyring.Find(door.Record, caseId, rows.Select(row => row.KeyId).ToHashSet()));
    }

    public TherapistProfile LoadTherapist()
    {
        var profile = new TherapistProfile();
        foreach (var row in door.Record.Logs.Read(door.Therapist.Value))
        {
            if (row is LogRow.Opened opened)
                profile.Apply(row.Number, CaseJson.Read(opened.Payload.Span));
            else
                profile.Withhold(row.Number);
        }

        return profile;
    }

    /// <summary>The couples of the practice, oldest first (their ids carry the time).</summary>
    public IReadOnlyList<CoupleId> Couples() =>
        [.. door.Record.Logs.Cases().Where(id => id != door.Therapist.Value).Order().Select(id => new CoupleId(id))];

    public Task<SubjectKeyring> MakeKeysAsync(CoupleId couple) => SubjectKeyring.MakeAsync(door.Record, couple.Value, door.Compartment, CancellationToken.None);

    /// <summary>Durable when it returns. The number of the last event; refused when another writer was first.</summary>
    public async Task<long> AppendAsync(Guid caseId, SubjectKeyring keys, long after, IReadOnlyList<CaseEvent> events)
    {
        var entries = events.Select(happened => new LogEntry(keys[happened.Subject], CaseJson.Write(happened))).ToList();
        return await door.Record.Logs.AppendAsync(caseId, after, entries) is AppendOutcome.Appended appended
            ? appended.Last
            : throw new RefusedException(CommonRefusals.ChangedMeanwhile);
    }

    public SubjectKeyring TherapistKeys() => SubjectKeyring.Find(door.Record, door.Therapist.Value, new HashSet<Guid>());

    public async Task KeepBeatsAsync(RecordingId recording, Guid keyId, ReadOnlyMemory<byte> chunk)
    {
        if (await door.Record.Recordings.AppendAsync(recording.Value, keyId, 1, chunk) is not AppendOutcome.Appended)
            throw new InvalidOperationException($"Recording {recording} has a first chunk already.");
    }

    public Task NoteAuditAsync(Guid? caseId, ReadOnlyMemory<byte> entry) => door.Record.Audit.NoteAsync(caseId, entry);
}
