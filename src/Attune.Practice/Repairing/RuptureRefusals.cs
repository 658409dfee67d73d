using Attune.Method.Cases;
using Attune.Practice.Refusals;

namespace Attune.Practice.Repairing;

internal static class RuptureRefusals
{
    public static readonly Refusal NoSuchRupture = new("RUP001", "There is no rupture under this address. Open the couple's course and choose one.");

    public static readonly Refusal NotedAlready = new("RUP002", "This rupture was noted already; it is on the course.");

    public static readonly Refusal PrimaryNotNamed = new("RUP003", "The primary area is not one of the areas that are ticked.", "PrimaryArea");

    public static readonly Refusal SchemaNotNamed = new("RUP004", "The primary schema is not one of the schemas that are ticked.", "PrimarySchema");

    public static readonly Refusal NoSuchStep = new("RUP005", "There is no step with this number in this repair.", "Step");

    public static readonly Refusal NothingClaimed = new("RUP006", "Nothing is claimed or told about this repair, so there is nothing to take back.");

    public static readonly Refusal NoStory = new("RUP007", "There is no story of this rupture yet: write it first, then show it.");

    public static readonly Refusal NotTheirs = new("RUP008", "This rupture is not this partner's, so its story is not theirs to put right.", "Partner");

    public static readonly Refusal NothingOwed = new("RUP009", "Nothing is owed to this partner from that session, or it was kept already.");

    public static readonly Refusal NothingSaid = new("RUP012", "Say how it was taken, by one of them at least.", "Taken");

    public static readonly Refusal NoSuchContribution = new("RUP013", "Their part in it has an answer that this form does not offer.", "Contributions");

    public static readonly Refusal NoSuchExpectation = new(
        "RUP016", "The one whose rupture it is has no such expectation. Choose one from the list, or leave it open.", "Expectation");

    /// <summary>A rupture of both has none: each numbers their own expectations.</summary>
    public static Check Check(RuptureFormulation formulation, CoupleCase couple, RuptureOwner owner) => new Check()
        .That(formulation.Expectation is not { } number || (owner.Alone() is { } one && couple[one].Expectations.Any(known => known.Number == number)), NoSuchExpectation)
        .That(formulation.PrimaryArea is not { } area || formulation.Areas.Contains(area), PrimaryNotNamed)
        .That(formulation.PrimarySchema is not { } schema || formulation.EarlySchemas.Contains(schema, StringComparer.Ordinal), SchemaNotNamed)
        .NotLonger(formulation.Need, 1_000, "Need", "The need")
        .NotLonger(formulation.NextTimeToTherapist, 1_000, "NextTimeToTherapist", "The line for the next time")
        .NotLonger(formulation.NextTimeToPartner, 1_000, "NextTimeToPartner", "The line for the next time");
}
