using System.Collections.Immutable;
using System.Globalization;
using Attune.App.Forms;
using Attune.App.Frame;
using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Practice.Couples;
using Attune.Practice.Repairing;
using Microsoft.AspNetCore.Components;

namespace Attune.App.Repairing;

public sealed partial class RupturePage
{
    [Parameter] public Guid Couple { get; set; }

    [Parameter] public Guid Id { get; set; }

    private CoupleView View { get; set; } = null!;

    private RuptureView? Rupture => View.Rupture(Id);

    private bool IsConfirmed => Rupture!.Reading.State is RepairState.Confirmed or RepairState.StrongerThanBefore;

    private ImmutableArray<ExpectationView> Expected => Rupture!.Owner.Alone() is { } owner ? View.Partner(owner).Expectations : [];

    /// <summary>Around what it happened: an occasion, and what was expected and did not come.</summary>
    private string? Around => RuptureWords.Around(
        Catalogue.Occasions.FirstOrDefault(one => one.Code == Rupture!.Formulation.Occasion)?.PlainName,
        Expected.FirstOrDefault(one => one.Number == Rupture!.Formulation.Expectation)?.Words);

    /// <summary>The first step of which it is not known how it was taken.</summary>
    private string? FirstNotAsked => Rupture!.Steps.FirstOrDefault(step => step.Taken is null)?.Number.ToString(CultureInfo.InvariantCulture);

    private string Here => $"/couples/{Couple:N}/ruptures/{Id:N}";

    private protected override async Task LoadAsync()
    {
        View = await Desk.SeeAsync(Couple, "rupture");
        if (Rupture is null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private Task StepAsync() => KeepAsync("step", Here, Couple, Step(), undo: true);

    private TakeRepairStep Step() => new()
    {
        Rupture = Rupture!.Id,
        Session = Sent.Whole("StepSession", "The session") ?? View.LastHeld,
        Kind = Sent.Choice<RepairStepKind>("Kind", "The step") ?? default,
        Taken = Sent.Choice<Reception>("Taken", "How it was taken"),
        Witness = Sent.Choice<WitnessReaction>("Witness", "The one who watched"),
        Note = Sent.Text("StepNote"),
        LinkFoundBy = Sent.Choice<LinkFinder>("LinkFoundBy", "Who found the link"),
        LinkSpecific = Sent.Whole("LinkSpecific", "How specific the link was"),
        WhoseNeed = Sent.Choice<DisclosureNeed>("WhoseNeed", "Whose need it was"),
        SaidTo = Sent.Choice<RuptureOwner>("SaidTo", "To whom it was said"),
        Contributions = [.. Sent.Many("Contributions").Select(ContributionOf)],
    };

    private Task TakenAsync() => DoAsync(new SayHowStepWasTaken
    {
        Rupture = Rupture!.Id,
        Step = Sent.Whole("AskedStep", "The step") ?? 0,
        Taken = Sent.Choice<Reception>("AskedTaken", "How it was taken"),
        Witness = Sent.Choice<WitnessReaction>("AskedWitness", "The one who watched"),
    });

    private Task WriteStoryAsync() => DoAsync(new WriteRuptureStory
    {
        Rupture = Rupture!.Id,
        BasedOn = Sent.Whole("BasedOn", "The case number"),
        Story = new RuptureStory(Sent.Text("Story.Happened") ?? "", Sent.Text("Story.Touched") ?? "", Sent.Text("Story.Needed") ?? ""),
    });

    private Task SayAsync(Func<int, CoupleCommand> say) => DoAsync(say(View.LastHeld));

    private Task FormulateAsync() => DoAsync(new ReformulateRupture
    {
        Rupture = Rupture!.Id,
        BasedOn = Sent.Whole("BasedOn", "The case number"),
        Formulation = FormulationReading.Of(Sent, Rupture.Formulation),
    });

    private Task PlaceAsync() => DoAsync(new PlaceRupture
    {
        Rupture = Rupture!.Id,
        BasedOn = Sent.Whole("PlaceBasedOn", "The case number"),
        Session = Sent.Whole("PlaceSession", "The session") ?? Rupture.Session,
        Owner = Sent.Choice<RuptureOwner>("PlaceOwner", "Whose it is") ?? Rupture.Owner,
        Source = Sent.Choice<RuptureSource>("PlaceSource", "How you know") ?? Rupture.Source,
    });

    private bool IsOfThis(CaseEvent happened) => Rupture is { } rupture && rupture.Id == (happened switch
    {
        RuptureNoted e => e.Rupture,
        RuptureReformulated e => e.Rupture,
        RuptureSetAside e => e.Rupture,
        RepairStepTaken e => e.Rupture,
        WitnessSeen e => e.Rupture,
        RepairClaimed e => e.Rupture,
        RepairToldInTheRoom e => e.Rupture,
        RepairClaimWithdrawn e => e.Rupture,
        RuptureStoryWritten e => e.Rupture,
        RuptureStoryAnswered e => e.Rupture,
        RepairReused e => e.Rupture,
        _ => null,
    });

    private Task AsideAsync() => DoAsync(new SetRuptureAside { Rupture = Rupture!.Id, Why = Sent.Text("Aside") });

    private async Task DoAsync(CoupleCommand command) => Finish(Sent.Unreadable.IsEmpty ? await Desk.DoAsync(Couple, command) : [], DoneWords.In(Here, "noted"));

    // What the form does not offer is refused by the command, in words.
    private static RepairContribution ContributionOf(string sent) =>
        Enum.TryParse<RepairContribution>(sent, out var one) && Enum.IsDefined(one) ? one : default;
}
