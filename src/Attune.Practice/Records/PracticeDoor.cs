using System.Text;
using System.Text.Json;
using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Attune.Vault;

namespace Attune.Practice.Records;

/// <summary>Where the practice stands: nothing made yet, sealed, or open.</summary>
public enum DoorState
{
    NoRecordYet = 1,
    Sealed = 2,
    Open = 3,
}

/// <summary>
/// The one place where the record is made, unsealed and sealed. Unsealing is not signing in: it opens the process, not a browser.
/// </summary>
public sealed class PracticeDoor : IAsyncDisposable
{
    private const string Card = "practice-card";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly VaultOptions _options;
    private PracticeRecord? _record;
    private volatile PracticeCard? _card;

    public PracticeDoor(string folder, TimeProvider time) : this(folder, time, new VaultOptions()) { }

    /// <param name="options">How the keys of a new record are derived; the demo and tests need no strong passphrase.</param>
    internal PracticeDoor(string folder, TimeProvider time, VaultOptions options) => (Folder, Time, _options) = (folder, time, options);

    public string Folder { get; }

    public TimeProvider Time { get; }

    // Open only when the therapist's compartment is open too: who read before it would keep a case with holes in it.
    public DoorState State => _record is not { } record ? DoorState.NoRecordYet : record.IsSealed || _card is null ? DoorState.Sealed : DoorState.Open;

    /// <summary>Counts unsealings; who holds state of an earlier one must drop it.</summary>
    public int Opening => _record?.Opening ?? 0;

    /// <summary>Raised after the keys are gone.</summary>
    public event Action? WasSealed;

    /// <summary>Raised when the record has just been opened.</summary>
    public event Action? WasOpened;

    /// <summary>The therapist of this practice. Refused while sealed.</summary>
    public TherapistId Therapist => new(OpenCard().Therapist);

    internal PracticeRecord Record => _record is { IsSealed: false } open && _card is not null ? open : throw new RefusedException(CommonRefusals.Sealed);

    internal Guid Compartment => OpenCard().Compartment;

    /// <summary>Looks whether there is a record, and opens it sealed. A fault of it is a <see cref="RefusedException"/>.</summary>
    public void Look()
    {
        try
        {
            if (_record is null && PracticeRecord.Exists(Folder))
                _record = PracticeRecord.Open(Folder, Time);
        }
        catch (VaultException fault)
        {
            throw new RefusedException(CommonRefusals.From(fault));
        }
    }

    /// <summary>Makes the record of a new practice with one therapist. Returns the recovery code: it is shown once, to be printed.</summary>
    public async Task<string> CreateAsync(string therapistName, string passphrase, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_record is not null)
                throw new VaultException(VaultFaultKind.AlreadyThere, "There is a record already.");
            var made = await PracticeRecord.CreateAsync(Folder, passphrase, Time, options: _options, cancel: cancel);
            var record = made.Record;
            var compartment = await record.Keys.CreateCompartmentAsync(passphrase, made.RecoveryCode, cancel);
            var therapist = Guid.CreateVersion7(Time.GetUtcNow());
            var key = await record.Keys.CreateAsync(therapist, SubjectKeyring.Label(Subject.Therapist), compartment, cancel);
            var named = new TherapistIntroduced { At = Time.GetUtcNow(), Name = therapistName };
            await record.Logs.AppendAsync(therapist, 0, [new LogEntry(key, CaseJson.Write(named))], cancel);
            var card = new PracticeCard(therapist, compartment);
            // The card last: a record without one was never finished, and says so when it is unsealed.
            await record.Drawer.WriteAsync(Card, JsonSerializer.SerializeToUtf8Bytes(card), cancel);
            (_record, _card) = (record, card);
            WasOpened?.Invoke();
            return made.RecoveryCode;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>False: not the passphrase. The therapist's compartment opens with the same words in a practice of one.</summary>
    public Task<bool> UnsealAsync(string passphrase, CancellationToken cancel = default) =>
        OpenAsync(record => record.UnsealAsync(passphrase, cancel), (record, compartment) => record.Keys.OpenCompartmentAsync(compartment, passphrase, cancel), cancel);

    /// <summary>False: not the recovery code.</summary>
    public Task<bool> UnsealWithRecoveryCodeAsync(string code, CancellationToken cancel = default) =>
        OpenAsync(record => record.UnsealWithRecoveryCodeAsync(code, cancel),
            (record, compartment) => record.Keys.OpenCompartmentWithRecoveryCodeAsync(compartment, code, cancel), cancel);

    /// <summary>Whether this is the practice's passphrase; opens nothing. For signing in to an open process.</summary>
    public async Task<bool> IsPassphraseAsync(string passphrase, CancellationToken cancel = default) =>
        _record is not null && await _record.IsPassphraseAsync(passphrase, cancel);

    /// <summary>Zeroes the keys; then whoever holds state of this opening is told to let it go.</summary>
    public void Seal()
    {
        _card = null;
        _record?.Seal();
        WasSealed?.Invoke();
    }

    /// <summary>A small named value of the program itself, encrypted under the root key; null when there is none.</summary>
    public string? ReadSetting(string name) => Record.Drawer.Read(name) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>Durable when it returns.</summary>
    // On a thread of the pool: who waits here may stand in a renderer's own context, which the write would wait for in turn.
    public void WriteSetting(string name, string value)
    {
        var record = Record;
        Task.Run(() => record.Drawer.WriteAsync(name, Encoding.UTF8.GetBytes(value))).GetAwaiter().GetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (_record is not null)
            await _record.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<bool> OpenAsync(
        Func<PracticeRecord, Task<UnsealOutcome>> unseal, Func<PracticeRecord, Guid, Task<UnsealOutcome>> openCompartment, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var record = _record ?? throw new VaultException(VaultFaultKind.Missing, "There is no record in this folder yet.");
            if (await unseal(record) != UnsealOutcome.Opened)
                return false;
            try
            {
                var card = ReadCard(record);
                await openCompartment(record, card.Compartment);
                _card = card;
            }
            catch
            {
                record.Seal();
                throw;
            }

            WasOpened?.Invoke();
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private PracticeCard OpenCard() => _card is { } card && State == DoorState.Open ? card : throw new RefusedException(CommonRefusals.Sealed);

    private static PracticeCard ReadCard(PracticeRecord record) =>
        record.Drawer.Read(Card) is { } bytes && JsonSerializer.Deserialize<PracticeCard>(bytes.Span) is { } card
            ? card
            : throw new VaultException(VaultFaultKind.Damaged, "The first run of this record was never finished: it names no therapist. Begin again in an empty folder.");

    private sealed record PracticeCard(Guid Therapist, Guid Compartment);
}
