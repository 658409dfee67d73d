using Attune.Practice.Couples;

namespace Attune.App.Walking;

/// <summary>One stop of the first walk: what is seen, why, and one thing to try.</summary>
/// <param name="Page">Its page for this couple, or null where there is none yet; without a couple as well.</param>
/// <param name="First">What to enter first in a practice that has nothing to show there.</param>
internal sealed record WalkStop(string Title, string Seen, string ToTry, string First, Func<CoupleView?, string?> Page)
{
    public const string Parameter = "walk";

    public static readonly IReadOnlyList<WalkStop> All =
    [
        new("The caseload",
            "All your couples. What has waited longest comes first: an open rupture, something you promised, a missing answer.",
            "Read the line under each pair of names. Which couple would you think of first today?",
            "Type two first names or initials under “Begin a couple”. Nothing else is needed to start.",
            _ => "/couples"),
        new("Between two couples",
            "The minutes between two sessions, on one screen. On the left you close the couple that has just left; on the right is the brief of the next one, read in a minute.",
            "Find the first sentence in the brief that you could really say. Are there words of your own that would do better?",
            "With one couple begun, choose it under “Up next”. The brief says itself what it does not know yet.",
            couple => couple is null ? "/between" : $"/between?next={couple.Id}"),
        new("The rupture map",
            "What may break with each of the two, how it would show before the words come, and what helps. The likelihoods are in words: they are our own guesses until your sessions have moved them.",
            "Choose one early sign and picture this person showing it. What would you do in the next half minute?",
            "The map is read from the assessment: a few schema scores of each partner are enough for a first one.",
            couple => couple is null ? null : $"/couples/{couple.Id}/map"),
        new("A plan, and whom it fits",
            "The session to come. For each technique the page says whom it may be too much for, a way to build up to it, and something else with the same aim. Chair work is a good example.",
            "Tick another technique, save, and see what the page says about it.",
            "Choose one technique for session 1. How well it fits is read from the assessment and from how comfortable each says they are with it.",
            couple => couple is null ? null : $"/couples/{couple.Id}/sessions/{couple.NextSession}/plan"),
        new("The check-in, by hand-over",
            "After a session each partner answers alone, in under a minute, on this device. Your own access ends when you hand it over; neither sees what the other said, or whether.",
            "Hand it over, answer as one of them would, and come back with the passphrase: the demo prints it when it starts, and your own is yours. Or only read, and go on.",
            "Note a session as held on its plan. Then both can be asked.",
            couple => couple is null ? null : $"/couples/{couple.Id}/sessions/{couple.LastHeld}/ask"),
        new("Your debrief",
            "Two minutes of your own: how each seemed, who was at the centre, what you owe. Guess the bond answers before you look. How far off you are is worth knowing.",
            "Guess for one of them, then unfold what they answered.",
            "A debrief belongs to a session that was held. Every part of it may be left out.",
            couple => couple is not { LastHeld: > 0 } ? null : $"/couples/{couple.Id}/sessions/{couple.LastHeld}/debrief"),
        new("A rupture and its repair",
            "What broke, which need was under it, and each step of the repair with how it was taken. A repair that you claim stays claimed until this person's own answers agree.",
            "Follow the steps from top to bottom. Where did it turn?",
            "A rupture is noted from the course of a couple, after a partner told of it or when you saw it. It is usual, and workable.",
            couple => couple?.Ruptures.FirstOrDefault(one => !one.IsSetAside) is { } rupture ? $"/couples/{couple.Id}/ruptures/{rupture.Id}" : null),
        new("Trust",
            "How care came, what each expects, and how well the two fit. Three readings and never one number; below four tested moments it says that it is too early.",
            "Compare the two. Does either of them expect less than they get?",
            "Trust is read from check-ins, so it begins with the first ones. It needs patience.",
            couple => couple is null ? null : $"/couples/{couple.Id}/trust"),
        new("Your own side",
            "You are a person in the room too. Your schemas, what may pull on you, and your cards lie in a compartment of their own: on no print and in no export.",
            "Type one schema score that you know of yourself, and see what the page says may pull on you.",
            "One score is enough to begin with.",
            _ => "/me"),
    ];

    /// <summary>The stop of an address; null when it names none.</summary>
    public static int? NumberIn(string? query) =>
        int.TryParse(query, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= All.Count ? number : null;

    /// <summary>Where a stop is for this couple: its own page, or the walk's when there is nothing to show yet.</summary>
    public static string AddressOf(int number, CoupleView? couple)
    {
        var page = All[number - 1].Page(couple) ?? "/walk";
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={number}#walk";
    }
}

/// <summary>The stop that was last shown and its address, so that a page without it leads back. Forgotten with the program.</summary>
internal sealed class WalkPlace
{
    public (int Number, string Address)? Last { get; set; }
}
