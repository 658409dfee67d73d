namespace Attune.Signals.BeatDetection;

/// <summary>
/// Which candidates are beats: those strong enough beside the last ones, the stronger the sooner they come; none in the refractory time; in a
/// silence the strongest of those that were passed over (Pan and Tompkins, 1985, in spirit; shares in <see cref="WaveRules"/>).
/// </summary>
internal sealed class BeatChoice
{
    private const double Memory = 8;
    private const double ShortestUsualSeconds = 0.3;
    private const double LongestUsualSeconds = 1.5;
    private const double UsualSeconds = 0.8;

    private readonly WaveRules rules;
    private readonly double rate;
    private readonly List<Candidate> beats = [];
    private readonly List<Candidate> passedOver = [];
    private double level;
    private double usual;

    private BeatChoice(WaveRules rules, double rate) => (this.rules, this.rate) = (rules, rate);

    internal static List<Candidate> Of(List<Candidate> candidates, double rate, WaveRules rules)
    {
        var choice = new BeatChoice(rules, rate);
        if (candidates.Count == 0)
            return choice.beats;
        choice.Learn(candidates);
        foreach (var candidate in candidates)
            choice.Look(candidate);
        return choice.beats;
    }

    // The usual strength and interval of the first ten seconds.
    private void Learn(List<Candidate> candidates)
    {
        var first = candidates.Where(candidate => candidate.Peak < candidates[0].Peak + (WaveRules.OffsetSeconds * rate)).ToList();
        level = Averages.Median([.. first.Select(candidate => candidate.Strength)]);
        var strong = first.Where(candidate => candidate.Strength >= level / 2).Select(candidate => (double)candidate.Peak).ToArray();
        var gaps = strong.Skip(1).Zip(strong, (next, before) => next - before).ToArray();
        usual = Math.Clamp(gaps.Length > 1 ? Averages.Median(gaps) : UsualSeconds * rate, ShortestUsualSeconds * rate, LongestUsualSeconds * rate);
    }

    private void Look(Candidate candidate)
    {
        var since = beats.Count == 0 ? double.PositiveInfinity : candidate.Peak - beats[^1].Peak;
        if (since < rules.RefractorySeconds * rate)
        {
            if (candidate.Strength > beats[^1].Strength)
                beats[^1] = candidate;
            return;
        }

        if (candidate.Strength < Wanted(since) * level)
        {
            passedOver.Add(candidate);
            return;
        }

        if (beats.Count > 0)
        {
            if (since > WaveRules.SilenceIntervals * usual)
                SearchBack(candidate);
            while (beats.Count > 1 && candidate.Peak - beats[^2].Peak < WaveRules.CrowdIntervals * usual
                && beats[^1].Strength < Math.Min(candidate.Strength, beats[^2].Strength))
                beats.RemoveAt(beats.Count - 1);
        }

        Take(candidate);
        passedOver.Clear();
    }

    private double Wanted(double since)
    {
        if (double.IsPositiveInfinity(since))
            return rules.LateShare;
        var share = since / usual;
        if (share <= rules.EarlyUntil)
            return rules.EarlyShare;
        if (share < rules.LateFrom)
            return rules.EarlyShare + ((rules.LateShare - rules.EarlyShare) * (share - rules.EarlyUntil) / (rules.LateFrom - rules.EarlyUntil));
        // After a long silence the level itself is in doubt.
        return rules.LateShare * Math.Min(1, 2 / share);
    }

    private void SearchBack(Candidate next)
    {
        var (best, half) = (default(Candidate), usual / 2);
        foreach (var candidate in passedOver)
        {
            if (candidate.Peak - beats[^1].Peak > half && next.Peak - candidate.Peak > half && candidate.Strength > Math.Max(best.Strength, WaveRules.BackShare * level))
                best = candidate;
        }

        if (best.Strength > 0)
            Take(best);
    }

    private void Take(Candidate beat)
    {
        if (beats.Count > 0)
        {
            var interval = beat.Peak - beats[^1].Peak;
            if (interval > usual / 2 && interval < 1.6 * usual)
                usual += (interval - usual) / Memory;
        }

        // One wild beat may not raise the threshold above all that follow.
        level += (Math.Min(beat.Strength, 2 * level) - level) / Memory;
        beats.Add(beat);
    }
}
