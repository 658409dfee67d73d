using System.Collections.Immutable;
using Attune.Method.Agreement;

namespace Attune.Method.Detection;

/// <summary>
/// What <see cref="CriteriaAgreement.Pairs"/> counts, course by course, so that any number of courses takes no more room than one: counts alone are kept, and
/// they add up in any order.
/// </summary>
public sealed class CriteriaTally
{
    private readonly ImmutableArray<DetectionCriterion> _criteria;
    private readonly DetectionForm _form;
    private readonly DetectionReference _reference;
    private readonly long[] _flags;
    private readonly PairCounts[] _pairs;

    public CriteriaTally(ImmutableArray<DetectionCriterion> criteria, DetectionForm form, DetectionReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        (_criteria, _form, _reference) = (criteria, form, reference);
        _flags = new long[criteria.Length];
        _pairs = [.. Enumerable.Range(0, criteria.Length * (criteria.Length - 1) / 2).Select(_ => new PairCounts())];
    }

    /// <summary>One course, as <see cref="RuptureDetection.Flag"/> takes a series.</summary>
    public void Add(ReadOnlySpan<double> series)
    {
        var flags = CriteriaAgreement.FlagsOf(_criteria.AsSpan(), _form, series, _reference, out var answered);
        // Every criterion can judge from its first session on to the last.
        var from = new int[_criteria.Length];
        for (var i = 0; i < from.Length; i++)
        {
            _flags[i] += flags[i].AsSpan().Count(true);
            while (from[i] < answered.Length && !RuptureDetection.CouldJudge(_criteria[i], _form, from[i] + 1, answered.Length))
                from[i]++;
        }

        var at = 0;
        for (var first = 0; first < flags.Length; first++)
        {
            for (var second = first + 1; second < flags.Length; second++)
                _pairs[at++].Add(flags[first], flags[second], Math.Max(from[first], from[second]));
        }
    }

    /// <summary>The other's courses too; it has to be of the same criteria in the same order.</summary>
    public void Add(CriteriaTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!_criteria.SequenceEqual(other._criteria))
            throw new ArgumentException("Tallies of other criteria cannot be added.", nameof(other));
        for (var i = 0; i < _flags.Length; i++)
            _flags[i] += other._flags[i];
        for (var i = 0; i < _pairs.Length; i++)
            _pairs[i].Add(other._pairs[i]);
    }

    /// <summary>First with second, third and so on, then second with third.</summary>
    public ImmutableArray<PairAgreement> Pairs()
    {
        var pairs = ImmutableArray.CreateBuilder<PairAgreement>(_pairs.Length);
        for (var first = 0; first < _criteria.Length; first++)
        {
            for (var second = first + 1; second < _criteria.Length; second++)
            {
                var counts = _pairs[pairs.Count];
                pairs.Add(new PairAgreement(_criteria[first], _criteria[second], counts.Matched, _flags[first], _flags[second], counts.Kappa()));
            }
        }

        return pairs.MoveToImmutable();
    }

    private sealed class PairCounts
    {
        private readonly CodeCounts _codes = new();

        public long Matched { get; private set; }

        public AgreementFinding Kappa() => _codes.Kappa();

        /// <param name="from">The first session that both could judge, from 0.</param>
        public void Add(bool[] first, bool[] second, int from)
        {
            _codes.LeaveOut(Math.Min(from, first.Length));
            for (var at = from; at < first.Length; at++)
                _codes.Add(first[at], second[at]);
            // With one tolerance for all, taking the earliest that fits pairs as many as can be.
            var (i, j) = (Next(first, 0), Next(second, 0));
            while (i < first.Length && j < second.Length)
            {
                if (Math.Abs(i - j) <= CriteriaAgreement.Tolerance)
                    (Matched, i, j) = (Matched + 1, Next(first, i + 1), Next(second, j + 1));
                else if (i < j)
                    i = Next(first, i + 1);
                else
                    j = Next(second, j + 1);
            }
        }

        public void Add(PairCounts other)
        {
            Matched += other.Matched;
            _codes.Add(other._codes);
        }

        private static int Next(bool[] flags, int from) => flags.AsSpan(from).IndexOf(true) is >= 0 and var at ? from + at : flags.Length;
    }
}
