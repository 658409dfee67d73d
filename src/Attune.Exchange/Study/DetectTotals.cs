namespace Attune.Exchange.Study;

/// <summary>Counts over courses; sums in any order are the same.</summary>
public sealed class DetectTotals(int criteria, StudyTally tally)
{
    /// <summary>Below it there is no fall to judge.</summary>
    public const int LeastAnswers = 2;

    private readonly long[] _courses = new long[criteria];
    private readonly long[] _flags = new long[criteria];

    public StudyTally Tally { get; private set; } = tally;

    /// <summary>Courses with two answers or more.</summary>
    public long Judged { get; private set; }

    /// <summary>Not judged: no answer at all.</summary>
    public long WithoutAnswer { get; private set; }

    /// <summary>Not judged: one answer.</summary>
    public long WithOneAnswer { get; private set; }

    /// <summary>Judged, and never flagged by anything: all answers are the same.</summary>
    public long Constant { get; private set; }

    /// <summary>Sessions without an answer, in all courses.</summary>
    public long MissingAnswers { get; private set; }

    /// <summary>Courses with a flag by at least one of the criteria.</summary>
    public long FlaggedByAny { get; private set; }

    /// <summary>Sessions of the longest and shortest judged course; 0 without one.</summary>
    public int Longest { get; private set; }

    public int Shortest { get; private set; }

    public long FlaggedCourses(int criterion) => _courses[criterion];

    public long Flags(int criterion) => _flags[criterion];

    public void Add(DetectTotals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Tally += other.Tally;
        Judged += other.Judged;
        WithoutAnswer += other.WithoutAnswer;
        WithOneAnswer += other.WithOneAnswer;
        Constant += other.Constant;
        MissingAnswers += other.MissingAnswers;
        FlaggedByAny += other.FlaggedByAny;
        Longest = Math.Max(Longest, other.Longest);
        Shortest = Shortest == 0 ? other.Shortest : other.Shortest == 0 ? Shortest : Math.Min(Shortest, other.Shortest);
        for (var i = 0; i < _courses.Length; i++)
        {
            _courses[i] += other._courses[i];
            _flags[i] += other._flags[i];
        }
    }

    internal void Count(ReadOnlySpan<double> series, out int answered)
    {
        answered = 0;
        var (first, isConstant) = (double.NaN, true);
        foreach (var value in series)
        {
            if (double.IsNaN(value))
                continue;
            if (answered++ == 0)
                first = value;
            isConstant &= value.Equals(first);
        }

        MissingAnswers += series.Length - answered;
        WithoutAnswer += answered == 0 ? 1 : 0;
        WithOneAnswer += answered == 1 ? 1 : 0;
        if (answered < LeastAnswers)
            return;
        Judged++;
        Constant += isConstant ? 1 : 0;
        Longest = Math.Max(Longest, series.Length);
        Shortest = Shortest == 0 ? series.Length : Math.Min(Shortest, series.Length);
    }

    internal void Add(int criterion, int flags)
    {
        _courses[criterion] += flags > 0 ? 1 : 0;
        _flags[criterion] += flags;
    }

    internal void AddAny(bool isAny) => FlaggedByAny += isAny ? 1 : 0;
}
