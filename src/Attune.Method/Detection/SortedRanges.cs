namespace Attune.Method.Detection;

/// <summary>The moving ranges between neighbours of a baseline, kept in order of size in room that the caller lends.</summary>
internal ref struct SortedRanges(Span<double> room)
{
    private readonly Span<double> _room = room;
    private int _count;
    private double _neighbour = double.NaN;

    /// <summary>Of an even number the mean of the middle two; 0 without any.</summary>
    public readonly double Median => _count == 0 ? 0 : (_room[(_count - 1) / 2] + _room[_count / 2]) / 2;

    public void Keep(double value)
    {
        if (!double.IsNaN(_neighbour))
            Insert(Math.Abs(value - _neighbour));
        _neighbour = value;
    }

    /// <summary>No step is taken from what came before to what comes next.</summary>
    public void Part() => _neighbour = double.NaN;

    public void Clear() => (_count, _neighbour) = (0, double.NaN);

    private void Insert(double range)
    {
        var place = _room[.._count].BinarySearch(range);
        if (place < 0)
            place = ~place;
        _room[place.._count].CopyTo(_room[(place + 1)..]);
        _room[place] = range;
        _count++;
    }
}
