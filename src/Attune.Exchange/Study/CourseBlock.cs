namespace Attune.Exchange.Study;

/// <summary>Some whole courses, in the order of the table, each with its sessions in order.</summary>
public sealed class CourseBlock
{
    private readonly RowBatch _rows;
    private readonly int _firstRun;
    private readonly int _count;

    internal CourseBlock(RowBatch rows, int firstRun, int count, StudyTally tally) => (_rows, _firstRun, _count, Tally) = (rows, firstRun, count, tally);

    public int Count => _count;

    /// <summary>How many courses of the table come before this block: a seed of each course's own follows from it.</summary>
    public long First { get; internal init; }

    /// <summary>Of the rows that were read with this block.</summary>
    public StudyTally Tally { get; private set; }

    public string Name(int course) => _rows.Runs[_firstRun + course].Name;

    /// <summary>Ascending, each once.</summary>
    public ReadOnlySpan<double> Sessions(int course) => Slice(_rows.SessionRoom, course);

    /// <summary>A column of the request, session by session; NaN = missing.</summary>
    public ReadOnlySpan<double> Values(int column, int course) => Slice(_rows.Values[column], course);

    /// <summary>Puts the sessions of each course in order and refuses repeated ones.</summary>
    internal CourseBlock Ordered(bool isStrict)
    {
        var unsorted = 0;
        for (var course = 0; course < _count; course++)
        {
            var start = _rows.Runs[_firstRun + course].Start;
            var sessions = Sessions(course);
            var isSorted = true;
            for (var i = 1; i < sessions.Length; i++)
                isSorted &= sessions[i] > sessions[i - 1];
            if (isSorted)
                continue;
            Sort(course, start, sessions.Length);
            for (var i = 1; i < sessions.Length; i++)
            {
                if (sessions[i] == sessions[i - 1])
                    throw Refused(StudyCodes.RepeatedSession, course, start + i - 1, start + i, FormattableString.Invariant($"has session {sessions[i]} twice"));
            }

            if (isStrict)
                throw Refused(StudyCodes.Unsorted, course, start, start + sessions.Length - 1, "has its sessions out of order");
            unsorted++;
        }

        Tally = Tally with { UnsortedCourses = Tally.UnsortedCourses + unsorted, Courses = Tally.Courses + _count };
        return this;
    }

    private void Sort(int course, int start, int length)
    {
        var order = new int[length];
        for (var i = 0; i < length; i++)
            order[i] = i;
        var keys = Sessions(course).ToArray();
        // The line decides between equals, so that it is always the same two that are named.
        Array.Sort(order, (one, other) => keys[one].CompareTo(keys[other]) is var by && by != 0 ? by : one.CompareTo(other));
        Permute(_rows.SessionRoom, start, order);
        Permute(_rows.LineRoom, start, order);
        foreach (var column in _rows.Values)
            Permute(column, start, order);
    }

    private static void Permute<T>(T[] room, int start, int[] order)
    {
        var before = room.AsSpan(start, order.Length).ToArray();
        for (var i = 0; i < order.Length; i++)
            room[start + i] = before[order[i]];
    }

    private StudyRefusedException Refused(string code, int course, int one, int other, string what)
    {
        var (first, second) = (_rows.FirstLine + _rows.LineRoom[one], _rows.FirstLine + _rows.LineRoom[other]);
        return new(new(code, $"Course '{Name(course)}' {what} ({_rows.PlaceWord} {Math.Min(first, second)} and {Math.Max(first, second)}).", Math.Max(first, second)));
    }

    private Span<double> Slice(double[] room, int course) => room.AsSpan(_rows.Runs[_firstRun + course].Start, _rows.LengthOf(_firstRun + course));
}
