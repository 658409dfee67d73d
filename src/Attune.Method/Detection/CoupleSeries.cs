using System.Collections.Immutable;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>Two partners' ratings of one session beside each other, as <see cref="CoupleSession"/> has them for a case.</summary>
/// <param name="Session">Place in the series, from 1.</param>
/// <param name="Gap">A less B in between-person SD: a split from 1, severe from 2. Null where either is missing.</param>
/// <param name="Trend">Of its size over the last four sessions with a gap, this one among them. Null without one, or with fewer.</param>
/// <param name="Mean">Of the two; null where either is missing.</param>
/// <param name="Weakest">The lower of the two; null where either is missing.</param>
public sealed record CoupleReading(int Session, AllianceGap? Gap, GapTrend? Trend, double? Mean, double? Weakest);

/// <summary>One person's guess of what another answered, beside the answer.</summary>
/// <param name="Session">Place in the series, from 1.</param>
/// <param name="Difference">Guess less answer, in between-person SD: above 0, the other was thought to be better off than they say. Null where either is missing.</param>
/// <param name="Mean">Of the differences of the last four sessions with both; null over none.</param>
/// <param name="Over">How many these are.</param>
public sealed record GuessReading(int Session, double? Difference, double? Mean, int Over)
{
    /// <summary>By one between-person SD or more, either way.</summary>
    public bool IsOff => GuessMean.IsOff(Mean);
}

/// <summary>How the two see the work between themselves in one session. Null: one of the two answers is missing.</summary>
/// <param name="Session">Place in the series, from 1.</param>
public sealed record WithinCoupleReading(int Session, bool? IsLow, bool? IsDiverging);

/// <summary>
/// A couple's bare series, for tables that come from elsewhere: the definitions are those of the alliance (method-facts 2.3), each causal. Flat answers
/// are not told apart. Series are as long as each other; NaN: missing; infinity is refused. Between-person SD in the unit of the series, above 0.
/// </summary>
public static class CoupleSeries
{
    /// <summary>Split by level and by growth, mean and weakest link.</summary>
    public static ImmutableArray<CoupleReading> Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double betweenSd = AllianceGap.ReferenceSd)
    {
        Check(a, b, betweenSd);
        var readings = ImmutableArray.CreateBuilder<CoupleReading>(a.Length);
        List<(int Session, double Size)> gaps = [];
        for (var i = 0; i < a.Length; i++)
        {
            var (ofA, ofB) = (Given(a[i]), Given(b[i]));
            var gap = AllianceGap.Of(ofA / betweenSd, ofB / betweenSd, isFlat: false);
            if (gap is not null)
                gaps.Add((i + 1, Math.Abs(gap.Signed)));
            readings.Add(new CoupleReading(
                i + 1, gap, gap is null ? null : GapTrend.Of(gaps), (ofA + ofB) / 2, gap is null ? null : Math.Min(a[i], b[i])));
        }
        return readings.MoveToImmutable();
    }

    /// <summary>The therapist's blind spot with one partner: their guesses and the partner's answers.</summary>
    public static ImmutableArray<GuessReading> BlindSpot(ReadOnlySpan<double> guesses, ReadOnlySpan<double> answers, double betweenSd = AllianceGap.ReferenceSd) =>
        Guesses(guesses, answers, betweenSd);

    /// <summary>
    /// The meta-alliance gap (after the self and other layer of Pinsof and Catherall, 1986): A's guesses of B's ratings against B's ratings. The window of four is the blind spot's (our proposal).
    /// </summary>
    public static ImmutableArray<GuessReading> MetaAllianceGap(
        ReadOnlySpan<double> guessesOfTheOther, ReadOnlySpan<double> othersRatings, double betweenSd = AllianceGap.ReferenceSd) =>
        Guesses(guessesOfTheOther, othersRatings, betweenSd);

    /// <summary>Low (mean of the two 3 or below) and diverging (2 or more apart), on the 1 to 7 scale, as <see cref="WithinCoupleAnswers"/> has them.</summary>
    public static ImmutableArray<WithinCoupleReading> WithinCouple(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Check(a, b, AllianceGap.ReferenceSd);
        var readings = ImmutableArray.CreateBuilder<WithinCoupleReading>(a.Length);
        for (var i = 0; i < a.Length; i++)
        {
            var (ofA, ofB) = (Given(a[i]), Given(b[i]));
            readings.Add(new WithinCoupleReading(
                i + 1,
                (ofA + ofB) / 2 is { } mean ? mean <= WithinCoupleAnswers.LowFrom + Baseline.Rounding : null,
                ofA - ofB is { } apart ? Math.Abs(apart) >= WithinCoupleAnswers.DivergingFrom - Baseline.Rounding : null));
        }
        return readings.MoveToImmutable();
    }

    private static ImmutableArray<GuessReading> Guesses(ReadOnlySpan<double> guesses, ReadOnlySpan<double> answers, double betweenSd)
    {
        Check(guesses, answers, betweenSd);
        var readings = ImmutableArray.CreateBuilder<GuessReading>(guesses.Length);
        var recent = new GuessMean();
        for (var i = 0; i < guesses.Length; i++)
        {
            var difference = (Given(guesses[i]) - Given(answers[i])) / betweenSd;
            if (difference is { } known)
                recent.Add(known);
            readings.Add(new GuessReading(i + 1, difference, recent.Mean, recent.Over));
        }
        return readings.MoveToImmutable();
    }

    private static double? Given(double value) => double.IsNaN(value) ? null : value;

    private static void Check(ReadOnlySpan<double> one, ReadOnlySpan<double> other, double betweenSd)
    {
        if (one.Length != other.Length)
            throw new ArgumentException($"{other.Length} sessions beside {one.Length}.", nameof(other));
        if (!(betweenSd > 0 && double.IsFinite(betweenSd)))
            throw new ArgumentOutOfRangeException(nameof(betweenSd), betweenSd, "A between-person SD is above 0.");
        RuptureDetection.CheckValues(one);
        RuptureDetection.CheckValues(other);
    }
}
