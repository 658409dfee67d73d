namespace Attune.App.Settings;

/// <summary>The check-in's items as the therapist may want to look them up: what docs/measures.md says, in short.</summary>
internal static class CheckInItems
{
    public static readonly IReadOnlyList<(string Item, string Answers, string Use)> All =
    [
        ("Task: what we did suited me", "1 to 7", "a third of the composite"),
        ("Goal: we worked on what matters to me", "1 to 7", "a third of the composite"),
        ("Bond: my therapist really got what it is like to be me", "1 to 7", "a third of the composite; felt from 5 (ours); your guess is held against it"),
        ("Fairness: fair to both of us", "1 to 7", "possible siding at 3 or below, or down by 2 (ours)"),
        ("Safety: I could say what I needed, and be myself", "1 to 7", "shown to you; no rule"),
        ("Together: we pulled in one direction; odd sessions", "1 to 7", "a mean of both at 3 or below is low (ours)"),
        ("Tension, and what may be said of it", "no or yes; then how strong, how far cleared up, own words, the permission", "yes is a rupture, told directly"),
        ("Care, when something difficult was shown", "yes, partly, no, did not come up, kept to myself", "how care came; the last two are never a success"),
        ("What I expect next time", "hardly to surely", "a forecast that the next tested moment is held against"),
        ("Still open from before", "nothing, partly, still open", "whether a repair held"),
        ("Since last time; even sessions", "helped, no difference, harder, rather alone", "harder goes on the list of threats to continuing"),
    ];
}
