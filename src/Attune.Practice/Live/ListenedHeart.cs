using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Signals.Arousal;
using Attune.Signals.Arousal.Live;
using Attune.Signals.RecordingFiles.Binary;

namespace Attune.Practice.Live;

/// <summary>
/// One heart of a session as it comes in from one page. Its beats are judged on the clock on which they are kept, so that the kept ones give the same. Feeding
/// the same messages again gives the same.
/// </summary>
internal sealed class ListenedHeart(HeartOf heart, double limitBpm)
{
    private readonly HeardSeries _series = new();
    private readonly List<HeartSpan> _states = [];
    private readonly List<LiveGap> _unheard = [];
    private readonly ArousalMachine _article = Machine(limitBpm, null);
    private ArousalMachine? _own;
    private double _stateFromMs;
    private HeartState _state = HeartState.Unknown;

    public HeartOf Heart => heart;

    public HeardSeries Series => _series;

    public int Unreadable { get; private set; }

    public bool Replayed { get; set; }

    /// <summary>The rest that states are drawn by; null: the threshold alone.</summary>
    public RestingBaseline? Baseline { get; private set; }

    /// <summary>By the article's rule alone, so that a resting rate changes nothing in what is counted.</summary>
    public ArousalMachine Article => _article;

    public ArousalLevels ShownLevels => Shown.Levels;

    private ArousalMachine Shown => _own ?? _article;

    /// <summary>Takes one message at a time of the session (ms).</summary>
    public void Take(double atMs, ReadOnlySpan<byte> value)
    {
        if (!HeartRateMeasurement.TryParse(value, out var message) || message is not { Ticks: { IsEmpty: false } ticks })
        {
            Unreadable++;
            return;
        }

        // The last ended as it arrived, each before as the next began.
        var later = ticks.Sum(tick => tick * 1_000.0 / HeardSeries.TicksPerSecond);
        foreach (var tick in ticks)
        {
            later -= tick * 1_000.0 / HeardSeries.TicksPerSecond;
            if (_series.IsBelievable(atMs - later, tick))
                Take(_series.Add(atMs - later, tick));
            else
                Unreadable++;
        }
    }

    /// <summary>States are drawn by this rest from now on; what was shown before stays.</summary>
    public void Rest(RestingBaseline? baseline)
    {
        Baseline = baseline;
        _own = baseline is null ? null : Machine(limitBpm, baseline);
        if (_own is null || _series.Beats == 0)
            return;
        var known = _series.ToSeries();
        for (var i = 0; i < known.Count; i++)
        {
            if (!known.IsGap(i))
                _own.Beat(known.EndsMs[i], known.IntervalsMs[i]);
        }

        Show(_series.EndMs, StateOf(_own.State));
    }

    /// <summary>What is shown at a time of the session: nothing heard for more than 5 s is said as such, whatever was heard before.</summary>
    public LiveHeart At(double nowMs)
    {
        var until = double.IsNaN(_series.StartMs) ? 0 : _series.StartMs + _series.EndMs;
        var isSilent = _series.Beats == 0 || nowMs - until > SilentMs;
        var unheard = isSilent && _series.Beats > 0 ? _unheard.Append(new LiveGap(Ms(until), Ms(nowMs))) : _unheard;
        return new LiveHeart(
            heart, isSilent ? HeartState.Unknown : StateOf(Shown.State),
            isSilent ? nameof(ArousalDoubt.Gap) : Shown.Doubt is ArousalDoubt.None ? null : Shown.Doubt.ToString(),
            !isSilent && Shown.IsWarning, Ms(until), _series.Beats, Unreadable, [.. unheard])
        {
            Episodes = _article.Episodes.Count + (_article.OpenEpisode is null ? 0 : 1),
        };
    }

    /// <summary>Judges the last beat. After it nothing more is taken.</summary>
    public void Finish()
    {
        _article.Finish();
        _own?.Finish();
        if (_series.Beats > 0)
            Close(_series.EndMs);
    }

    /// <summary>Whether it was aroused, as shown, at a time of the session.</summary>
    public bool WasAroused(double atMs) => _state is HeartState.Aroused && atMs >= _stateFromMs + _series.StartMs
        || _states.Exists(span => span.State is HeartState.Aroused && span.Start.TotalMilliseconds <= atMs && atMs < span.End.TotalMilliseconds);

    /// <summary>In time of the session.</summary>
    public ImmutableArray<HeartSpan> States => [.. _states];

    private const double SilentMs = 5_000;

    private void Take(HeardBeat beat)
    {
        if (beat.GapMs > SilentMs)
        {
            var from = beat.EndMs - beat.IntervalMs - beat.GapMs;
            _unheard.Add(new LiveGap(Ms(_series.StartMs + from), Ms(_series.StartMs + from + beat.GapMs)));
            Show(from, HeartState.Unknown);
        }

        // Both hear every beat; what is shown comes from one of them.
        var changes = _article.Beat(beat.EndMs, beat.IntervalMs);
        if (_own is { } own)
            changes = own.Beat(beat.EndMs, beat.IntervalMs);
        foreach (var change in changes)
            Show(change.At.TotalMilliseconds, StateOf(change.State));
    }

    private void Show(double atMs, HeartState state)
    {
        if (state == _state)
            return;
        Close(atMs);
        (_state, _stateFromMs) = (state, Math.Max(atMs, _stateFromMs));
    }

    private void Close(double atMs)
    {
        if (atMs > _stateFromMs)
            _states.Add(new HeartSpan(Ms(_series.StartMs + _stateFromMs), Ms(_series.StartMs + atMs), _state));
        _stateFromMs = Math.Max(atMs, _stateFromMs);
    }

    private static HeartState StateOf(ArousalState state) => state switch
    {
        ArousalState.Calm => HeartState.Quiet,
        ArousalState.Rising => HeartState.Rising,
        ArousalState.Aroused => HeartState.Aroused,
        ArousalState.Recovering => HeartState.Recovering,
        _ => HeartState.Unknown,
    };

    private static ArousalMachine Machine(double limitBpm, RestingBaseline? baseline) => new(ArousalOptions.Live with { ThresholdBpm = limitBpm, Baseline = baseline });

    private static TimeSpan Ms(double ms) => new((long)Math.Round(ms * TimeSpan.TicksPerMillisecond));
}
