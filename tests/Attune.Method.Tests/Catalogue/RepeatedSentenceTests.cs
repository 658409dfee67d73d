using System.Text.RegularExpressions;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>A sentence that stands twice was written for one thing and pasted to another; read twice, it sounds like a form letter.</summary>
public sealed partial class RepeatedSentenceTests
{
    private const int LongEnoughToTell = 8;

    [Fact]
    public void Sentences_OfTheWholeCatalogue_StandOnlyOnce() =>
        Assert.Empty(Repeated(CatalogueTexts.Plain(MethodCatalogue.BuiltIn).Concat(CatalogueTexts.Clinical(MethodCatalogue.BuiltIn))));

    [Fact]
    public void Repeated_SameSentenceInOtherDress_IsCaught() =>
        Assert.Single(Repeated(
        [
            ("/Occasions[a]/Prepare", "First this. Say it early, say it to both, and say it once!"),
            ("/Pulls[b]/Helps[0]", "say it early; say it to both and say it once"),
        ]));

    [Theory]
    [InlineData("/Occasions[a]/Prepare", "Say it early, say it to both.")]              // too short to be anybody's own
    [InlineData("/Techniques[a]/Aim/Plain", "Say it early, say it to both, and say it once.")]
    public void Repeated_ShortSentenceOrSameAim_IsLetThrough(string path, string text) =>
        Assert.Empty(Repeated([(path, text), (path.Replace("[a]", "[b]", StringComparison.Ordinal), text)]));

    /// <summary>Alternatives are techniques with the same aim, and say it in the same words.</summary>
    private static List<string> Repeated(IEnumerable<(string Path, string Text)> texts) =>
    [
        .. texts.SelectMany(each => Ends().Split(each.Text).Select(sentence => (each.Path, Words: Words().Matches(sentence).Select(word => word.Value.ToLowerInvariant()).ToArray())))
            .Where(each => each.Words.Length >= LongEnoughToTell)
            .GroupBy(each => string.Join(' ', each.Words))
            .Where(same => same.Count() > 1 && !same.All(each => each.Path.StartsWith("/Techniques[", StringComparison.Ordinal) && each.Path.Contains("/Aim/", StringComparison.Ordinal)))
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(each => each.Path))}"),
    ];

    [GeneratedRegex(@"(?<=[.!?])[”’""]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\p{L}\d]+(?:[-’'][\p{L}\d]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
