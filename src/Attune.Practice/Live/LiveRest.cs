using Attune.Signals.Arousal;
using Attune.Signals.Beats;

namespace Attune.Practice.Live;

/// <summary>The resting rate of a session: the usual one, or one measured in quiet minutes. One that lies too far above the usual is refused, with its reason.</summary>
internal sealed class LiveRest(RestingBaseline? usual)
{
    private double? _beganMs;

    /// <summary>Measured in this session and taken; null otherwise.</summary>
    public RestingBaseline? Taken { get; private set; }

    public LiveBaseline Shown { get; private set; } = usual is null
        ? new LiveBaseline(BaselineStanding.None, "No quiet minutes were measured yet. Your states are read by the limit alone.", null)
        : new LiveBaseline(BaselineStanding.Usual, "Your states are read by your usual quiet rate.", usual.MedianBpm);

    /// <summary>Quiet minutes begin or end; without a beginning an end is nothing.</summary>
    public void Turn(LiveItem.Quiet quiet, ListenedHeart? own)
    {
        if (quiet.Begins)
        {
            _beganMs = quiet.At;
            Shown = Shown with { Standing = BaselineStanding.Measuring, Words = "Sit quietly for three minutes, five are better. Then end it here." };
            return;
        }

        if (_beganMs is not { } began)
            return;
        _beganMs = null;
        var start = own?.Series.StartMs ?? 0;
        var reading = BaselineReading.Take(own?.Series.Between(began - start, quiet.At - start) ?? BeatSeries.Empty, usual);
        if (reading is BaselineReading.Taken taken)
        {
            Taken = taken.Baseline;
            own!.Rest(taken.Baseline);
        }

        Shown = new LiveBaseline(StandingOf(reading), WordsOf(reading), (Taken ?? usual)?.MedianBpm);
    }

    private static BaselineStanding StandingOf(BaselineReading reading) => reading switch
    {
        BaselineReading.Taken => BaselineStanding.Taken,
        BaselineReading.AboveUsual => BaselineStanding.RefusedAboveUsual,
        BaselineReading.TooShort => BaselineStanding.TooShort,
        _ => BaselineStanding.TooFewBeats,
    };

    // No numbers: the page may be seen by others.
    private static string WordsOf(BaselineReading reading) => reading switch
    {
        BaselineReading.Taken => "Taken. Your states are read by it from now on.",
        BaselineReading.AboveUsual =>
            "Not taken: it lies more than a tenth above your usual one. What came before this hour raised it, and against it the next rise would not show. Your usual rate is used.",
        BaselineReading.TooShort => "Not taken: less than three minutes were heard.",
        _ => "Not taken: too few beats could be believed. See how the strap sits.",
    };
}
