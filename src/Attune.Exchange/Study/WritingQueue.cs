using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Attune.Exchange.Study;

/// <summary>Writes pieces in their order on a thread of its own, so that those who make them need not wait for the disk. At most a few pieces wait.</summary>
public sealed class WritingQueue : IDisposable
{
    private const int MostWaiting = 4;

    private readonly BlockingCollection<StudyPiece> _waiting = new(MostWaiting);
    private readonly StudyWriter _writer;
    private readonly Task _writing;
    private volatile ExceptionDispatchInfo? _stopped;

    /// <summary>Does not dispose of the writer.</summary>
    public WritingQueue(StudyWriter writer)
    {
        _writer = writer;
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>In order, by one caller. Waits while too many wait. Throws what stopped the writing.</summary>
    public void Append(StudyPiece piece)
    {
        _stopped?.Throw();
        _waiting.Add(piece);
    }

    /// <summary>Everything is in the stream. Throws what stopped the writing.</summary>
    public void Finish()
    {
        _waiting.CompleteAdding();
        _writing.GetAwaiter().GetResult();
        _stopped?.Throw();
        _writer.Finish();
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        // Heard of by Append and Finish; here it only has to be over before the stream is closed.
        _writing.GetAwaiter().GetResult();
        _waiting.Dispose();
    }

    // Goes on taking after a fault: who brings the next piece would else wait for ever.
    private void Write()
    {
        foreach (var piece in _waiting.GetConsumingEnumerable())
        {
            if (_stopped is not null)
                continue;
            try
            {
                _writer.Append(piece);
            }
            catch (Exception stopped) when (_stopped is null)
            {
                _stopped = ExceptionDispatchInfo.Capture(stopped);
            }
        }
    }
}
