using System.Collections.Immutable;

namespace Attune.Exchange.Study;

/// <summary>What a column of a result holds.</summary>
public enum StudyKind
{
    Text = 1,

    /// <summary>Whole numbers; 64 bits in Parquet.</summary>
    Whole = 2,

    /// <summary>Doubles, written so that they are read back exactly.</summary>
    Number = 3,
}

/// <summary>A column of a result. Names are snake_case with the unit at the end, and stay.</summary>
public sealed record StudyColumn(string Name, StudyKind Kind);

/// <summary>Rows of a result, column by column. NaN is a missing number and null a missing text.</summary>
public sealed class StudyRows
{
    private readonly List<double>?[] _numbers;
    private readonly List<string?>?[] _texts;
    private int _next;

    /// <param name="room">Rows that there is room for; there may be more.</param>
    public StudyRows(ImmutableArray<StudyColumn> columns, int room = 0)
    {
        Columns = columns;
        _numbers = [.. columns.Select(column => column.Kind == StudyKind.Text ? null : new List<double>(room))];
        _texts = [.. columns.Select(column => column.Kind == StudyKind.Text ? new List<string?>(room) : null)];
    }

    public ImmutableArray<StudyColumn> Columns { get; }

    /// <summary>Whole rows.</summary>
    public int Count { get; private set; }

    /// <summary>The next cell of the row, from left to right.</summary>
    public StudyRows Add(string? text)
    {
        (_texts[_next] ?? throw Wrong()).Add(text);
        return Moved();
    }

    /// <summary>The next cell; NaN and infinity are missing.</summary>
    public StudyRows Add(double number)
    {
        (_numbers[_next] ?? throw Wrong()).Add(double.IsFinite(number) ? number : double.NaN);
        return Moved();
    }

    /// <summary>The next cell; null is missing.</summary>
    public StudyRows Add(double? number) => Add(number ?? double.NaN);

    public string? Text(int column, int row) => _texts[column]![row];

    public double Number(int column, int row) => _numbers[column]![row];

    internal ReadOnlySpan<double> Numbers(int column) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_numbers[column]!);

    internal List<string?> Texts(int column) => _texts[column]!;

    /// <summary>Puts the other's rows below these.</summary>
    public void Append(StudyRows other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var column = 0; column < Columns.Length; column++)
        {
            _numbers[column]?.AddRange(other._numbers[column]!);
            _texts[column]?.AddRange(other._texts[column]!);
        }

        Count += other.Count;
    }

    /// <summary>Keeps the room.</summary>
    internal void Clear()
    {
        foreach (var numbers in _numbers)
            numbers?.Clear();
        foreach (var texts in _texts)
            texts?.Clear();
        Count = 0;
    }

    private StudyRows Moved()
    {
        if (++_next == Columns.Length)
            (_next, Count) = (0, Count + 1);
        return this;
    }

    private InvalidOperationException Wrong() => new($"Column '{Columns[_next].Name}' holds {Columns[_next].Kind}.");
}
