namespace Attune.Exchange.Study;

/// <summary>Does pieces of work side by side and hands the results out in the order of the pieces, so that they do not depend on how many threads there are.</summary>
public sealed class StudyCrew
{
    private readonly int _threads;
    private readonly TaskScheduler _scheduler;

    public StudyCrew(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = threads;
        _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
    }

    /// <summary>At most twice as many pieces as threads are under way or wait to be taken. The first piece in order that throws is the one that is heard of.</summary>
    public IEnumerable<TOut> Each<TIn, TOut>(IEnumerable<TIn> pieces, Func<TIn, TOut> work, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentNullException.ThrowIfNull(work);
        return _threads == 1 ? InTurn(pieces, work, cancel) : SideBySide(pieces, work, cancel);
    }

    private static IEnumerable<TOut> InTurn<TIn, TOut>(IEnumerable<TIn> pieces, Func<TIn, TOut> work, CancellationToken cancel)
    {
        foreach (var piece in pieces)
        {
            cancel.ThrowIfCancellationRequested();
            yield return work(piece);
        }
    }

    private IEnumerable<TOut> SideBySide<TIn, TOut>(IEnumerable<TIn> pieces, Func<TIn, TOut> work, CancellationToken cancel)
    {
        var underWay = new Queue<Task<TOut>>();
        try
        {
            foreach (var piece in pieces)
            {
                cancel.ThrowIfCancellationRequested();
                // Hidden: what a library awaits inside would else wait for a place that its own waiter holds.
                underWay.Enqueue(Task.Factory.StartNew(() => work(piece), CancellationToken.None, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler, _scheduler));
                if (underWay.Count >= 2 * _threads)
                    yield return underWay.Dequeue().GetAwaiter().GetResult();
            }

            while (underWay.Count > 0)
                yield return underWay.Dequeue().GetAwaiter().GetResult();
        }
        finally
        {
            // What nobody takes any more still uses what the caller is about to close.
            foreach (var left in underWay)
                ((IAsyncResult)left).AsyncWaitHandle.WaitOne();
        }
    }
}
