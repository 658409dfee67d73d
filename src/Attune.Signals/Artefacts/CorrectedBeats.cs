namespace Attune.Signals.Artefacts;

/// <summary>
/// A series after an artefact rule, on the clock of the recording: corrected beat i covers [end of beat i-1, <see cref="EndsMs"/>[i]), from
/// the first sample; the last ends where the recording ends. Rules that judge beats leave one value per recorded beat and move no time;
/// <see cref="ArtefactRule.LipponenTarvainen"/> moves, removes and inserts beats between the first and the last of a stretch without gaps.
/// </summary>
public sealed class CorrectedBeats
{
    private readonly ReadOnlyMemory<double> intervals;
    private readonly ReadOnlyMemory<double> ends;
    private readonly ReadOnlyMemory<bool> believed;
    private readonly ReadOnlyMemory<bool> filled;
    private readonly ReadOnlyMemory<bool> touched;
    private readonly ReadOnlyMemory<BeatClass> classes;

    internal CorrectedBeats(
        ArtefactRule rule,
        ReadOnlyMemory<bool> touched,
        ReadOnlyMemory<double> intervals,
        ReadOnlyMemory<double> ends,
        ReadOnlyMemory<bool> believed,
        ReadOnlyMemory<bool> filled,
        ReadOnlyMemory<BeatClass> classes = default)
    {
        (Rule, this.touched, TouchedCount) = (rule, touched, touched.Span.Count(true));
        (this.intervals, this.ends, this.believed, this.filled, this.classes) = (intervals, ends, believed, filled, classes);
    }

    /// <summary>The rule that was applied.</summary>
    public ArtefactRule Rule { get; }

    /// <summary>Interval of every corrected beat in ms: as recorded, corrected, filled in, or NaN where it is missing and was not filled.</summary>
    public ReadOnlySpan<double> IntervalsMs => intervals.Span;

    /// <summary>End of every corrected beat in ms since the first sample, never falling; as long as <see cref="IntervalsMs"/>.</summary>
    public ReadOnlySpan<double> EndsMs => ends.Span;

    /// <summary>Per corrected beat, whether it was measured, lies in the range and was not touched at either end.</summary>
    public ReadOnlySpan<bool> Believed => believed.Span;

    /// <summary>
    /// Per corrected beat, whether its value was drawn between its neighbours without a beat being put there: good enough for a rate, no
    /// interval between two beats. What Lipponen and Tarvainen's rule moved, joined or split is not filled.
    /// </summary>
    public ReadOnlySpan<bool> Filled => filled.Span;

    /// <summary>Per <em>recorded</em> beat, what the first pass of Lipponen and Tarvainen's rule made of it; empty for the other rules.</summary>
    public ReadOnlySpan<BeatClass> Classes => classes.Span;

    /// <summary>Per <em>recorded</em> beat, whether the rule removed, moved, joined or split it, filled again or not.</summary>
    public ReadOnlySpan<bool> Touched => touched.Span;

    /// <summary>Number of recorded beats.</summary>
    public int RecordedCount => touched.Length;

    /// <summary>How many of <see cref="Touched"/> are true.</summary>
    public int TouchedCount { get; }

    /// <summary><see cref="TouchedCount"/> by the number of recorded beats, in [0, 1]; 0 for an empty series.</summary>
    public double ShareTouched => RecordedCount == 0 ? 0 : (double)TouchedCount / RecordedCount;

    /// <summary>Time in ms that lies in believed beats; 0 for an empty series.</summary>
    public double CoveredMs
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < believed.Length; i++)
                sum += Believed[i] ? IntervalsMs[i] : 0;
            return sum;
        }
    }
}
