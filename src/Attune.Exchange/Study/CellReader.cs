using System.Globalization;
using System.Text;

namespace Attune.Exchange.Study;

/// <summary>What a cell counts as, by the same conventions in every kind of file; counts what it leaves out, or refuses the table where that was asked.</summary>
/// <param name="place">What a row's place is called: line or row.</param>
internal sealed class CellReader(RowBatch batch, CourseRequest request, string place)
{
    private long _rows;
    private long _noCourse;
    private long _noSession;
    private long _notNumbers;
    private long _outOfRange;

    public StudyTally Tally => new()
    {
        Rows = _rows,
        RowsWithoutCourse = _noCourse,
        RowsWithoutSession = _noSession,
        NotNumbers = _notNumbers,
        OutOfRange = _outOfRange,
    };

    /// <summary>Stands for the session where the table has none: rows of a course are then in order as they stand.</summary>
    public double RowNumber => _rows;

    public bool HasCourse(int length, int line)
    {
        _rows++;
        if (length > 0)
            return true;
        _noCourse++;
        Refuse(StudyCodes.NoCourse, $"{Place} names no course in column '{request.Course}'.", line);
        return false;
    }

    public bool TrySession(ReadOnlySpan<byte> cell, bool commaIsPoint, int line, out double session)
    {
        if (StudyNumber.TryRead(cell, commaIsPoint, out session))
            return true;
        Refuse(StudyCodes.NoSession, $"{Place} has '{Shown(cell)}' in column '{request.Session}', which is no number: its place in the course is not known.", line);
        _noSession++;
        return false;
    }

    public bool TrySession(double session, int line)
    {
        if (double.IsFinite(session))
            return true;
        Refuse(StudyCodes.NoSession, $"{Place} has nothing in column '{request.Session}': its place in the course is not known.", line);
        _noSession++;
        return false;
    }

    /// <summary>NaN where nothing stands there, or nothing that counts.</summary>
    public double Value(int wanted, ReadOnlySpan<byte> cell, bool commaIsPoint, int line)
    {
        if (StudyNumber.TryRead(cell, commaIsPoint, out var number))
            return Value(wanted, number, line);
        if (StudyNumber.IsMissing(cell))
            return double.NaN;
        _notNumbers++;
        Refuse(StudyCodes.NotANumber, $"{Place} has '{Shown(cell)}' in column '{request.Values[wanted].Name}', which is no number.", line);
        return double.NaN;
    }

    public double Value(int wanted, double number, int line)
    {
        var column = request.Values[wanted];
        if (number >= column.Least && number <= column.Most && double.IsFinite(number))
            return number;
        if (double.IsNaN(number))
            return double.NaN;
        _outOfRange++;
        Refuse(StudyCodes.OutOfRange, string.Create(
            CultureInfo.InvariantCulture, $"{Place} has {number} in column '{column.Name}', outside of {column.Least} to {column.Most} (--range)."), line);
        return double.NaN;
    }

    private string Place => $"{char.ToUpperInvariant(place[0])}{place[1..]} {{0}}";

    private void Refuse(string code, string message, int line)
    {
        if (request.IsStrict)
            batch.Refusal ??= new(code, message, line);
    }

    // A brace would be taken for the place of the line.
    private static string Shown(ReadOnlySpan<byte> cell) =>
        Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 40)]).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
