using System.Collections.Immutable;
using Attune.App.Edge;
using Attune.App.Forms;
using Attune.Method.Cases;

namespace Attune.App.Asking;

/// <summary>
/// A language in which a partner can read what is theirs. It is kept in the address alone (<c>?lang=nl</c>): no cookie, nothing recorded, so that
/// one partner's choice shows to nobody else.
/// </summary>
public sealed record PartnerLanguage
{
    public const string Parameter = "lang";

    /// <summary>What a button of the switch sends with a half-filled form: show it again in another language, record nothing.</summary>
    public const string Switch = "ShowIn";

    public static readonly PartnerLanguage English = new("en", "English", PageLanguage.English);

    /// <summary>In the order in which they are offered.</summary>
    public static readonly ImmutableArray<PartnerLanguage> All = [English, new("nl", "Nederlands", PageLanguage.Dutch), new("de", "Deutsch", PageLanguage.German), new("es", "Español", PageLanguage.Spanish)];

    /// <summary>For the therapist to choose from.</summary>
    public static readonly ImmutableArray<PickGroup> ToPick = PickGroup.Plain([.. All.Select(language => (language.Code, language.OwnName))]);

    private PartnerLanguage(string code, string ownName, PageLanguage kept) => (Code, OwnName, Kept) = (code, ownName, kept);

    public string Code { get; }

    /// <summary>What the language calls itself.</summary>
    public string OwnName { get; }

    /// <summary>As the couple's record keeps the therapist's choice.</summary>
    public PageLanguage Kept { get; }

    /// <summary>In which a partner's pages begin: as the therapist chose for this one, else for the practice.</summary>
    /// <param name="kept">Null while nothing was chosen for them.</param>
    /// <param name="practice">Code from the settings.</param>
    public static PartnerLanguage First(PageLanguage? kept, string practice) => All.FirstOrDefault(language => language.Kept == kept) ?? Find(practice) ?? English;

    /// <summary>The language of a code; null when we have no words in it.</summary>
    public static PartnerLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>
    /// What the address says. A one-time link, and a page that nobody was given, ask the browser too: a device that is handed over has the therapist's
    /// browser. Pages that are no partner's are English.
    /// </summary>
    public static PartnerLanguage Of(HttpContext http)
    {
        if (!IsPartners(http.Request.Path))
            return English;
        return Find(http.Request.Query[Parameter]) ?? (IsOwnBrowser(http.Request.Path) ? OfBrowser(http.Request) : null) ?? English;
    }

    /// <summary>The address with this language in it.</summary>
    public string In(string address) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Code}";

    public bool Equals(PartnerLanguage? other) => other?.Code == Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    private static bool IsPartners(PathString path) =>
        IsOwnBrowser(path)
        || path.StartsWithSegments(HandedPage.CheckIn, StringComparison.Ordinal)
        || path.StartsWithSegments(HandedPage.SelfReport, StringComparison.Ordinal)
        || path.StartsWithSegments(HandedPage.Back, StringComparison.Ordinal)
        || (path.StartsWithSegments("/couples", StringComparison.Ordinal) && path.Value!.EndsWith("/card", StringComparison.Ordinal));

    private static bool IsOwnBrowser(PathString path) =>
        path.StartsWithSegments("/c", StringComparison.Ordinal) || path.StartsWithSegments("/not-known", StringComparison.Ordinal);

    // The most wanted first; "de-AT" is answered in German.
    private static PartnerLanguage? OfBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wanted => wanted.Quality is not 0)
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => Find(wanted.Value.ToString().Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(language => language is not null);
}
