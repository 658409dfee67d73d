using Attune.Signals.Artefacts;

namespace Attune.Signals.Arousal;

/// <summary>How arousal is looked for. The defaults are the article's rule on a whole recording.</summary>
public sealed record ArousalOptions
{
    /// <summary>A rate counts when it lies above this, in bpm; exactly this never counts. 100: Gottman &amp; Gottman, 2014, as the article cites it.</summary>
    public double ThresholdBpm { get; init; } = 100;

    /// <summary>An episode counts when it lasts longer than this; exactly this never counts. 120 s: as <see cref="ThresholdBpm"/>.</summary>
    public TimeSpan MinimumDuration { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Which rate is compared. A centred mean looks ahead, so it suits whole recordings only (our proposal).</summary>
    public RateChoice RateChoice { get; init; } = RateChoice.CentredMean15;

    /// <summary>Which beats are believed. A whole recording is corrected by Lipponen and Tarvainen's rule, live beats by range and Karlsson's.</summary>
    public ArtefactRule Artefacts { get; init; } = ArtefactRule.LipponenTarvainen;
}
