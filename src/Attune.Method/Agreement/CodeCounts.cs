namespace Attune.Method.Agreement;

/// <summary>How often two raters gave yes or no together: all that Cohen's kappa of the two takes, in the room of five numbers.</summary>
internal sealed class CodeCounts
{
    private readonly long[] _counts = new long[4];
    private long _leftOut;

    public void Add(bool first, bool second) => _counts[(first ? 2 : 0) + (second ? 1 : 0)]++;

    public void LeaveOut(long targets) => _leftOut += targets;

    public void Add(CodeCounts other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        _leftOut += other._leftOut;
    }

    /// <summary>As <see cref="CohensKappa.Unweighted"/> has it over the same ratings.</summary>
    public AgreementFinding Kappa()
    {
        const AgreementMeasure measure = AgreementMeasure.CohensKappa;
        var (neither, second, first, both) = (_counts[0], _counts[1], _counts[2], _counts[3]);
        var all = neither + second + first + both;
        var (used, leftOut) = (checked((int)all), checked((int)_leftOut));
        if (all < 2)
            return new AgreementFinding.CannotTell(measure, used, leftOut, all == 0 ? NoAgreementReason.NothingRatedTwice : NoAgreementReason.OneTarget);
        if (neither == all || both == all)
            return new AgreementFinding.CannotTell(measure, used, leftOut, NoAgreementReason.OneValueOnly);
        var alike = (((double)first + both) * (second + both) + ((double)neither + second) * (neither + first)) / ((double)all * all);
        return new AgreementFinding.Measured(measure, used, leftOut, (double)(first + second) / all, 1 - alike);
    }
}
