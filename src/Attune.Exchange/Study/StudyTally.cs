namespace Attune.Exchange.Study;

/// <summary>What was read and what was left out. Sums in any order are the same.</summary>
public sealed record StudyTally
{
    /// <summary>Below the header, empty lines not counted.</summary>
    public long Rows { get; init; }

    public long Courses { get; init; }

    /// <summary>Cells that counted as missing because text stood there (<see cref="StudyCodes.NotANumber"/>).</summary>
    public long NotNumbers { get; init; }

    /// <summary>Cells that counted as missing because of their range (<see cref="StudyCodes.OutOfRange"/>).</summary>
    public long OutOfRange { get; init; }

    /// <summary>Rows left out (<see cref="StudyCodes.NoCourse"/>).</summary>
    public long RowsWithoutCourse { get; init; }

    /// <summary>Rows left out (<see cref="StudyCodes.NoSession"/>).</summary>
    public long RowsWithoutSession { get; init; }

    /// <summary>Courses whose sessions were put in order (<see cref="StudyCodes.Unsorted"/>).</summary>
    public long UnsortedCourses { get; init; }

    public static StudyTally operator +(StudyTally one, StudyTally other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Rows = one.Rows + other.Rows,
            Courses = one.Courses + other.Courses,
            NotNumbers = one.NotNumbers + other.NotNumbers,
            OutOfRange = one.OutOfRange + other.OutOfRange,
            RowsWithoutCourse = one.RowsWithoutCourse + other.RowsWithoutCourse,
            RowsWithoutSession = one.RowsWithoutSession + other.RowsWithoutSession,
            UnsortedCourses = one.UnsortedCourses + other.UnsortedCourses,
        };
    }

    public static StudyTally Add(StudyTally left, StudyTally right) => left + right;
}
