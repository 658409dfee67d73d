namespace Attune.Method.Learning;

/// <summary>
/// Minus the log posterior over some partners' rows, with slope and curvature in the weights; each partner's own intercept is eliminated as soon as
/// their rows are through (the curvature is an arrow). One for each thread; its sums are read before the next block.
/// </summary>
internal sealed class LossBlock(LearningRows rows, LearningPrior prior, ArrowState state)
{
    /// <summary>Vectors that are summed at a time: they fit into the nearest cache.</summary>
    private const int Chunk = 48;

    /// <summary>Beyond it a probability is 0 or 1 in all digits.</summary>
    private const double MostLogOdds = 690;

    private readonly int _width = rows.Width;
    private readonly double[] _plain = new double[Chunk * rows.Width];
    private readonly double[] _weighted = new double[Chunk * rows.Width];
    private readonly double[] _odds = new double[rows.Areas];
    private readonly double[] _chances = new double[rows.Areas];
    private readonly ToldArea _told = new(rows.Areas);
    private readonly double _partnerPrecision = prior.PartnerSd > 0 ? 1 / (prior.PartnerSd * prior.PartnerSd) : 0;
    private int _waiting;
    private BlockSums _sums = null!;

    /// <param name="gaussNewton">Leave out what may make the curvature of a report negative.</param>
    public void Take(int firstGroup, int endGroup, bool gaussNewton, BlockSums sums)
    {
        _sums = sums;
        sums.Clear();
        for (var group = firstGroup; group < endGroup; group++)
            TakeGroup(group, gaussNewton);
        Flush();
    }

    private void TakeGroup(int group, bool gaussNewton)
    {
        var cross = state.Cross.AsSpan(group * _width, _width);
        cross.Clear();
        var own = state.Own[group];
        (double Slope, double Curvature) mine = (own * _partnerPrecision, _partnerPrecision);
        _sums.Loss += own * own * _partnerPrecision / 2;
        for (var row = rows.Starts[group]; row < rows.Starts[group + 1]; row++)
            TakeRow(row, own, gaussNewton, cross, ref mine);
        (state.OwnSlope[group], state.OwnCurvature[group]) = mine;
        if (_partnerPrecision == 0)
            return;
        if (!(mine.Curvature > 0))
        {
            _sums.IsConvex = false;
            return;
        }

        _sums.LogDeterminant += Math.Log(mine.Curvature);
        SquareSum.Add(-mine.Slope / mine.Curvature, cross, _sums.Slope);
        Push(-1 / mine.Curvature, cross);
    }

    private void TakeRow(int row, double own, bool gaussNewton, Span<double> cross, ref (double Slope, double Curvature) mine)
    {
        var values = rows.ValuesOf(row);
        int outcome = rows.Outcomes[row];
        if (outcome == LearningRows.SomeArea)
        {
            TakeSomeArea(values, own, gaussNewton, cross, ref mine);
            return;
        }

        if (outcome != LearningRows.None)
        {
            TakeToldArea(values, outcome - 1, own, gaussNewton, cross, ref mine);
            return;
        }

        for (var area = 0; area < rows.Areas; area++)
        {
            var vector = values.Slice(area * _width, _width);
            var odds = OddsOf(vector, area, own);
            var chance = 1 / (1 + Math.Exp(-odds));
            var none = 1 / (1 + Math.Exp(odds));
            _sums.Loss += Softplus(odds);
            Add(vector, chance, chance * none, chance * none, cross, ref mine);
        }
    }

    // Where the curvature may be negative, that of a session of which each area was known, broken or not: it is never less.
    private void TakeToldArea(ReadOnlySpan<double> values, int told, double own, bool gaussNewton, Span<double> cross, ref (double Slope, double Curvature) mine)
    {
        for (var area = 0; area < rows.Areas; area++)
            SetOdds(values, area, own);
        _sums.Loss += _told.LookAt(_odds, _chances, told);
        for (var node = 0; node < _told.Nodes && !gaussNewton; node++)
        {
            var mixed = Slot();
            mixed.Clear();
            for (var area = 0; area < rows.Areas; area++)
                SquareSum.Add(_told.AwayOf(node)[area], values.Slice(area * _width, _width), mixed);
            SquareSum.Scale(-_told.ShareOf(node), mixed, _weighted.AsSpan(_waiting * _width, _width));
            Pushed();
        }

        for (var area = 0; area < rows.Areas; area++)
        {
            var diagonal = gaussNewton ? _chances[area] / (1 + Math.Exp(_odds[area])) : _told.Diagonal[area];
            var withOwn = diagonal;
            for (var node = 0; node < _told.Nodes && !gaussNewton; node++)
            {
                var away = _told.AwayOf(node);
                double summed = 0;
                foreach (var one in away)
                    summed += one;
                withOwn -= _told.ShareOf(node) * away[area] * summed;
            }

            Add(values.Slice(area * _width, _width), _told.Slope[area], diagonal, withOwn, cross, ref mine);
        }
    }

