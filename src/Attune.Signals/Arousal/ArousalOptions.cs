using Attune.Signals.Artefacts;

namespace Attune.Signals.Arousal;

/// <summary>How arousal is looked for. The defaults are the article's rule on a whole recording (<see cref="Recorded"/>).</summary>
public sealed record ArousalOptions
{
    /// <summary>For a whole recording: the centred mean and Lipponen and Tarvainen's rule, which both look ahead.</summary>
    public static ArousalOptions Recorded { get; } = new();

    /// <summary>For beats as they come, and for a recording that is to give what was seen live: the pair that looks back only.</summary>
    public static ArousalOptions Live { get; } = new()
    {
        RateChoice = RateChoice.MeanOfLast15,
        Artefacts = ArtefactRule.RangeThenKarlssonLive,
    };

    /// <summary>
    /// A rate counts when it lies above this, in bpm; exactly this never counts. 100: Gottman &amp; Gottman, 2014, as the article cites
    /// it; 80 is used for athletes (practice sheets). No study validates either.
    /// </summary>
    public double ThresholdBpm { get; init; } = 100;

    /// <summary>An episode counts when it lasts longer than this; exactly this never counts. 120 s: as <see cref="ThresholdBpm"/>.</summary>
    public TimeSpan MinimumDuration { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Which rate is compared. A centred mean looks ahead, so it suits whole recordings only (our proposal).</summary>
    public RateChoice RateChoice { get; init; } = RateChoice.CentredMean15;

    /// <summary>Which beats are believed. A whole recording is corrected by Lipponen and Tarvainen's rule, live beats by range and Karlsson's without filling.</summary>
    public ArtefactRule Artefacts { get; init; } = ArtefactRule.LipponenTarvainen;

    /// <summary>The person's own rest, when it is known: arousal is then also a rate far above it. Null: the threshold alone.</summary>
    public RestingBaseline? Baseline { get; init; }

    internal void Require()
    {
        if (!(ThresholdBpm > 0 && double.IsFinite(ThresholdBpm)))
            throw new ArgumentOutOfRangeException(nameof(ThresholdBpm), ThresholdBpm, "The threshold is a rate above 0 bpm.");
        if (MinimumDuration < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(MinimumDuration), MinimumDuration, "The minimum duration is not negative.");
    }
}
