using System.Collections.Immutable;
using Attune.Method.Agreement;

namespace Attune.Method.Detection;

/// <summary>So many of the criteria that could judge a session flag it or a neighbour: a plain count, and no probability.</summary>
/// <param name="Session">Place in the series, from 1.</param>
/// <param name="Flagging">In the order in which they were given; within the tolerance.</param>
/// <param name="CouldJudge">How many could flag this session at all.</param>
public sealed record SessionAgreement(int Session, ImmutableArray<DetectionCriterion> Flagging, int CouldJudge);

/// <summary>Two criteria beside each other, over all courses.</summary>
/// <param name="Matched">Pairs of flags at most the tolerance apart, one to one, as many as can be.</param>
/// <param name="FirstFlags">All flags of the first.</param>
/// <param name="SecondFlags">All flags of the second.</param>
/// <param name="Kappa">Session by session without a tolerance, over the sessions that both could judge.</param>
public sealed record PairAgreement(
    DetectionCriterion First, DetectionCriterion Second, long Matched, long FirstFlags, long SecondFlags, AgreementFinding Kappa)
{
    /// <summary>2 matched / (flags of the one + flags of the other), 0 to 1; null when neither flags anything.</summary>
    public double? PositiveAgreement => FirstFlags + SecondFlags == 0 ? null : 2.0 * Matched / (FirstFlags + SecondFlags);
}

/// <summary>
/// How far criteria find the same. They look at the same ratings, many at the same baseline: that they agree is no proof that something happened.
/// </summary>
public static class CriteriaAgreement
{
    /// <summary>Answered sessions that two flags may lie apart and still be of one event (our proposal).</summary>
    public const int Tolerance = 1;

    /// <summary>Each answered session that at least one criterion flags, in order.</summary>
    public static ImmutableArray<SessionAgreement> Sessions(
        ReadOnlySpan<DetectionCriterion> criteria, DetectionForm form, ReadOnlySpan<double> series, DetectionReference reference)
    {
        var flags = FlagsOf(criteria, form, series, reference, out var answered);
        var found = ImmutableArray.CreateBuilder<SessionAgreement>();
        for (var at = 0; at < answered.Length; at++)
        {
            if (!Array.Exists(flags, one => one[at]))
                continue;
            var flagging = ImmutableArray.CreateBuilder<DetectionCriterion>();
            var couldJudge = 0;
            for (var i = 0; i < criteria.Length; i++)
            {
                if (RuptureDetection.CouldJudge(criteria[i], form, at + 1, answered.Length))
                    couldJudge++;
                else
                    continue;
                if (flags[i].AsSpan(Math.Max(0, at - Tolerance)..Math.Min(answered.Length, at + Tolerance + 1)).Contains(true))
                    flagging.Add(criteria[i]);
            }
            found.Add(new SessionAgreement(answered[at], flagging.ToImmutable(), couldJudge));
        }
        return found.ToImmutable();
    }

    /// <summary>Every pair of the criteria, pooled over courses: first with second, third and so on, then second with third. Flags of different courses never match.</summary>
    public static ImmutableArray<PairAgreement> Pairs(
        ImmutableArray<DetectionCriterion> criteria, DetectionForm form, IEnumerable<ReadOnlyMemory<double>> courses, DetectionReference reference)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var tally = new CriteriaTally(criteria, form, reference);
        foreach (var course in courses)
            tally.Add(course.Span);
        return tally.Pairs();
    }

    /// <summary>Criterion by criterion, of the answered sessions alone.</summary>
    internal static bool[][] FlagsOf(
        ReadOnlySpan<DetectionCriterion> criteria, DetectionForm form, ReadOnlySpan<double> series, DetectionReference reference, out int[] answered)
    {
        var places = new List<int>(series.Length);
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series[i]))
                places.Add(i);
        }
        var flags = new bool[series.Length];
        var all = new bool[criteria.Length][];
        for (var i = 0; i < criteria.Length; i++)
        {
            RuptureDetection.Flag(criteria[i], form, series, reference, flags);
            all[i] = [.. places.Select(place => flags[place])];
        }
        answered = [.. places.Select(place => place + 1)];
        return all;
    }
}
