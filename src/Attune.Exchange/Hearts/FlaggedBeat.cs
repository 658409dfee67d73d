using System.Collections.Immutable;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;

namespace Attune.Exchange.Hearts;

/// <summary>A recorded beat that an artefact rule touched.</summary>
/// <param name="Number">From 1, in the order recorded, gaps and unmeasured beats counted.</param>
/// <param name="EndS">When it ended, in s since the first sample.</param>
/// <param name="IntervalMs">As recorded; 0 = not measured.</param>
/// <param name="Class">What Lipponen and Tarvainen's rule made of it; null for the rules that know no classes, and where its first pass left the beat alone.</param>
public sealed record FlaggedBeat(int Number, double EndS, double IntervalMs, BeatClass? Class)
{
    /// <summary>"gap" for a stretch without beats, "missing" where nothing was measured, the class where the rule has one, otherwise "touched".</summary>
    public string Name { get; init; } = "";

    /// <summary>Every touched beat, in order. Throws when the corrected beats come from another number of recorded ones.</summary>
    public static ImmutableArray<FlaggedBeat> Of(BeatSeries beats, CorrectedBeats corrected)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(corrected);
        if (corrected.RecordedCount != beats.Count)
            throw new ArgumentException($"{beats.Count} beats were recorded, the corrected ones come from {corrected.RecordedCount}.", nameof(corrected));
        var flagged = ImmutableArray.CreateBuilder<FlaggedBeat>(corrected.TouchedCount);
        for (var i = 0; i < beats.Count; i++)
        {
            if (!corrected.Touched[i])
                continue;
            BeatClass? given = corrected.Classes.IsEmpty || corrected.Classes[i] == BeatClass.Normal ? null : corrected.Classes[i];
            flagged.Add(new(i + 1, beats.EndsMs[i] / 1_000, beats.IntervalsMs[i], given)
            {
                Name = beats.IsGap(i) ? "gap" : beats.IntervalsMs[i] == 0 ? "missing" : given?.ToString().ToLowerInvariant() ?? "touched",
            });
        }

        return flagged.ToImmutable();
    }
}
