using Attune.Signals.Arousal.Live;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Signals.Arousal;

/// <summary>
/// The article's rule on one heart while it is heard, beat by beat: what to show, and the episodes. It holds no clock; times come with
/// the beats, in ms since the session's first moment. Feeding the same beats again gives the same, however they are bundled, and the
/// episodes are those of <see cref="ArousalRule"/> with <see cref="ArousalOptions.Live"/>. Not safe for several threads at once.
/// </summary>
/// <remarks>
/// A beat is judged when the next one has come (<see cref="ArtefactRule.RangeThenKarlssonLive"/>). More than 5 s without a believable
/// beat, or a beat of unknown length, begins everything anew. Nothing is allocated per beat; an episode is one small object.
/// </remarks>
public sealed class ArousalMachine
{
    /// <summary>Name stored with what is noted live.</summary>
    public const string Algorithm = "arousal-as-heard";

    /// <summary>Version stored with what is noted live.</summary>
    public const int Version = 1;

    private readonly ArousalLevels levels;
    private readonly HeardBeats heard = new();
    private readonly CrossingForecaster forecaster;
    private readonly List<ArousalEpisode> episodes = [];
    private ArousalChange[] changes = new ArousalChange[4];
    private int changeCount;
    private HeardClock clock;
    private ShownState shown;
    private EpisodeCounter counter;
    private double episodeEndMs = double.NaN;
    private double heardUntilMs;
    private bool waits;
    private (double StartMs, double EndMs, double Ms, double BeforeMs) waiting;
    private double lastMs = double.NaN;

    /// <summary>Throws for options that are no numbers, or that name another pair than the one that looks back only.</summary>
    public ArousalMachine(ArousalOptions options)
    {
        levels = ArousalLevels.Of(options);
        if (options is not { RateChoice: RateChoice.MeanOfLast15, Artefacts: ArtefactRule.RangeThenKarlssonLive })
            throw new ArgumentException($"{options.RateChoice} with {options.Artefacts} cannot be told while a heart is heard.", nameof(options));
        Options = options;
        shown = new(levels);
        counter = new(options.MinimumDuration.TotalMilliseconds);
        forecaster = new(levels.ArousedAboveBpm);
    }

    /// <summary>What it was made with.</summary>
    public ArousalOptions Options { get; }

    /// <summary>The rates at which states change.</summary>
    public ArousalLevels Levels => levels;

    /// <summary>What to show now.</summary>
    public ArousalState State { get; private set; } = ArousalState.Unknown;

    /// <summary>Why <see cref="State"/> is unknown; <see cref="ArousalDoubt.None"/> when it is known.</summary>
    public ArousalDoubt Doubt { get; private set; } = ArousalDoubt.NotLongEnough;

    /// <summary>The rate of the last 15 s at the end of the last judged beat, in bpm; NaN before the first and after a gap.</summary>
    public double RateBpm => heard.RateBpm;

    /// <summary>The latest forecast of the rate passing the level. Taken anew every 5 s of the heart's own time.</summary>
    public CrossingForecast Forecast => forecaster.Forecast;

    /// <summary>Whether the signal before arousal is on (<see cref="CrossingForecaster.IsWarning"/>).</summary>
    public bool IsWarning => forecaster.IsWarning;

    /// <summary>Episodes that have ended, in order of time.</summary>
    public IReadOnlyList<ArousalEpisode> Episodes => episodes;

    /// <summary>The episode that goes on now, up to the last beat that carried it; null when there is none.</summary>
    public ArousalEpisode? OpenEpisode => counter.IsEpisode ? counter.Episode : null;

    /// <summary>
    /// Takes one beat. The changes it brought lie in the span until the next call. Throws for times that are no numbers, negative or
    /// past <see cref="BeatSeries.LongestDuration"/>.
    /// </summary>
    /// <param name="arrivalMs">When it came, since the session's first moment; the session's first beat may have begun before that.</param>
    /// <param name="intervalMs">Its length; 0 = not measured.</param>
    public ReadOnlySpan<ArousalChange> Beat(double arrivalMs, double intervalMs)
    {
        changeCount = 0;
        Take(arrivalMs, intervalMs);
        return changes.AsSpan(0, changeCount);
    }

    /// <summary>As <see cref="Beat"/>, for the beats of one message: the last ended as it arrived, each before as the next began.</summary>
    public ReadOnlySpan<ArousalChange> Beats(double arrivalMs, ReadOnlySpan<double> intervalsMs)
    {
        changeCount = 0;
        var later = 0.0;
        foreach (var ms in intervalsMs)
            later += ms;
        foreach (var ms in intervalsMs)
        {
            later -= ms;
            Take(Math.Max(0, arrivalMs - later), ms);
        }

        return changes.AsSpan(0, changeCount);
    }

