using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Repairing;

internal static class FormulationReading
{
    /// <summary>What was sent, over what is known: a part that the form does not ask for stays as it was.</summary>
    public static RuptureFormulation Of(SentForm sent, RuptureFormulation? known = null) => (known ?? new()) with
    {
        Areas = [.. sent.Many("Areas").Where(area => Enum.IsDefined(typeof(RuptureArea), area)).Select(Enum.Parse<RuptureArea>)],
        PrimaryArea = sent.Choice<RuptureArea>("PrimaryArea", "Where it mostly broke"),
        EarlySchemas = sent.Many("Schemas"),
        PrimarySchema = sent.Text("PrimarySchema"),
        CopingMode = sent.Text("CopingMode"),
        ParentMode = sent.Text("ParentMode"),
        ChildMode = sent.Text("ChildMode"),
        Need = sent.Text("Need"),
        Occasion = sent.Text("Occasion"),
        Expectation = sent.Has("Expectation") ? sent.Whole("Expectation", "The expectation") : known?.Expectation,
        NextTimeToTherapist = sent.Has("NextTimeToTherapist") ? sent.Text("NextTimeToTherapist") : known?.NextTimeToTherapist,
        NextTimeToPartner = sent.Has("NextTimeToPartner") ? sent.Text("NextTimeToPartner") : known?.NextTimeToPartner,
    };
}
