namespace Attune.Method.Learning;

/// <summary>Minus the log posterior over all rows. Blocks of partners go to all cores; they are the same, and are summed in the same order, on any number of them.</summary>
internal sealed class LossSurface
{
    /// <summary>Rows in a block, about: enough work for a thread to be worth waking.</summary>
    private const int BlockRows = 1_024;

    private readonly LearningRows _rows;
    private readonly LearningPrior _prior;
    private readonly (int First, int End)[] _blocks;
    private readonly BlockSums[] _parts;

    public LossSurface(LearningRows rows, LearningPrior prior)
    {
        (_rows, _prior) = (rows, prior);
        List<(int, int)> blocks = [];
        for (int first = 0, group = 0; group < rows.Partners; group++)
        {
            if (group + 1 < rows.Partners && rows.Starts[group + 1] - rows.Starts[first] < BlockRows)
                continue;
            blocks.Add((first, group + 1));
            first = group + 1;
        }

        _blocks = [.. blocks];
        _parts = [.. _blocks.Select(_ => new BlockSums(rows.Width))];
        Sums = new BlockSums(rows.Width);
    }

    /// <summary>Of the last look.</summary>
    public BlockSums Sums { get; }

    public void LookAt(ArrowState state, bool gaussNewton)
    {
        if (_blocks.Length < 2)
        {
            for (var i = 0; i < _blocks.Length; i++)
                new LossBlock(_rows, _prior, state).Take(_blocks[i].First, _blocks[i].End, gaussNewton, _parts[i]);
        }
        else
        {
            Parallel.For(0, _blocks.Length, () => new LossBlock(_rows, _prior, state), (i, _, worker) =>
            {
                worker.Take(_blocks[i].First, _blocks[i].End, gaussNewton, _parts[i]);
                return worker;
            }, _ => { });
        }

        Sums.Clear();
        foreach (var part in _parts)
            Sums.Add(part);
        AddPrior(state);
    }

    private void AddPrior(ArrowState state)
    {
        for (var k = 0; k <= _prior.Terms.Length; k++)
        {
            var (_, mean, sd) = k == 0 ? _prior.Intercept : _prior.Terms[k - 1];
            var precision = 1 / (sd * sd);
            var away = state.Weights[k] - mean;
            Sums.Loss += precision * away * away / 2;
            Sums.Slope[k] += precision * away;
            Sums.Square[k * _rows.Width + k] += precision;
        }
    }
}
