using System.Collections.Immutable;

namespace Attune.Method.Detection;

/// <summary>
/// The two parts of a rating (after Zilcha-Mano): state-like, a session less the person's own mean; and trait-like, the person's mean less the caseload's.
/// In the unit of the series. NaN: no answer, stepped over; infinity is refused.
/// </summary>
public static class StateAndTrait
{
    /// <summary>
    /// Session less own mean: so far, of the sessions up to and with this one (as <see cref="Alliance.PersonLevel.StateLike"/>), so that it stays as it
    /// was read; or of the whole series. NaN where the session has no answer.
    /// </summary>
    /// <param name="state">As long as the series; what it held is overwritten.</param>
    public static void State(ReadOnlySpan<double> series, DetectionForm form, Span<double> state)
    {
        if (state.Length != series.Length)
            throw new ArgumentException($"{state.Length} parts for {series.Length} sessions.", nameof(state));
        var whole = form switch
        {
            DetectionForm.SoFar => double.NaN,
            DetectionForm.WholeSeries => Mean(series),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
        };
        RuptureDetection.CheckValues(series);
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < series.Length; i++)
        {
            state[i] = double.NaN;
            if (double.IsNaN(series[i]))
                continue;
            sum += series[i];
            count++;
            state[i] = series[i] - (form == DetectionForm.WholeSeries ? whole : sum / count);
        }
    }

    /// <summary>Of the answered sessions; NaN without any.</summary>
    public static double Mean(ReadOnlySpan<double> series)
    {
        RuptureDetection.CheckValues(series);
        var (sum, count) = (0.0, 0);
        foreach (var value in series)
        {
            if (!double.IsNaN(value))
                (sum, count) = (sum + value, count + 1);
        }
        return sum / count;
    }

    /// <summary>
    /// Each person's mean less the mean of all persons' means, each counting once however many sessions they have. NaN for a person without an answer,
    /// who does not count. A single person is their own caseload: 0.
    /// </summary>
    /// <param name="upTo">Only sessions up to this one, from 1, of everybody: what was known then (our proposal). Null: all.</param>
    public static ImmutableArray<double> Trait(IReadOnlyList<ReadOnlyMemory<double>> persons, int? upTo = null)
    {
        ArgumentNullException.ThrowIfNull(persons);
        ArgumentOutOfRangeException.ThrowIfLessThan(upTo ?? 1, 1, nameof(upTo));
        var means = persons.Select(person => Mean(person.Span[..Math.Min(person.Length, upTo ?? person.Length)])).ToArray();
        var caseload = means.Where(mean => !double.IsNaN(mean)).DefaultIfEmpty(double.NaN).Average();
        return [.. means.Select(mean => mean - caseload)];
    }
}
