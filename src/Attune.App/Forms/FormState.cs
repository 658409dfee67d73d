using System.Collections.Immutable;
using Attune.Practice.Refusals;

namespace Attune.App.Forms;

/// <summary>One form of a page that has several.</summary>
/// <param name="Name">Unique on its page; also the place of the form on it.</param>
/// <param name="Sent">What was sent with this form; nothing when it was another's.</param>
/// <param name="Why">Why what was sent was not done.</param>
/// <param name="WasSaved">It was sent, done, and the page asked for again.</param>
public sealed record FormState(string Name, SentForm Sent, ImmutableArray<Refusal> Why, bool WasSaved)
{
    /// <summary>What was just saved, so that it can be undone by one press; null where nothing was, or where it takes more than one press.</summary>
    public SavedEvent? Undo { get; init; }
    /// <summary>The place on the page where it says that it was saved, or why not: the browser comes back to it, and a screen reader with it.</summary>
    public string Said => SaidOf(Name);

    public static string SaidOf(string form) => $"{form}-said";

    /// <summary>The name of a field of this form, unlike that of any other form.</summary>
    public string Of(string field) => $"{Name}.{field}";

    /// <summary>The form came back, or was just saved: what it is folded into stays open.</summary>
    public bool IsLookedAt => Sent.IsThere || WasSaved;
}

/// <summary>What a form has written: the first event, and how many.</summary>
public sealed record SavedEvent(Guid Couple, long Event, int Written);
