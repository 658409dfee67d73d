using System.Globalization;
using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Assessing;

namespace Attune.App.Assessing;

/// <summary>What the therapist sent about one partner, as the command that records it.</summary>
internal static class AssessmentReading
{
    public const int Injuries = 3, PastRuptures = 4;

    public static AssessPartner Command(SentForm sent, Partner partner, MethodCatalogue catalogue) => new()
    {
        Partner = partner,
        BasedOn = sent.Whole("BasedOn", "The case number"),
        EarlySchemas = sent.Numbers("Schema", code => catalogue.TryGetSchema(code, out var schema) ? schema.Name : code),
        SchemaModes = sent.Numbers("Mode", code => catalogue.TryGetMode(code, out var mode) ? mode.Name : code),
        Comfort = sent.Wholes("Comfort", code => $"Comfort with “{(catalogue.TryGetTechnique(code, out var technique) ? technique.PlainName : code)}”"),
        SharedView = sent.Whole("SharedView", "The shared view"),
        Motivation = sent.Whole("Motivation", "Motivation"),
        Hope = sent.Whole("Hope", "Hope"),
        ReasonToCome = sent.Text("ReasonToCome"),
        ExpectsOfTherapy = sent.Text("ExpectsOfTherapy"),
        Leaning = sent.Choice<Leaning>("Leaning", "How decided they are"),
        Injuries = [.. Rows(sent, "Injury").Select(row => sent.Text($"Injury.{row}")!)],
        AsksForVerdict = sent.YesOrNo("AsksForVerdict"),
        Blames = sent.Choice<BlameKind>("Blames", "What the blame is about"),
        PastRuptures = [.. Rows(sent, "With", "Ended", "Mended").Select(row => PastRupture(sent, row))],
        Trauma = sent.Text("Trauma"),
        SlowBond = sent.Text("SlowBond") is not null,
        DiffersFromTherapist = sent.Text("DiffersFromTherapist"),
        NotKnownYet = sent.Texts("NotKnownYet"),
        WouldRatherNot = sent.ManyOf<AssessmentTopic>("WouldRatherNot", "What they would rather not say"),
    };

    // The rows in which anything was said, in their order; however many the form had.
    private static IEnumerable<int> Rows(SentForm sent, params IEnumerable<string> fields) => fields
        .SelectMany(field => sent.Texts(field).Keys)
        .Select(row => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
        .Where(row => row >= 0)
        .Distinct()
        .Order();

    private static PastRupture PastRupture(SentForm sent, int row) => new(
        sent.Choice<PastRelation>($"With.{row}", "With whom a past rupture was") ?? PastRelation.SomebodyElse, sent.Text($"Ended.{row}"), sent.Text($"Mended.{row}"));
}
