using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// What one partner told in a check-in or in their own report without leave to speak of it when all three are there. Held against any text that may be read aloud or shown:
/// only repeating is found (letter case, punctuation and spacing aside), not saying the same in other words.
/// </summary>
public static class ToldInPrivate
{
    // Shorter things ("too fast") are everybody's words.
    private const int LeastWords = 3;

    /// <summary>The partner's own words: the report, then the check-ins in the order of the sessions. Leave that was not given counts as none.</summary>
    public static ImmutableArray<string> Of(CoupleCase couple, Partner partner) =>
    [
        .. couple[partner].SelfReport.Given is { Report: { MaySpeak: not SpeakPermission.WhenWeAreThree } report } ? report.OwnWords() : [],
        .. couple.Sessions
            .Select(session => session[partner].CheckIn?.Tension)
            .Where(tension => tension is { Words: not null } && tension.MaySpeak != SpeakPermission.WhenWeAreThree)
            .Select(tension => tension!.Words!),
    ];

    /// <summary>Whether the text repeats a whole sentence of what was told, or is part of one.</summary>
    public static bool IsRepeatedIn(string? text, ImmutableArray<string> told)
    {
        var said = Bare(text ?? "");
        return said.Trim().Length > 0 && told.SelectMany(Sentences).Any(sentence =>
            said.Contains(sentence, StringComparison.Ordinal) || (IsLong(said) && sentence.Contains(said, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Sentences(string told) =>
        told.Split(['.', '!', '?', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Append(told).Select(Bare).Where(IsLong);

    private static bool IsLong(string bare) => bare.Count(letter => letter == ' ') > LeastWords;

    // Words apart by one space, with one before and after, so that only whole words match.
    private static string Bare(string text)
    {
        var letters = text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : letter is '\'' or '’' ? '\0' : ' ');
        var words = new string([.. letters.Where(letter => letter != '\0')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : $" {string.Join(' ', words)} ";
    }
}
