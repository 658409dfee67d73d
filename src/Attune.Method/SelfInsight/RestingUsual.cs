using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;

namespace Attune.Method.SelfInsight;

/// <summary>The therapist's usual resting rate: compartment data.</summary>
/// <param name="MedianBpm">bpm.</param>
/// <param name="DeviationBpm">bpm; 0 when the rate was typed and never measured.</param>
/// <param name="Sessions">How many quiet minutes it is the middle of, at most <see cref="Latest"/>; 0 when the rate was typed.</param>
public sealed record RestingUsual(double MedianBpm, double DeviationBpm, int Sessions)
{
    /// <summary>How many of the latest quiet minutes count [our proposal: one stormy or one sleepy hour among five moves the middle by little].</summary>
    public const int Latest = 5;

    /// <summary>The median of the last medians and of the last deviations, each by itself; the typed rate while none was taken; null without either.</summary>
    public static RestingUsual? Of(TherapistProfile therapist)
    {
        ArgumentNullException.ThrowIfNull(therapist);
        var taken = therapist.Rests.TakeLast(Latest).ToList();
        if (taken.Count > 0)
            return new(Medians.Of(taken.Select(rest => rest.MedianBpm)), Medians.Of(taken.Select(rest => rest.DeviationBpm)), taken.Count);
        return therapist.Assessment?.UsualRestingRate is { } typed ? new(typed, 0, 0) : null;
    }
}
