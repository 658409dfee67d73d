using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.Benchmarks;

/// <summary>Arousal over a million beats, whole and as they come; the goal of 20 million beats a second is 50 ms.</summary>
internal static class ArousalFigures
{
    private const int Million = 1_000_000;
    private const double Goal = 1_000.0 * Million / 20_000_000;

    // The goal of Lipponen and Tarvainen's correction, which goes over the beats until artefacts fall no more, and ours.
    private const double CorrectedGoal = 6_000 + Goal;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var beats = Beats();
        foreach (var choice in Enum.GetValues<RateChoice>())
        {
            var options = ArousalOptions.Recorded with { RateChoice = choice };
            var corrected = ArtefactRules.Correct(beats, options.Artefacts);
            yield return ($"arousal over 1,000,000 beats, {choice}, corrected before", Goal, () => ArousalRule.OverWholeRecording(beats, corrected, options));
        }

        var filled = ArousalOptions.Recorded with { Artefacts = ArtefactRule.RangeThenKarlsson };
        yield return ("arousal over 1,000,000 beats, range and Karlsson included", Goal, () => ArousalRule.OverWholeRecording(beats, filled));
        yield return ("arousal over 1,000,000 beats, recorded, correction included", CorrectedGoal, () => ArousalRule.OverWholeRecording(beats, ArousalOptions.Recorded));
        yield return ("arousal over 1,000,000 beats, live pair, correction included", Goal, () => ArousalRule.OverWholeRecording(beats, ArousalOptions.Live));
        yield return ("arousal as heard, 1,000,000 beats one by one (goal: our own, 5 million a second)", 4 * Goal, () => Heard(beats));
        yield return ("limit: the sum of a million intervals", Goal, () => Sum(beats));
    }

    private static void Heard(BeatSeries beats)
    {
        var machine = new ArousalMachine(ArousalOptions.Live);
        for (var i = 0; i < beats.Count; i++)
            machine.Beat(beats.EndsMs[i], beats.IntervalsMs[i]);
        machine.Finish();
    }

    private static double Sum(BeatSeries beats)
    {
        var sum = 0.0;
        foreach (var ms in beats.IntervalsMs)
            sum += ms;
        return sum;
    }

    private static BeatSeries Beats()
    {
        var hour = SimulatedHeart.Record(
            new(TimeSpan.FromHours(12), 74) { Rises = [.. Enumerable.Range(0, 24).Select(i => new HeartRise(TimeSpan.FromMinutes(30 * i), 112, TimeSpan.FromMinutes(5)))] }, 1)
            .Beats.IntervalsMs;
        var million = new double[Million];
        for (var i = 0; i < Million; i++)
            million[i] = hour[i % hour.Length];
        return BeatSeries.FromIntervals(million);
    }
}
