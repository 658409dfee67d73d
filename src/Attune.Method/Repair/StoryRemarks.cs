using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Repair;

/// <summary>What stands in a story and should not be read by the partner.</summary>
public enum StoryRemarkKind
{
    /// <summary>A word that no plain wording may hold.</summary>
    ForbiddenWord = 1,
    /// <summary>A code of a schema.</summary>
    SchemaCode = 2,
    NameOfTheOtherPartner = 3,
    /// <summary>It repeats what this partner told without leave to speak of it.</summary>
    ToldInPrivate = 4,
}

/// <summary>For the therapist, before it is shown; nothing is refused for it. <paramref name="Word"/>: the word found; null for what was told in private.</summary>
public sealed record StoryRemark(StoryRemarkKind Kind, string? Word);

public static class StoryRemarks
{
    // As words of the language they are everywhere; as codes they would stand in capitals.
    private static readonly ImmutableArray<string> English = ["is", "as", "us"];

    /// <summary>Of the therapist's story as it stands; empty while none is written. Each remark once.</summary>
    public static ImmutableArray<StoryRemark> Of(CoupleCase couple, RuptureRecord rupture, MethodCatalogue catalogue)
    {
        if (rupture.Story is not { } story)
            return [];
        string[] parts = [story.Happened, story.Touched, story.Needed];
        var remarks = parts.SelectMany(Words).SelectMany(word => OfWord(word, catalogue)).ToList();
        foreach (var partner in Partners.All)
        {
            if (!rupture.Owner.Includes(partner))
                continue;
            if (rupture.Owner != RuptureOwner.Both && couple[partner.Other()].Name is { Length: > 1 } name
                && parts.SelectMany(Words).Contains(name, StringComparer.OrdinalIgnoreCase))
                remarks.Add(new(StoryRemarkKind.NameOfTheOtherPartner, name));
            var told = ToldInPrivate.Of(couple, partner);
            if (parts.Any(part => ToldInPrivate.IsRepeatedIn(part, told)))
                remarks.Add(new(StoryRemarkKind.ToldInPrivate, null));
        }
        return [.. remarks.Distinct()];
    }

    private static IEnumerable<StoryRemark> OfWord(string word, MethodCatalogue catalogue)
    {
        if (catalogue.ForbiddenWords.Any(forbidden => Matches(word, forbidden.Word)))
            yield return new(StoryRemarkKind.ForbiddenWord, word);
        if (catalogue.Schemas.Any(schema => IsCode(word, schema.Code)))
            yield return new(StoryRemarkKind.SchemaCode, word);
    }

    private static bool Matches(string word, string forbidden) => forbidden.EndsWith('*')
        ? word.StartsWith(forbidden[..^1], StringComparison.OrdinalIgnoreCase)
        : word.Equals(forbidden, StringComparison.OrdinalIgnoreCase);

    private static bool IsCode(string word, string code) => English.Contains(code)
        ? word.Equals(code.ToUpperInvariant(), StringComparison.Ordinal)
        : word.Equals(code, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(letter => char.IsLetter(letter) || letter is '-' or '’' or '\'' ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
