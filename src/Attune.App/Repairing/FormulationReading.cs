using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Repairing;

internal static class FormulationReading
{
    public static RuptureFormulation Of(SentForm sent) => new()
    {
        Areas = [.. sent.Many("Areas").Where(area => Enum.IsDefined(typeof(RuptureArea), area)).Select(Enum.Parse<RuptureArea>)],
        PrimaryArea = sent.Choice<RuptureArea>("PrimaryArea", "Where it mostly broke"),
        EarlySchemas = sent.Many("Schemas"),
        PrimarySchema = sent.Text("PrimarySchema"),
        CopingMode = sent.Text("CopingMode"),
        ParentMode = sent.Text("ParentMode"),
        ChildMode = sent.Text("ChildMode"),
        Need = sent.Text("Need"),
    };
}
