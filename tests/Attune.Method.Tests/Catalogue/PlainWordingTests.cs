using System.Collections;
using System.Text.RegularExpressions;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>
/// Reads everything that a person may read about themselves, found by walking the types and not by the loader's own bookkeeping: a new text
/// property is held to the rule unless it is named here as a code or a colleague's word.
/// </summary>
public sealed partial class PlainWordingTests
{
    private static readonly HashSet<string> NotForPersons =
    [
        "Code", "Name", "Clinical", "Source", "Domain", "Schema", "Channel", "FormOf", "Synonyms", "ChildModes", "ParentModes", "Modes",
        "Alternatives", "PartnerModes", "OwnSchemas", "OwnChain", "ForbiddenWords", "Replacements",
    ];

    private static MethodCatalogue Shipped => MethodCatalogue.BuiltIn;

    [Fact]
    public void PlainWordings_InTheWholeCatalogue_AreFound() => Assert.True(PlainTexts(Shipped, "").Count() > 500);

    [Fact]
    public void PlainWordings_Always_HoldNoForbiddenWord() =>
        Assert.Empty(PlainTexts(Shipped, "").SelectMany(each => ForbiddenIn(each.Text).Select(word => $"{each.Path}: {word}")));

    [Fact]
    public void ForbiddenIn_SpecimenText_IsCaught() => Assert.Equal(["manipulative", "BULLY"], ForbiddenIn("A manipulative BULLY."));

    [Fact]
    public void PlainWordings_Always_HoldNoCodeOfASchema() =>
        Assert.Empty(PlainTexts(Shipped, "").SelectMany(each => CodesIn(each.Text).Select(code => $"{each.Path}: {code}")));

    [Fact]
    public void CodesIn_SpecimenText_IsCaught() => Assert.Equal(["ed", "AS"], CodesIn("Your ed is as high as your AS."));

    [Fact]
    public void FirstSentences_Always_CanBeSaidInOneBreathOrTwo() =>
        Assert.All(
            PlainTexts(Shipped, "").Where(each => each.Path.EndsWith("Sentence", StringComparison.Ordinal)),
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

    private static IEnumerable<(string Path, string Text)> PlainTexts(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties().Where(each => each.GetMethod is { IsStatic: false } && each.GetIndexParameters().Length == 0))
        {
            if (NotForPersons.Contains(property.Name) && !(value is MethodCatalogue && property.Name is "Modes"))
            {
                continue;
            }

            var here = $"{path}/{property.Name}";
            foreach (var found in Within(property.GetValue(value), here))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> Within(object? value, string path) => value switch
    {
        null => [],
        string text => [(path, text)],
        IEnumerable many => many.Cast<object>().SelectMany((each, index) =>
            Within(each, $"{path}[{(each is ICatalogueEntry entry ? entry.Code : index)}]")),
        _ when value.GetType().Namespace == typeof(MethodCatalogue).Namespace && !value.GetType().IsEnum => PlainTexts(value, path),
        _ => [],
    };

    [GeneratedRegex(@"[\p{L}]+(?:[-’'][\p{L}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
