using System.Globalization;
using Attune.App.Repairing;
using Attune.Method.Detection;
using Attune.Practice.Couples;

namespace Attune.App.Couples;

/// <summary>What the criteria say together, in one plain sentence; and the marks of their table.</summary>
internal static class CriteriaWords
{
    private static readonly string[] Small = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>Of one of each kind, at the last session at which any of them sees a fall. What was told is said beside, and counted with none.</summary>
    public static string Sentence(PartnerView partner)
    {
        var criteria = partner.Criteria;
        var kinds = criteria.OneOfEachKind.Where(row => row.Criterion != DetectionCriterion.DirectReport).ToList();
        if (criteria.Answered == 0)
            return $"{partner.Name} has not answered yet, so nothing can be judged.";
        if (criteria.Answered == 1)
            return $"There is one answer of {partner.Name}: nothing to hold it against yet.";
        var at = LastFall(kinds);
        if (at < 0)
            return $"None of {kinds.Count} criteria sees a fall so far. That does not mean that all was well: asking is the only way to know.";
        var flagging = kinds.Where(row => row.Marks[at] == CriterionMark.Fall).ToList();
        var loosest = flagging.Max(row => row.FalseAlarms!.Value.Most);
        var number = Number(flagging.Count);
        var verb = flagging.Count == 1 ? "sees" : "see";
        var told = criteria.Rows[0].Marks[at] == CriterionMark.Told ? $" {partner.Name} told of it too." : "";
        return $"{number} of {kinds.Count} criteria {verb} a fall at session {criteria.Sessions[at]}; {(flagging.Count == 1 ? "it" : "one of them")} does so in {About(loosest)} courses anyway.{told} Asking is the only way to know.";
    }

    /// <summary>Drawn, and said.</summary>
    public static (string Sign, string Words) Mark(CriterionMark mark) => mark switch
    {
        CriterionMark.Fall => ("▼", "a fall"),
        CriterionMark.Told => ("●", "told"),
        CriterionMark.Noticed => ("○", "noticed by you"),
        CriterionMark.NoFall => ("·", "no fall"),
        CriterionMark.CannotJudgeYet => ("?", "cannot judge yet"),
        _ => ("–", "no answer"),
    };

    /// <summary>One fall, for looking back.</summary>
    public static string Of(EpisodeView episode)
    {
        var when = episode.Onset == episode.Last ? $"Session {episode.Onset}" : $"Sessions {episode.Onset} to {episode.Last}, deepest in {episode.Deepest}";
        return $"{when}: from about {AdviceWords.Shown(episode.Before)} down to {AdviceWords.Shown(episode.Lowest)}, over {episode.Length} answered session{(episode.Length == 1 ? "" : "s")}; {Shape(episode.Shape)}. {Repair(episode)}";
    }

    private static string Shape(EpisodeShape shape) => shape switch
    {
        EpisodeShape.V => "a sudden fall and a sudden return",
        EpisodeShape.SlowDeclineSuddenReturn => "a slow decline and a sudden return",
        EpisodeShape.SuddenFallSlowReturn => "a sudden fall and a slow return",
        EpisodeShape.SlowBothWays => "slow down and slow back",
        EpisodeShape.StepThatStays => "a step that stayed",
        _ => "how it goes on is not known yet",
    };

    private static string Repair(EpisodeView episode) => (episode.Repair, episode.BackAt) switch
    {
        (EpisodeRepair.Full, { } back) => $"Back in session {back}.",
        (EpisodeRepair.Partial, _) => "More than half of the way back within three answered sessions.",
        (_, { } back) => $"Back in session {back}, later than three answered sessions.",
        _ => "Not back yet, by the ratings.",
    };

    private static int LastFall(List<CriterionRow> rows) =>
        rows.Max(row => row.Marks.AsSpan().LastIndexOf(CriterionMark.Fall));

    private static string Number(int count) => count < Small.Length ? Small[count] : count.ToString(CultureInfo.InvariantCulture);

    // In words, up to what it can be: the range stands in the table.
    private static string About(double most) => most switch
    {
        >= 0.95 => "nearly all",
        >= 0.65 => "up to most",
        >= 0.45 => "up to about half of all",
        >= 0.28 => "up to about a third of all",
        >= 0.2 => "up to about a quarter of all",
        >= 0.13 => "up to about one in six",
        >= 0.08 => "up to about one in ten",
        >= 0.04 => "up to about one in twenty",
        _ => "fewer than one in twenty-five",
    };
}
