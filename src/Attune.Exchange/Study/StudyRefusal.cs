namespace Attune.Exchange.Study;

/// <summary>What is wrong with a table, where, and what to do. Codes stay.</summary>
/// <param name="Code">One of <see cref="StudyCodes"/>.</param>
/// <param name="Line">Line of the file from 1, or the row of a Parquet file; null where it is about the whole.</param>
public sealed record StudyRefusal(string Code, string Message, long? Line = null);

/// <summary>A table that cannot be used. Thrown where rows are streamed, so that what comes after is not read.</summary>
public sealed class StudyRefusedException(StudyRefusal refusal) : Exception(refusal.Message)
{
    public StudyRefusal Refusal { get; } = refusal;
}

/// <summary>Everything that can be wrong with a table. Those from <see cref="NotANumber"/> on refuse it under <c>--strict</c> alone; else they are counted.</summary>
public static class StudyCodes
{
    /// <summary>A column that is needed is not there.</summary>
    public const string MissingColumn = "STU001";

    /// <summary>Two columns have the name of one that is read.</summary>
    public const string DoubledColumn = "STU002";

    /// <summary>No header, or nothing below it.</summary>
    public const string Empty = "STU003";

    /// <summary>A row has more or fewer cells than the header, or a quotation mark stands where none may.</summary>
    public const string BrokenRow = "STU004";

    /// <summary>The same session of one course (a rating, a term) stands there twice.</summary>
    public const string RepeatedSession = "STU005";

    /// <summary>A course goes on after another has begun.</summary>
    public const string ScatteredCourse = "STU006";

    /// <summary>Not a Parquet file, or one with a type that is not read here.</summary>
    public const string NotReadable = "STU007";

    /// <summary>A table does not hold what the verb computes with (too many raters, a code that is no number).</summary>
    public const string NotComputable = "STU008";

    /// <summary>Text stands where a number is wanted. The cell counts as missing.</summary>
    public const string NotANumber = "STU011";

    /// <summary>A number lies outside of its range. The cell counts as missing.</summary>
    public const string OutOfRange = "STU012";

    /// <summary>A row names no course. It is left out.</summary>
    public const string NoCourse = "STU013";

    /// <summary>A row has no session, so that its place is not known. It is left out.</summary>
    public const string NoSession = "STU014";

    /// <summary>The sessions of a course are not in order. They are put in order.</summary>
    public const string Unsorted = "STU015";
}
