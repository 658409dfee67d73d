using System.Collections;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>
/// Every text of a catalogue, found by walking the types and not by the loader's own bookkeeping: a new text property is held to the rules
/// unless it is named here as a code or a colleague's word. What is computed from other properties is left out, or it would be met twice.
/// </summary>
internal static class CatalogueTexts
{
    private static readonly HashSet<string> Codes =
    [
        "Code", "Schema", "Channel", "FormOf", "ChildModes", "ParentModes", "Alternatives", "PartnerModes", "OwnSchemas", "OwnChain", "RuleOutFirst", "Letter",
    ];

    private static readonly HashSet<string> ForColleagues = ["Name", "Clinical", "Source", "Domain", "Synonyms"];

    /// <summary>What a person may read about themselves.</summary>
    public static IEnumerable<(string Path, string Text)> Plain(MethodCatalogue catalogue) => Of(catalogue, "", name => !ForColleagues.Contains(name));

    /// <summary>What a colleague reads besides.</summary>
    public static IEnumerable<(string Path, string Text)> Clinical(MethodCatalogue catalogue) =>
        Of(catalogue, "", _ => true).Where(each => each.Path.EndsWith("/Clinical", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Of(object value, string path, Func<string, bool> wanted)
    {
        foreach (var property in value.GetType().GetProperties().Where(each => each is { CanWrite: true, GetMethod.IsStatic: false }))
        {
            // "Schemas" and "Modes" are shelves in the catalogue itself, and codes in an entry.
            bool isCode = Codes.Contains(property.Name) || (property.Name is "Schemas" or "Modes" && value is not MethodCatalogue);
            if (isCode || !wanted(property.Name) || property.Name is nameof(MethodCatalogue.ForbiddenWords) or nameof(MethodCatalogue.Replacements))
                continue;

            foreach (var found in Within(property.GetValue(value), $"{path}/{property.Name}", wanted))
                yield return found;
        }
    }

    private static IEnumerable<(string Path, string Text)> Within(object? value, string path, Func<string, bool> wanted) => value switch
    {
        null => [],
        string text => [(path, text)],
        IEnumerable many => many.Cast<object>().SelectMany((each, index) =>
            Within(each, $"{path}[{(each is ICatalogueEntry entry ? entry.Code : index)}]", wanted)),
        _ when value.GetType().Namespace == typeof(MethodCatalogue).Namespace && !value.GetType().IsEnum => Of(value, path, wanted),
        _ => [],
    };
}
