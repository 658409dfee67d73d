using System.Collections.Immutable;
using Attune.Method.Alliance;

namespace Attune.Method.Detection;

/// <summary>What was flagged in the courses that one worker looked at, with the room to make them in.</summary>
internal sealed class FalseAlarmCounts
{
    private static readonly LookedAtTogether[] Together = Enum.GetValues<LookedAtTogether>();

    private readonly FalseAlarmPlan _plan;
    private readonly DetectionForm _form;
    private readonly double _autocorrelation;
    private readonly DetectionCriterion[] _criteria;
    private readonly DetectionReference _reference;
    private readonly AreaNoise _areas;
    private readonly CourseNoise _standard;
    private readonly double[][] _series;
    private readonly bool[] _flags;
    private readonly int[] _first;
    private readonly ImmutableArray<RuptureFinding>.Builder _found = ImmutableArray.CreateBuilder<RuptureFinding>();

    // By what is looked at (criteria, then those together), then by length.
    private readonly int[][] _flagged;

    public FalseAlarmCounts(FalseAlarmPlan plan, DetectionForm form, double autocorrelation)
    {
        (_plan, _form, _autocorrelation) = (plan, form, autocorrelation);
        _criteria = [.. RuptureDetection.Criteria.Where(criterion => form == DetectionForm.SoFar || RuptureDetection.HasWholeSeriesForm(criterion))];
        _reference = plan.OnRealScale ? DetectionReference.CheckIn : DetectionReference.Standard;
        (_areas, _standard) = (new AreaNoise(autocorrelation), new CourseNoise(autocorrelation, OnRealScale: false));
        var longest = plan.Sessions[^1];
        _series = [.. Enumerable.Range(0, 1 + AreaNoise.Areas).Select(_ => new double[longest])];
        _flags = new bool[longest];
        _first = new int[_criteria.Length];
        _flagged = [.. Enumerable.Range(0, _criteria.Length + Together.Length).Select(_ => new int[plan.Sessions.Length])];
    }

    private double[] Composite => _series[0];

    public void Add(uint number)
    {
        if (_plan.OnRealScale)
            _areas.Fill(_plan.Seed, number, Composite, _series[1], _series[2], _series[3]);
        else
            _standard.Fill(_plan.Seed, number, Composite);
        if (_form == DetectionForm.SoFar)
            AddSoFar();
        else
            AddWhole();
    }

    public void Add(FalseAlarmCounts other)
    {
        for (var what = 0; what < _flagged.Length; what++)
        {
            for (var length = 0; length < _flagged[what].Length; length++)
                _flagged[what][length] += other._flagged[what][length];
        }
    }

    public IEnumerable<FalseAlarmRow> Rows(int courses)
    {
        for (var what = 0; what < _flagged.Length; what++)
        {
            var isAlone = what < _criteria.Length;
            LookedAtTogether? together = isAlone ? null : Together[what - _criteria.Length];
            if (together is { } asked && !Has(asked))
                continue;
            for (var length = 0; length < _plan.Sessions.Length; length++)
            {
                yield return new FalseAlarmRow(
                    isAlone ? _criteria[what] : null, together, _form, _autocorrelation, _plan.Sessions[length], new FalseAlarmShare(_flagged[what][length], courses));
            }
        }
    }

    private bool Has(LookedAtTogether together) =>
        _form == DetectionForm.SoFar && (_plan.OnRealScale || together == LookedAtTogether.AllCriteria);

    // No flag ever changes when later sessions come: the first one tells for every length at once.
    private void AddSoFar()
    {
        for (var i = 0; i < _criteria.Length; i++)
            Count(i, _first[i] = First(_criteria[i], Composite, _reference));
        var any = _first.Min();
        CountTogether(LookedAtTogether.AllCriteria, any);
        if (!_plan.OnRealScale)
            return;
        CountTogether(LookedAtTogether.LeadingOnACourse, FirstLeading());
        CountTogether(LookedAtTogether.CriteriaOfACourse, CourseCriteria.All.Min(criterion => _first[Array.IndexOf(_criteria, criterion)]));
        foreach (var area in _series.AsSpan(1))
        {
            foreach (var criterion in _criteria)
                any = Math.Min(any, First(criterion, area.AsSpan(0, Math.Min(any, area.Length)), DetectionReference.CheckInItem));
        }
        CountTogether(LookedAtTogether.AllCriteriaAndAreas, any);
    }

    private void AddWhole()
    {
        for (var length = 0; length < _plan.Sessions.Length; length++)
        {
            var course = Composite.AsSpan(0, _plan.Sessions[length]);
            for (var i = 0; i < _criteria.Length; i++)
            {
                RuptureDetection.Flag(_criteria[i], _form, course, _reference, _flags.AsSpan(0, course.Length));
                if (_flags.AsSpan(0, course.Length).Contains(true))
                    _flagged[i][length]++;
            }
        }
    }

    // From 1; int.MaxValue: none.
    private int First(DetectionCriterion criterion, ReadOnlySpan<double> series, DetectionReference reference)
    {
        var flags = _flags.AsSpan(0, series.Length);
        RuptureDetection.Flag(criterion, DetectionForm.SoFar, series, reference, flags);
        var at = flags.IndexOf(true);
        return at < 0 ? int.MaxValue : at + 1;
    }

    private int FirstLeading()
    {
        var inferred = new InferredRuptures();
        for (var i = 0; i < Composite.Length; i++)
        {
            _found.Clear();
            inferred.Judge(i + 1, Composite[i], isDirect: false, _found);
            if (new PartnerCourse(default, [], []) { ChartJudgesFrom = inferred.ChartJudgesFrom } is var course && _found.Any(course.Leads))
                return i + 1;
        }
        return int.MaxValue;
    }

    private void CountTogether(LookedAtTogether together, int first) => Count(_criteria.Length + Array.IndexOf(Together, together), first);

    private void Count(int what, int first)
    {
        for (var length = _plan.Sessions.Length - 1; length >= 0 && _plan.Sessions[length] >= first; length--)
            _flagged[what][length]++;
    }
}
