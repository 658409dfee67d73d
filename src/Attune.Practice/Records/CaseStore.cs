using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Vault;

namespace Attune.Practice.Records;

/// <summary>Events in and out of the record: the only place where a payload is a clinical event on one side and bytes on the other.</summary>
internal sealed class CaseStore
{
    private readonly PracticeDoor _door;
    private volatile KeptTherapist? _therapist;

    public CaseStore(PracticeDoor door)
    {
        _door = door;
        door.WasSealed += () => _therapist = null;
    }

    public int Opening => _door.Opening;

    public TimeProvider Time => _door.Time;

    /// <summary>Reads a couple's case; null when there is none under this id.</summary>
    public (CoupleCase Case, SubjectKeyring Keys)? Load(Guid caseId)
    {
        // The therapist's own log is a case of the record too, and no couple's.
        if (caseId == _door.Therapist.Value || _door.Record.Logs.Read(caseId) is not { Count: > 0 } rows)
            return null;
        var folded = new CoupleCase();
        foreach (var row in rows)
        {
            if (row is LogRow.Opened opened)
                folded.Apply(row.Number, CaseJson.Read(opened.Payload.Span));
            else
                folded.Withhold(row.Number);
        }

        return (folded, SubjectKeyring.Find(_door.Record, caseId, rows.Select(row => row.KeyId).ToHashSet()));
    }

    /// <summary>
    /// The therapist's own log, to be read and not changed. Kept from one look to the next while its end in the record is the same, whoever writes there,
    /// and let go when the record is sealed.
    /// </summary>
    public TherapistProfile LoadTherapist()
    {
        var (opening, end) = (Opening, _door.Record.Logs.End(_door.Therapist.Value));
        if (_therapist is { } kept && (kept.Opening, kept.End) == (opening, end))
            return kept.Profile;
        var profile = ReadTherapist();
        // What was written after the end was read is in the profile and not in the end: the next look reads again.
        _therapist = new KeptTherapist(opening, end, profile);
        // Sealed meanwhile: whoever sealed has passed by already.
        if (_door.State != DoorState.Open || Opening != opening)
            _therapist = null;
        return profile;
    }

    private TherapistProfile ReadTherapist()
    {
        var profile = new TherapistProfile();
        foreach (var row in _door.Record.Logs.Read(_door.Therapist.Value))
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
        [.. _door.Record.Logs.Cases().Where(id => id != _door.Therapist.Value).Order().Select(id => new CoupleId(id))];

    public Task<SubjectKeyring> MakeKeysAsync(CoupleId couple) => SubjectKeyring.MakeAsync(_door.Record, couple.Value, _door.Compartment, CancellationToken.None);

    /// <summary>Durable when it returns. The number of the last event; refused when another writer was first.</summary>
    public async Task<long> AppendAsync(Guid caseId, SubjectKeyring keys, long after, IReadOnlyList<CaseEvent> events)
    {
        return await _door.Record.Logs.AppendAsync(caseId, after, Entries(keys, events)) is AppendOutcome.Appended appended
            ? appended.Last
            : throw new RefusedException(CommonRefusals.ChangedMeanwhile);
    }

    private static List<LogEntry> Entries(SubjectKeyring keys, IReadOnlyList<CaseEvent> events) =>
        [.. events.Select(happened => new LogEntry(keys[happened.Subject], CaseJson.Write(happened)))];

    public SubjectKeyring TherapistKeys() => SubjectKeyring.Find(_door.Record, _door.Therapist.Value, new HashSet<Guid>());

    public async Task KeepBeatsAsync(RecordingId recording, Guid keyId, ReadOnlyMemory<byte> chunk)
    {
        if (await _door.Record.Recordings.AppendAsync(recording.Value, keyId, 1, chunk) is not AppendOutcome.Appended)
            throw new InvalidOperationException($"Recording {recording} has a first chunk already.");
    }

    /// <summary>Durable when it returns. False: another writer was first, or the session has ended.</summary>
    public async Task<bool> KeepLiveAsync(LiveId live, long number, IReadOnlyList<LogEntry> parts) =>
        await _door.Record.Journals.AppendAsync(live.Value, number, parts) is AppendOutcome.Appended;

    /// <summary>Every row of a session that goes on.</summary>
    public IReadOnlyList<JournalRow> ReadLive(LiveId live) => _door.Record.Journals.Read(live.Value);

    /// <summary>The key of one page's outbox.</summary>
    public byte[] LiveKey(LiveId live, Guid stream) => _door.Record.Journals.DeriveKey(live.Value, stream);

    /// <summary>Events and beats in one transaction, and what came in while it went on is gone. Refused when another writer was first.</summary>
    public async Task<long> EndLiveAsync(LiveId live, long rows, Guid caseId, SubjectKeyring keys, long after, IReadOnlyList<CaseEvent> events, IReadOnlyList<RecordingChunk> chunks) =>
        await _door.Record.Journals.CloseAsync(live.Value, rows, caseId, after, Entries(keys, events), chunks) is AppendOutcome.Appended appended
            ? appended.Last
            : throw new RefusedException(CommonRefusals.ChangedMeanwhile);

    /// <summary>The beats of a recording; null when there are none, or they cannot be read.</summary>
    public ReadOnlyMemory<byte>? ReadBeats(RecordingId recording) =>
        _door.Record.Recordings.Read(recording.Value) is [LogRow.Opened only] ? only.Payload : null;

    public Task NoteAuditAsync(Guid? caseId, ReadOnlyMemory<byte> entry) => _door.Record.Audit.NoteAsync(caseId, entry);

    private sealed record KeptTherapist(int Opening, LogEnd End, TherapistProfile Profile);
}
