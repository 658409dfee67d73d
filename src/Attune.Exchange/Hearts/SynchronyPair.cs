using System.Text.Json.Nodes;
using Attune.Signals.Artefacts;
using Attune.Signals.Synchrony;

namespace Attune.Exchange.Hearts;

/// <summary>Synchrony of one pair of recordings, under the names that it has in every file.</summary>
/// <param name="First">File of the first.</param>
/// <param name="Second">File of the second.</param>
/// <param name="OnOneClock">False: the two were taken to have begun together.</param>
/// <param name="Rule">By which beats were believed.</param>
/// <param name="Found">The pair's own.</param>
/// <param name="Test">What it is held against.</param>
public sealed record SynchronyPair(string First, string Second, bool OnOneClock, ArtefactRule Rule, SynchronyFinding Found, SurrogateTest Test)
{
    /// <summary>Every number with its name; NaN where it is not known.</summary>
    internal IEnumerable<(string Name, double Value)> Numbers()
    {
        yield return ("windows", Found.Windows);
        yield return ("used", Found.Used);
        foreach (var (name, score) in new[] { ("mean_z", Test.Signed), ("mean_size", Test.Absolute), ("at_zero", Test.LagZero), ("best", Test.BestLag) })
        {
            yield return (name, score.Real);
            yield return ($"{name}_surrogates", score.Mean);
            yield return ($"{name}_surrogates_sd", score.Sd);
            yield return ($"{name}_effect_size", score.EffectSize);
            yield return ($"{name}_share_at_least", score.ShareAtLeast);
        }

        yield return ("best_lag_s", Found.BestLagSeconds);
    }

    internal IEnumerable<(string Name, string Text)> Provenance()
    {
        var options = Found.Options;
        yield return ("lead", Found.LeadGiven(Test).ToString());
        yield return ("on_one_clock", OnOneClock ? "yes" : "no");
        yield return ("artefact_rule", Rule.ToString());
        foreach (var (name, value) in new[] { ("samples_per_s", options.SamplesPerSecond), ("window_s", options.Window.TotalSeconds), ("step_s", options.Step.TotalSeconds), ("longest_lag_s", options.LongestLag.TotalSeconds) })
            yield return (name, FormattableString.Invariant($"{value}"));
        yield return ("placement", options.Placement.ToString());
        yield return ("surrogate_method", Test.Method.ToString());
        yield return ("surrogates", FormattableString.Invariant($"{Test.Count}"));
        yield return ("seed", FormattableString.Invariant($"{Test.Seed}"));
        yield return ("algorithm", Found.Algorithm);
        yield return ("version", FormattableString.Invariant($"{Found.Version}"));
    }

    /// <summary>The names of the CSV columns; the mean z of every lag beside them.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in Numbers())
            json[name] = double.IsFinite(value) ? JsonValue.Create(value) : null;
        json["profile"] = HeartsJson.List(Found.Profile, z => double.IsFinite(z) ? JsonValue.Create(z) : null);
        foreach (var (name, text) in Provenance())
            json[name] = text;
        return json;
    }
}
