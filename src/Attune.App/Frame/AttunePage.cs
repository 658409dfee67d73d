using System.Collections.Immutable;
using Attune.App.Forms;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;
using Microsoft.AspNetCore.Components;

namespace Attune.App.Frame;

/// <summary>
/// A page without a script: it is asked for, a form is sent to it, and it either goes elsewhere or shows why not, with what was typed still in place.
/// </summary>
public abstract class AttunePage : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal Desk Desk { get; init; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; init; } = null!;

    /// <summary>The practice's own where it has one: a page that asks for the shipped one would show other words than the brief.</summary>
    [Inject]
    protected MethodCatalogue Catalogue { get; init; } = null!;

    /// <summary>What was sent to this page; empty when it was only asked for.</summary>
    private protected SentForm Sent { get; private set; } = SentForm.Nothing;

    /// <summary>Why what was sent was not done.</summary>
    private protected ImmutableArray<Refusal> Why { get; set; } = [];

    /// <summary>The form of this page that was just saved; null when none was.</summary>
    [SupplyParameterFromQuery(Name = "saved")]
    public string? Saved { get; set; }

    /// <summary>The first event that it wrote; null where it cannot be undone by one press.</summary>
    [SupplyParameterFromQuery(Name = "event")]
    public long? FirstEvent { get; set; }

    /// <summary>How many it wrote.</summary>
    [SupplyParameterFromQuery(Name = "written")]
    public int? WrittenEvents { get; set; }

    /// <summary>Everything is there before the first line is drawn: a page has no state in which it shows half of itself.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Sent = SentForm.From(Http);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Asks for what the page shows.</summary>
    private protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>One of the forms of a page that has several.</summary>
    private protected FormState FormOf(string name) =>
        Sent.IsOf(name) ? new(name, Sent, Why, WasSaved: false)
        : new(name, SentForm.Nothing, [], WasSaved: !Sent.IsThere && Saved == name) { Undo = Saved == name ? JustSaved : null };

    /// <summary>Every page of a couple has it in its address.</summary>
    private SavedEvent? JustSaved =>
        FirstEvent is { } number && Http.GetRouteValue("Couple") is string text && Guid.TryParse(text, out var couple)
            ? new SavedEvent(couple, number, WrittenEvents ?? 1)
            : null;

    /// <summary>Records what a form asks for and comes back to it; a form that could not be read is not sent on.</summary>
    /// <param name="undo">The page offers to undo it: for what a slip is likely in.</param>
    private protected async Task KeepAsync(string form, string page, Guid couple, CoupleCommand command, bool undo = false)
    {
        var why = Sent.Unreadable.IsEmpty ? await Desk.DoAsync(couple, command) : [];
        Finish(why, undo && Desk.Written is { } written ? BackTo(page, form, written) : BackTo(page, form));
    }

    /// <summary>Where a page goes when one of its forms was done: to itself, to the place that says so, and where it can be undone with what was written.</summary>
    private protected static string BackTo(string page, string form, (long First, int Count)? undo = null) =>
        $"{page}?saved={form}{(undo is { } written ? $"&event={written.First}&written={written.Count}" : "")}#{FormState.SaidOf(form)}";

    /// <summary>Goes on when nothing was refused; otherwise stays, with the reasons.</summary>
    private protected void Finish(ImmutableArray<Refusal> why, string onwards)
    {
        Why = [.. Sent.Unreadable, .. why];
        if (Why.IsEmpty)
            Navigation.NavigateTo(onwards);
        else
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
