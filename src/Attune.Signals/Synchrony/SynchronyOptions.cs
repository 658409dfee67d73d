namespace Attune.Signals.Synchrony;

/// <summary>How two regular series are compared window by window; stored with every finding. Times are taken to the nearest sample.</summary>
public sealed record SynchronyOptions
{
    /// <summary>Heart rates at 4 samples a second: windows of 30 s one after the other, lags to 3 s either way (SUSY's usual segment and lag).</summary>
    public static SynchronyOptions Default { get; } = new();

    /// <summary>Samples a second of both series, above 0.</summary>
    public double SamplesPerSecond { get; init; } = 4;

    /// <summary>Length of a window: at least three samples.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the start of one window to the start of the next: at least a sample. Shorter than <see cref="Window"/>, windows overlap.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest lag either way, inside; at most half a window (Tschacher and Meier, 2020).</summary>
    public TimeSpan LongestLag { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Which of the two windows a lag moves.</summary>
    public LagPlacement Placement { get; init; } = LagPlacement.LaterOneMoves;

    internal int WindowSamples => Samples(Window);

    internal int StepSamples => Samples(Step);

    internal int LagSamples => Samples(LongestLag);

    internal int Lags => (2 * LagSamples) + 1;

    /// <summary>Samples of a window together with the room for its lags.</summary>
    internal int BlockSamples => WindowSamples + Tail;

    internal int Tail => Placement is LagPlacement.SecondMoves ? 2 * LagSamples : LagSamples;

    /// <summary>Where the window without lag begins in its block.</summary>
    internal int ShortStart => Placement is LagPlacement.SecondMoves ? LagSamples : 0;

    internal int CountWindows(int samples) => samples < BlockSamples ? 0 : ((samples - BlockSamples) / StepSamples) + 1;

    internal double SecondsOfLag(double lag) => lag / SamplesPerSecond;

    internal void Require()
    {
        if (!(SamplesPerSecond > 0 && double.IsFinite(SamplesPerSecond)))
            throw new ArgumentOutOfRangeException(nameof(SamplesPerSecond), SamplesPerSecond, "Some samples a second are needed.");
        if (!Enum.IsDefined(Placement))
            throw new ArgumentOutOfRangeException(nameof(Placement), Placement, "Not a placement of lags.");
        RequireTime(nameof(Window), Window, 3);
        RequireTime(nameof(Step), Step, 1);
        RequireTime(nameof(LongestLag), LongestLag, 0);
        if (LagSamples > WindowSamples / 2)
            throw new ArgumentOutOfRangeException(nameof(LongestLag), LongestLag, "The longest lag is at most half a window.");
    }

    private void RequireTime(string name, TimeSpan time, int least)
    {
        if (!(time.TotalSeconds * SamplesPerSecond is >= 0 and <= 1 << 20) || Samples(time) < least)
            throw new ArgumentOutOfRangeException(name, time, $"At least {least} samples and at most a million.");
    }

    private int Samples(TimeSpan time) => (int)Math.Round(time.TotalSeconds * SamplesPerSecond);
}

/// <summary>Which window moves with the lag. A positive lag always means: what the first series does, the second does that much later.</summary>
public enum LagPlacement
{
    /// <summary>For a positive lag the second's window begins later, for a negative one the first's; none begins earlier (as rMEA does).</summary>
    LaterOneMoves = 1,

    /// <summary>The first's window stands still, the second's begins later or earlier. The first window leaves room for the longest lag.</summary>
    SecondMoves = 2,
}
