using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Attune.App.Asking;

/// <summary>
/// The words of one page in every <see cref="PartnerLanguage"/>. Each language is a file of its own inside the program and none falls back on another:
/// half a page in English would tell nobody that something is missing.
/// </summary>
internal sealed class PartnerWords(string baseName)
{
    private readonly FrozenDictionary<PartnerLanguage, ResourceManager> _words = PartnerLanguage.All.ToFrozenDictionary(
        language => language,
        language => new ResourceManager(language == PartnerLanguage.English ? baseName : $"{baseName}.{language.Code}", typeof(PartnerWords).Assembly));

    /// <summary>A key without words is a bug, never an empty label.</summary>
    public string Of(PartnerLanguage language, string key) => Find(language, key)
        ?? throw new KeyNotFoundException($"There are no words for \"{key}\" in {language.Code}.");

    /// <summary>The same; null where there are none.</summary>
    public string? Find(PartnerLanguage language, string key) => _words[language].GetString(key, CultureInfo.InvariantCulture);

    /// <summary>A sentence with places to fill in.</summary>
    public string Of(PartnerLanguage language, string key, params ReadOnlySpan<object?> filled) =>
        string.Format(CultureInfo.InvariantCulture, Of(language, key), filled);

    /// <summary>Everything that there is in a language.</summary>
    internal ResourceSet All(PartnerLanguage language) => _words[language].GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
}
