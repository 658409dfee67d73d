using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>
/// A first version of the three-sentence story, from the fields of the formulation alone and in plain words: no schema code, no score, nothing of
/// the other partner, nothing told in private, no note of a step. The therapist rewrites it; it is not stored.
/// </summary>
public static class RuptureStoryDraft
{
    /// <summary>
    /// Of a rupture of both, neither schema nor need is used: the record does not say whose of the two it is.
    /// </summary>
    /// <param name="toldInPrivate">What the owner told without leave (<see cref="ToldInPrivate"/>): a need that repeats it is not used.</param>
    public static RuptureStory Of(RuptureRecord rupture, MethodCatalogue catalogue, ImmutableArray<string> toldInPrivate)
    {
        var formulation = rupture.Formulation;
        var ofBoth = rupture.Owner == RuptureOwner.Both;
        var code = ofBoth ? null : formulation.PrimarySchema ?? (formulation.EarlySchemas is [var only] ? only : null);
        var touched = catalogue.TryGetSchema(code, out var schema) ? schema : null;
        var need = ofBoth || ToldInPrivate.IsRepeatedIn(formulation.Need, toldInPrivate) ? null : formulation.Need;
        return new RuptureStory(Happened(rupture, catalogue, ofBoth), Touched(touched, ofBoth), Needed(need, touched, ofBoth));
    }

    private static string Happened(RuptureRecord rupture, MethodCatalogue catalogue, bool ofBoth)
    {
        var formulation = rupture.Formulation;
        string[] areas = [.. Enum.GetValues<RuptureArea>().Where(area => formulation.Areas.Contains(area)).Select(area => In(area, ofBoth))];
        var where = areas.Length == 0 ? "" : $": {string.Join(", and ", areas)}";
        var around = catalogue.TryGetOccasion(formulation.Occasion, out var occasion) ? $", around “{occasion.PlainName}”" : "";
        return FormattableString.Invariant($"In session {rupture.Session} something went wrong between us{around}{where}.");
    }

    private static string In(RuptureArea area, bool ofBoth) => area switch
    {
        RuptureArea.Task => "with what we did",
        RuptureArea.Goal => "with what we are working for",
        RuptureArea.Bond => ofBoth ? "with how each of you felt met by me" : "with how you felt met by me",
    };

    private static string Touched(EarlySchema? schema, bool ofBoth) => (schema, ofBoth) switch
    {
        (_, true) => "It touched something in each of you, and I would like to understand what.",
        ({ } known, _) => $"It touched something that you know from before, and that makes sense: {Inside(known.Summary.Plain)}",
        _ => "I do not know yet what it touched in you, and I would like to.",
    };

    private static string Needed(string? need, EarlySchema? schema, bool ofBoth) => (need, schema, ofBoth) switch
    {
        (_, _, true) => "What each of you needed from me I would like to hear from you.",
        ({ } own, _, _) => $"What you needed from me: “{own.Trim()}”",
        (_, { } known, _) => $"What you may have needed from me: {Inside(known.Need.Plain)}",
        _ => "What you needed from me I would like to hear from you.",
    };

    // A sentence inside a sentence; "I" keeps its capital.
    private static string Inside(string sentence) =>
        sentence is ['I', ' ' or '\'' or '’', ..] or "" ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
