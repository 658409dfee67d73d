using System.Text.RegularExpressions;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>Reads everything that a person may read about themselves.</summary>
public sealed partial class PlainWordingTests
{
    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    private static IEnumerable<(string Path, string Text)> Texts => CatalogueTexts.Plain(Shipped);

    [Fact]
    public void PlainWordings_InTheWholeCatalogue_AreFound()
    {
        // A walk that stops half way would let everything else through: one text of every shelf, and some from deep inside.
        string[] depths =
        [
            "/Schemas[ed]/Portrait/EarlySigns[0]/Text", "/Schemas[ma]/Portrait/Guidance/Coal/Loving", "/Schemas[et]/Portrait/Kinds[1]/Answer", "/Modes[bully-and-attack]/Response/Cases[0]/When",
            "/Techniques[chair-work]/Ladder[6]/Text/Plain", "/Blames[reports-abuse]/Never", "/Forecast/Terms[pull]/Line/Plain", "/SafetyPrompts[violence]/Ask[0]",
        ];
        var found = Texts.Select(each => each.Path).ToHashSet();

        Assert.All(depths, path => Assert.Contains(path, found));
        Assert.All(Shipped.Entries, entry => Assert.Contains(found, path => path.Contains($"[{entry.Code}]/PlainName", StringComparison.Ordinal)));
        Assert.True(found.Count > 2000, $"Only {found.Count}.");
    }

    [Fact]
    public void PlainWordings_Always_HoldNoForbiddenWord() =>
        Assert.Empty(Texts.SelectMany(each => ForbiddenIn(each.Text).Select(word => $"{each.Path}: {word}")));

    [Fact]
    public void ForbiddenIn_SpecimenText_IsCaught() => Assert.Equal(["manipulative", "BULLY"], ForbiddenIn("A manipulative BULLY."));

    [Fact]
    public void PlainWordings_Always_HoldNoCodeOfASchema() =>
        Assert.Empty(Texts.SelectMany(each => CodesIn(each.Text).Select(code => $"{each.Path}: {code}")));

    [Fact]
    public void CodesIn_SpecimenText_IsCaught() => Assert.Equal(["ed", "AS"], CodesIn("Your ed is as high as your AS."));

    [Fact]
    public void FirstSentences_Always_CanBeSaidInOneBreathOrTwo() =>
        Assert.All(
            Texts.Where(each => each.Path.EndsWith("Sentence", StringComparison.Ordinal)),
            each => Assert.InRange(Words().Count(each.Text), 3, 45));

    private static IEnumerable<string> ForbiddenIn(string text) =>
        Words().Matches(text).Select(word => word.Value).Where(word => Shipped.ForbiddenWords.Any(forbidden =>
            forbidden.Word.EndsWith('*')
                ? word.StartsWith(forbidden.Word[..^1], StringComparison.OrdinalIgnoreCase)
                : word.Equals(forbidden.Word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> CodesIn(string text)
    {
        // Three codes are English words; as codes they would stand in capitals.
        string[] english = ["IS", "AS", "US"];
        var codes = Shipped.Schemas.Select(schema => schema.Code).Except(english, StringComparer.OrdinalIgnoreCase).ToArray();
        return Words().Matches(text).Select(word => word.Value).Where(word =>
            codes.Contains(word, StringComparer.OrdinalIgnoreCase) || english.Contains(word, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"[\p{L}]+(?:[-’'][\p{L}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
