using System.Threading.Channels;

namespace Attune.Vault;

/// <summary>
/// Lets many writers wait for one transaction and one sync together. What waits becomes a group; when one of a group fails, the group is rolled
/// back and each is run alone, so that nobody's fault is another's.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int LargestGroup = 512;

    private readonly IRecordStore _store;
    private readonly Channel<Job> _waiting = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _loop;
    private bool _scrubDue;
    private long _groups;

    public GroupWriter(IRecordStore store)
    {
        _store = store;
        _loop = Task.Run(WorkAsync);
    }

    /// <summary>How many transactions were committed.</summary>
    public long Groups => Interlocked.Read(ref _groups);

    /// <summary>
    /// Runs the change inside a transaction; the task ends when it is durable. The change may be run again after a rollback. A cancelled wait
    /// leaves nothing behind: what is already in a group is waited for.
    /// </summary>
    /// <param name="scrub">Take overwritten bytes out of the journal too.</param>
    public Task<T> WriteAsync<T>(Func<IRecordWriter, T> change, CancellationToken cancel, bool scrub = false)
    {
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        var job = new Job<T>(change, scrub);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(job), typeof(PracticeRecord));
        return job.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task WorkAsync()
    {
        var group = new List<Job>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var job))
                if (job.TryTake()) group.Add(job);
            if (group.Count > 0) Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Job> group)
    {
        try
        {
            CommitTogether(group);
        }
        catch (Exception error)
        {
            // A store that cannot even begin would let each of them wait as long again.
            if (group.Count == 1 || error is VaultException { Kind: VaultFaultKind.Busy }) group.ForEach(job => job.Fail(error));
            else group.ForEach(job => Commit([job]));
            return;
        }
        _scrubDue |= group.Exists(job => job.Scrub);
        if (_scrubDue) _scrubDue = !TryScrub();
        group.ForEach(job => job.Acknowledge());
    }

    private void CommitTogether(List<Job> group)
    {
        _store.Write(writer =>
        {
            foreach (var job in group) job.Run(writer);
        });
        Interlocked.Increment(ref _groups);
    }

    private bool TryScrub()
    {
        try
        {
            return _store.TryScrub();
        }
        catch (VaultException)
        {
            return false; // the change itself is durable; the journal is cleaned after a later one
        }
    }

    private abstract class Job(bool scrub)
    {
        private int _state; // 0 waiting, 1 taken, 2 withdrawn

        public bool Scrub => scrub;

        public bool TryTake() => Interlocked.CompareExchange(ref _state, 1, 0) == 0;

        protected bool TryWithdraw() => Interlocked.CompareExchange(ref _state, 2, 0) == 0;

        public abstract void Run(IRecordWriter writer);

        public abstract void Fail(Exception error);

        public abstract void Acknowledge();
    }

    private sealed class Job<T>(Func<IRecordWriter, T> change, bool scrub) : Job(scrub)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public async Task<T> WaitAsync(CancellationToken cancel)
        {
            using var withdrawal = cancel.UnsafeRegister((_, token) => { if (TryWithdraw()) _done.TrySetCanceled(token); }, null);
            return await _done.Task;
        }

        public override void Run(IRecordWriter writer) => _result = change(writer);

        public override void Fail(Exception error) => _done.TrySetException(error);

        public override void Acknowledge() => _done.TrySetResult(_result);
    }
}
