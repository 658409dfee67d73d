using System.Collections.Immutable;
using Attune.Signals.Artefacts;

namespace Attune.Signals.Arousal;

/// <summary>
/// What the article's rule says about one whole recording, with what it was computed from. No episodes mean calm only when
/// <see cref="IsJudgeable"/>; episodes that were found stand either way.
/// </summary>
/// <param name="Episodes">In order of time, never overlapping; two touch only where a beat of unknown length (0) lies between them.</param>
/// <param name="Recorded">Sum of all intervals, gaps included.</param>
/// <param name="Covered">The part of <paramref name="Recorded"/> in believable beats: measured, in 300-2000 ms, not touched by the rule.</param>
/// <param name="Coverage">Covered / Recorded, in [0, 1]; 0 when nothing was recorded.</param>
/// <param name="ArtefactShare">Share of the beats that the artefact rule touched, in [0, 1]; 0 for <see cref="ArtefactRule.None"/>.</param>
/// <param name="RateChoice">The definition of the rate.</param>
/// <param name="ArtefactRule">The rule by which beats were believed.</param>
/// <param name="ThresholdBpm">The threshold; where a baseline was given, <see cref="Levels"/> says which rate had to be passed.</param>
/// <param name="Algorithm">Name of the computation; with <paramref name="Version"/> its provenance.</param>
/// <param name="Version">Raised when the same beats would give another result.</param>
public sealed record ArousalFinding(
    ImmutableArray<ArousalEpisode> Episodes,
    TimeSpan Recorded,
    TimeSpan Covered,
    double Coverage,
    double ArtefactShare,
    RateChoice RateChoice,
    ArtefactRule ArtefactRule,
    double ThresholdBpm,
    string Algorithm,
    int Version)
{
    /// <summary>Least share of believable beats from which "no episode" is a finding: .8 (our proposal).</summary>
    public const double CoverageFloor = 0.8;

    /// <summary>The time that an episode had to outlast.</summary>
    public TimeSpan MinimumDuration { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The rates at which an episode began and was recovered from.</summary>
    public required ArousalLevels Levels { get; init; }

    /// <summary>The rest that was compared with; null for the threshold alone.</summary>
    public RestingBaseline? Baseline { get; init; }

    /// <summary>Whether the absence of episodes says anything, and if not, why.</summary>
    public ArousalStanding Standing => this switch
    {
        { Coverage: not >= CoverageFloor } => ArousalStanding.TooFewBelievableBeats,
        _ when Recorded <= MinimumDuration => ArousalStanding.RecordingTooShort,
        _ => ArousalStanding.Judgeable,
    };

    /// <summary>True when <see cref="Standing"/> is <see cref="ArousalStanding.Judgeable"/>.</summary>
    public bool IsJudgeable => Standing is ArousalStanding.Judgeable;
}