    /// <summary>
    /// Nothing was heard up to <paramref name="untilMs"/>. Once that is more than 5 s, everything begins anew; until then it says nothing,
    /// because a beat may be under way.
    /// </summary>
    public ReadOnlySpan<ArousalChange> Silence(double untilMs)
    {
        Require(untilMs, nameof(untilMs));
        changeCount = 0;
        if (clock.HasStarted && untilMs - clock.NowMs > RateTrack.LongestUnheardMs)
            PassSilence(untilMs - clock.NowMs);
        return changes.AsSpan(0, changeCount);
    }

    /// <summary>The last beat has come: it is judged without a next one, and an episode that goes on ends with it.</summary>
    public ReadOnlySpan<ArousalChange> Finish()
    {
        changeCount = 0;
        Judge(double.NaN);
        CloseEpisode();
        return changes.AsSpan(0, changeCount);
    }

    private void Take(double arrivalMs, double intervalMs)
    {
        Require(arrivalMs, nameof(arrivalMs));
        Require(intervalMs, nameof(intervalMs));
        if (!clock.HasStarted)
            Begin(arrivalMs - intervalMs);
        if (clock.SilenceBefore(arrivalMs, intervalMs) is > 0 and var silence)
            PassSilence(silence);

        var start = clock.NowMs;
        clock.Beat(arrivalMs, intervalMs);
        var ms = ArtefactRules.IsInRange(intervalMs) ? intervalMs : double.NaN;
        Judge(ms);
        if (double.IsNaN(ms))
            Miss(clock.NowMs, unknownLength: intervalMs == 0);
        else
            (waits, waiting) = (true, (start, clock.NowMs, ms, lastMs));
        lastMs = ms;
    }

    private void Begin(double atMs)
    {
        clock.Start(atMs);
        heard.Restart(atMs);
        heardUntilMs = atMs;
    }

    private void PassSilence(double ms)
    {
        Judge(double.NaN);
        lastMs = double.NaN;
        clock.Pass(ms);
        Miss(clock.NowMs, unknownLength: false);
    }

    private void Judge(double nextMs)
    {
        if (!waits)
            return;
        waits = false;
        var (start, end, ms, before) = waiting;
        var mean = (before + nextMs) / 2;
        if (Math.Abs(mean - ms) >= ArtefactRules.KarlssonShare * mean)
            Miss(end, unknownLength: false);
        else
            Hear(start, end, ms);
    }

    private void Miss(double endMs, bool unknownLength)
    {
        if (unknownLength || endMs - heardUntilMs > RateTrack.LongestUnheardMs)
            Restart(endMs);
        else
            Show(endMs);
    }

    private void Restart(double atMs)
    {
        CloseEpisode();
        episodeEndMs = double.NaN;
        heard.Restart(atMs);
        heardUntilMs = atMs;
        shown.Restart();
        forecaster.Restart();
        Change(atMs, ArousalState.Unknown, ArousalDoubt.Gap);
    }

    private void Hear(double startMs, double endMs, double intervalMs)
    {
        heardUntilMs = endMs;
        heard.Add(endMs, intervalMs);
        var rate = heard.RateBpm;
        if (levels.IsAroused(rate))
            counter.Above(startMs, endMs, rate);
        else
            CloseEpisode();

        shown.Take(startMs, endMs, rate, heard.SinceMs, counter.IsEpisode);
        if (shown.HasRecovered && !double.IsNaN(episodeEndMs))
        {
            episodes[^1] = episodes[^1] with { RecoveredAfter = BeatSeries.FromMs(endMs) - BeatSeries.FromMs(episodeEndMs) };
            episodeEndMs = double.NaN;
        }

        forecaster.Take(endMs, rate);
        Show(endMs);
    }

    private void CloseEpisode()
    {
        if (counter.IsEpisode)
        {
            episodes.Add(counter.Episode);
            episodeEndMs = counter.EndMs;
        }

        counter.Reset();
    }

    private void Show(double atMs)
    {
        if (shown.State is ArousalState.Unknown)
            Change(atMs, ArousalState.Unknown, double.IsNaN(heard.RateBpm) ? Doubt : ArousalDoubt.NotLongEnough);
        else if (heard.CoverageAt(atMs) < ArousalFinding.CoverageFloor)
            Change(atMs, ArousalState.Unknown, ArousalDoubt.TooFewBelievableBeats);
        else
            Change(atMs, shown.State, ArousalDoubt.None);
    }

    private void Change(double atMs, ArousalState state, ArousalDoubt why)
    {
        if (state == State && why == Doubt)
            return;
        if (changeCount == changes.Length)
            Array.Resize(ref changes, 2 * changes.Length);
        changes[changeCount++] = new(BeatSeries.FromMs(atMs), state, why, State, heard.RateBpm);
        (State, Doubt) = (state, why);
    }

    private static void Require(double ms, string name)
    {
        if (!(ms >= 0 && ms <= BeatSeries.LongestDuration.TotalMilliseconds))
            throw new ArgumentOutOfRangeException(name, ms, "A time lies between 0 ms and 31 days.");
    }
}