    // ln p(any): its slope in an area's log-odds is r p with r = p(none) / p(any); its curvature r p (1 - p) on the diagonal less r / p(any) p p'.
    private void TakeSomeArea(ReadOnlySpan<double> values, double own, bool gaussNewton, Span<double> cross, ref (double Slope, double Curvature) mine)
    {
        double any = 0, none = 1, summed = 0;
        for (var area = 0; area < rows.Areas; area++)
        {
            SetOdds(values, area, own);
            // One by one, so that small chances are not lost in 1.
            any += none * _chances[area];
            none *= 1 / (1 + Math.Exp(_odds[area]));
            summed += _chances[area];
        }

        _sums.Loss -= Math.Log(any);
        var ratio = none / any;
        var shared = ratio / any;
        var mixed = Slot();
        mixed.Clear();
        for (var area = 0; area < rows.Areas; area++)
        {
            var vector = values.Slice(area * _width, _width);
            SquareSum.Add(_chances[area], vector, mixed);
        }

        SquareSum.Scale(shared, mixed, _weighted.AsSpan(_waiting * _width, _width));
        Pushed();
        for (var area = 0; area < rows.Areas; area++)
        {
            var chance = _chances[area];
            var diagonal = gaussNewton ? 0 : -ratio * chance / (1 + Math.Exp(_odds[area]));
            Add(values.Slice(area * _width, _width), -ratio * chance, diagonal, diagonal + shared * chance * summed, cross, ref mine);
        }
    }

    private void Add(ReadOnlySpan<double> vector, double slope, double curvature, double withOwn, Span<double> cross, ref (double Slope, double Curvature) mine)
    {
        SquareSum.Add(slope, vector, _sums.Slope);
        Push(curvature, vector);
        if (_partnerPrecision == 0)
            return;
        mine = (mine.Slope + slope, mine.Curvature + withOwn);
        SquareSum.Add(withOwn, vector, cross);
    }

    private void SetOdds(ReadOnlySpan<double> values, int area, double own)
    {
        _odds[area] = OddsOf(values.Slice(area * _width, _width), area, own);
        _chances[area] = 1 / (1 + Math.Exp(-_odds[area]));
    }

    private double OddsOf(ReadOnlySpan<double> vector, int area, double own) =>
        Math.Clamp(SquareSum.Dot(vector, state.Weights) + prior.Offsets[area] + own, -MostLogOdds, MostLogOdds);

    internal static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private Span<double> Slot() => _plain.AsSpan(_waiting * _width, _width);

    private void Push(double weight, ReadOnlySpan<double> vector)
    {
        vector.CopyTo(Slot());
        SquareSum.Scale(weight, vector, _weighted.AsSpan(_waiting * _width, _width));
        Pushed();
    }

    private void Pushed()
    {
        if (++_waiting == Chunk)
            Flush();
    }

    private void Flush()
    {
        SquareSum.AddOuter(_weighted, _plain, _waiting, _width, _sums.Square);
        _waiting = 0;
    }
}

/// <summary>Where a fit stands, and the parts of its curvature that belong to single partners.</summary>
internal sealed class ArrowState(int width, int groups)
{
    /// <summary>The intercept, then the terms, then noughts.</summary>
    public double[] Weights { get; init; } = new double[width];

    /// <summary>What each partner adds to the intercept.</summary>
    public double[] Own { get; init; } = new double[groups];

    public double[] OwnSlope { get; } = new double[groups];

    public double[] OwnCurvature { get; } = new double[groups];

    /// <summary>Curvature between each partner's own intercept and the weights.</summary>
    public double[] Cross { get; } = new double[groups * width];
}

/// <summary>Sums over the rows of some partners, their own intercepts eliminated.</summary>
internal sealed class BlockSums(int width)
{
    public double Loss { get; set; }

    /// <summary>Of the curvatures of the partners' own intercepts.</summary>
    public double LogDeterminant { get; set; }

    public bool IsConvex { get; set; } = true;

    public double[] Slope { get; } = new double[width];

    /// <summary>The upper triangle; what lies below it is not whole.</summary>
    public double[] Square { get; } = new double[width * width];

    public void Clear()
    {
        (Loss, LogDeterminant, IsConvex) = (0, 0, true);
        Slope.AsSpan().Clear();
        Square.AsSpan().Clear();
    }

    public void Add(BlockSums other)
    {
        (Loss, LogDeterminant, IsConvex) = (Loss + other.Loss, LogDeterminant + other.LogDeterminant, IsConvex && other.IsConvex);
        SquareSum.Add(1, other.Slope, Slope);
        SquareSum.Add(1, other.Square, Square);
    }
}
