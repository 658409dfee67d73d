using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Detection;

namespace Attune.Method.Simulation;

/// <summary>Counts over courses, for every criterion at once and, judged so far, for what leads on a course.</summary>
internal sealed class DetectorTally
{
    private readonly StudyCourse _course;
    private readonly DetectionForm _form;
    private readonly ImmutableArray<DetectionCriterion> _criteria;
    private readonly Counts[] _counts;
    private readonly double[] _ruptured;
    private readonly double[] _quiet;
    private readonly bool[] _flags;
    private readonly Counts _leading;
    private readonly ImmutableArray<RuptureFinding>.Builder _found = ImmutableArray.CreateBuilder<RuptureFinding>();

    public DetectorTally(StudyCourse course, ImmutableArray<DetectionCriterion> criteria, DetectionForm form)
    {
        (_course, _criteria, _form) = (course, criteria, form);
        var delays = Math.Min(course.Window, course.Sessions) + 1;
        _counts = [.. criteria.Select(_ => new Counts(new long[delays]))];
        _leading = new Counts(new long[delays]);
        (_ruptured, _quiet, _flags) = (new double[course.Sessions], new double[course.Sessions], new bool[course.Sessions]);
    }

    public void Add(uint seed, uint number)
    {
        var onset = _course.Fill(seed, number, _ruptured, _quiet) - 1;
        for (var i = 0; i < _criteria.Length; i++)
        {
            var counts = _counts[i];
            RuptureDetection.Flag(_criteria[i], _form, _ruptured, DetectionReference.CheckIn, _flags);
            Count(counts, onset);
            RuptureDetection.Flag(_criteria[i], _form, _quiet, DetectionReference.CheckIn, _flags);
            counts.Quiet += CountedShareOf(Array.IndexOf(_flags, true) >= 0);
        }

        if (_form != DetectionForm.SoFar)
            return;
        CourseCriteria.FlagLeading(_ruptured, _flags, _found);
        Count(_leading, onset);
        CourseCriteria.FlagLeading(_quiet, _flags, _found);
        _leading.Quiet += CountedShareOf(Array.IndexOf(_flags, true) >= 0);
    }

    public void Add(DetectorTally other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i].Add(other._counts[i]);
        _leading.Add(other._leading);
    }

    public ImmutableArray<DetectorFigures> Results() => [.. _criteria.Zip(_counts, (criterion, one) => one.Of(criterion))];

    /// <summary>Null: not judged so far, and a course goes on.</summary>
    public DetectorFigures? Leading => _form == DetectionForm.SoFar ? _leading.Of(null) : null;

    private void Count(Counts counts, int onset)
    {
        var end = Math.Min(_course.Sessions, onset + _course.Window + 1);
        var found = _flags.AsSpan(onset..end).IndexOf(true);
        if (found >= 0)
            counts.Delays[found]++;
        counts.Found += CountedShareOf(found >= 0);
        var before = _flags.AsSpan(..onset);
        var after = _flags.AsSpan(end..);
        counts.Before += CountedShareOf(before.Contains(true));
        if (after.Length > 0)
            counts.After += CountedShareOf(after.Contains(true));
        counts.Outside += new CountedShare(before.Count(true) + after.Count(true), before.Length + after.Length);
    }

    private static CountedShare CountedShareOf(bool isCounted) => new(isCounted ? 1 : 0, 1);

    private sealed class Counts(long[] delays)
    {
        public CountedShare Found { get; set; }

        public CountedShare Quiet { get; set; }

        public CountedShare Before { get; set; }

        public CountedShare After { get; set; }

        public CountedShare Outside { get; set; }

        public long[] Delays => delays;

        public DetectorFigures Of(DetectionCriterion? criterion) => new(criterion, Found, Quiet, Before, After, Outside, [.. delays]);

        public void Add(Counts other)
        {
            (Found, Quiet, Before, After, Outside) = (Found + other.Found, Quiet + other.Quiet, Before + other.Before, After + other.After, Outside + other.Outside);
            for (var i = 0; i < delays.Length; i++)
                delays[i] += other.Delays[i];
        }
    }
}
