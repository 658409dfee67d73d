namespace Attune.Method.Detection;

/// <summary>
/// The regimes that a series may be in, one for each session that may have begun it, in room that the caller lends. A value that changes. The Student-t
/// predictive of a regime of n sessions has nu = nu0 + n degrees of freedom; with q = nu s^2 and d = kappa / (kappa + 1) (x - m)^2 its density is
/// g(nu) sqrt(kappa / ((kappa + 1) q pi)) (1 + d / q)^(-(nu + 1) / 2), g(nu) being Gamma((nu + 1) / 2) / Gamma(nu / 2); afterwards q is q + d.
/// </summary>
internal ref struct RegimeFilter
{
    private const int Rooms = 6;

    // By the session that began the regime.
    private readonly Span<double> _weights;
    private readonly Span<double> _means;
    private readonly Span<double> _spreads;

    // By how many sessions the regime has.
    private readonly Span<double> _factors;
    private readonly Span<double> _parts;

    // Of all values before each session, to tell a lower regime.
    private readonly Span<double> _sums;

    private readonly double _hazard;
    private readonly double _mean;
    private readonly double _spread;
    private readonly int _freedom;
    private double _sum;

    public RegimeFilter(ChangePointPrior prior, Span<double> room, int sessions)
        : this(prior.Hazard, prior.Mean, prior.Weight, prior.Freedom, prior.Scale, room, sessions)
    {
    }

    /// <summary>As <see cref="ChangePointPrior.Of"/>, without making one.</summary>
    public RegimeFilter(DetectionReference reference, double mean, Span<double> room, int sessions)
        : this(ChangePointPrior.OneInTwenty, mean, ChangePointPrior.WeightOf(reference), ChangePointPrior.FourSessionsWorth, reference.WithinSd, room, sessions)
    {
    }

    private RegimeFilter(double hazard, double mean, double weight, int freedom, double scale, Span<double> room, int sessions)
    {
        (_hazard, _mean, _freedom) = (hazard, mean, freedom);
        _spread = freedom * scale * scale;
        _weights = room[..sessions];
        _means = room.Slice(sessions, sessions);
        _spreads = room.Slice(2 * sessions, sessions);
        _factors = room.Slice(3 * sessions, sessions);
        _parts = room.Slice(4 * sessions, sessions);
        _sums = room.Slice(5 * sessions, sessions);
        var g = GammaRatio(freedom);
        for (var n = 0; n < sessions; n++)
        {
            var kappa = weight + n;
            _parts[n] = kappa / (kappa + 1);
            // The root of pi is in all of them and falls away.
            _factors[n] = g * Math.Sqrt(_parts[n]);
            g = (_freedom + n) / (2 * g);
        }
    }

    /// <summary>Sessions so far.</summary>
    public int Count { get; private set; }

    public static int RoomFor(int sessions) => Rooms * sessions;

    public readonly double Posterior(int run) => _weights[Count - run];

    public void Add(double value)
    {
        var total = 0.0;
        for (var start = 0; start < Count; start++)
        {
            var n = Count - start;
            total += _weights[start] = (1 - _hazard) * _weights[start] * Meet(start, n, value);
        }
        (_means[Count], _spreads[Count], _sums[Count]) = (_mean, _spread, _sum);
        total += _weights[Count] = (Count == 0 ? 1 : _hazard) * Meet(Count, 0, value);
        Count++;
        _sum += value;
        // So far from every regime that each has a density of 0: then it began one.
        if (!(total > 0) || double.IsInfinity(total))
        {
            _weights[..Count].Clear();
            (_weights[Count - 1], total) = (1, 1);
        }
        var share = 1 / total;
        for (var start = 0; start < Count; start++)
            _weights[start] *= share;
    }

    /// <summary>The probability that a regime lower than all before it together began within so many sessions, this one among them.</summary>
    public readonly double LowerWithin(int sessions)
    {
        var probability = 0.0;
        for (var start = Math.Max(1, Count - sessions); start < Count; start++)
        {
            var (before, since) = (_sums[start] / start, (_sum - _sums[start]) / (Count - start));
            if (since < before - Alliance.Baseline.Rounding)
                probability += _weights[start];
        }
        return probability;
    }

    // The density of the value in a regime of n sessions, which then has it.
    private readonly double Meet(int start, int n, double value)
    {
        var off = value - _means[start];
        var q = _spreads[start];
        var after = q + _parts[n] * off * off;
        _spreads[start] = after;
        // 1 / (kappa + 1) = 1 - kappa / (kappa + 1).
        _means[start] += (1 - _parts[n]) * off;
        var root = Math.Sqrt(q / after);
        return _factors[n] / Math.Sqrt(q) * WholePower(root, _freedom + n + 1);
    }

    private static double WholePower(double root, int power)
    {
        var result = 1.0;
        for (; power > 0; power >>= 1, root *= root)
        {
            if ((power & 1) != 0)
                result *= root;
        }
        return result;
    }

    // Gamma((nu + 1) / 2) / Gamma(nu / 2): from 1 / sqrt(pi) at 1, each next one nu / 2 over it.
    private static double GammaRatio(int freedom)
    {
        var g = 1 / Math.Sqrt(Math.PI);
        for (var nu = 1; nu < freedom; nu++)
            g = nu / (2 * g);
        return g;
    }
}
