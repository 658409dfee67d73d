using System.Collections.Immutable;

namespace Attune.Method.Simulation;

/// <summary>Draws the therapist's heart. All numbers are our proposal; the bound of 100 a minute is the article's.</summary>
internal sealed class HeartDraw
{
    private const double Minutes = 90;
    private const double LeastStretch = 2;
    private const double LongerBy = 14;
    private const double BetweenStretches = 8;
    private const double TwoShare = 0.25;

    private readonly double _resting;

    public HeartDraw(ref SeededStream stream) => _resting = 70 + 6 * stream.Normal();

    public TherapistHeart? Next(ref SeededStream stream, SimulationOptions options, int session, bool hasRupture)
    {
        var (heard, aroused, twice) = (stream.Uniform(), stream.Uniform(), stream.Uniform());
        var resting = Math.Clamp(_resting + 2 * stream.Normal(), 50, 95);
        var first = Stretch(ref stream, 0);
        var second = Stretch(ref stream, first.StartMinute + first.Minutes + BetweenStretches);
        if (heard >= options.Hearts)
            return null;
        ImmutableArray<HeartStretch> above = aroused >= (hasRupture ? options.ArousalInRupture : options.Arousal) ? []
            : twice < TwoShare && second.StartMinute + second.Minutes <= Minutes ? [first, second]
            : [first];
        return new TherapistHeart(session, Minutes, Math.Round(resting, 1), above);
    }

    private static HeartStretch Stretch(ref SeededStream stream, double from)
    {
        // Short ones are the most frequent.
        var place = stream.Uniform();
        var minutes = LeastStretch + LongerBy * place * place;
        var start = from + stream.Uniform() * Math.Max(0, Minutes - from - minutes);
        return new HeartStretch(start, minutes, 102 + 16 * stream.Uniform());
    }
}
