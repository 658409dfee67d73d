using System.Buffers.Binary;
using System.Collections.Immutable;
using Attune.Practice.Auditing;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;

namespace Attune.Practice.Settings;

/// <summary>Reads and changes what the practice has chosen. The therapist's alone.</summary>
public sealed class SettingsBook : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PracticeDoor _door;
    private readonly AuditBook _audit;

    internal SettingsBook(PracticeDoor door, AuditBook audit) => (_door, _audit) = (door, audit);

    public DateTimeOffset Now => _door.Time.GetUtcNow();

    /// <summary>When the practice began: its therapist's id carries the time.</summary>
    public DateTimeOffset Begun => DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(_door.Therapist.Value.ToByteArray(bigEndian: true)) >> 16);

    public PracticeSettings Read(Viewer viewer)
    {
        Guard(viewer);
        return PracticeSettings.In(_door);
    }

    /// <summary>Empty: done, and durable.</summary>
    public async Task<ImmutableArray<Refusal>> ChangeAsync(Viewer viewer, SettingsChange change)
    {
        Guard(viewer);
        // Two windows that change two things at once: neither takes back what the other chose.
        await _turn.WaitAsync();
        try
        {
            var now = PracticeSettings.In(_door);
            var check = change.Look(now);
            if (check.Fails)
                return [.. check.Why];
            await _audit.ChangedAsync(null, viewer, "settings");
            change.After(now, _door.Time.GetUtcNow()).PutIn(_door);
            return [];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Guard(Viewer viewer)
    {
        if (Access.ToSeeCase(viewer, _door.Therapist) is { } no)
            throw new RefusedException(no);
    }
}
