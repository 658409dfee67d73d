using System.Globalization;
using System.Text;
using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Method.Measures;
using Attune.Practice.Measuring;

namespace Attune.App.Measuring;

/// <summary>Between a measure's definition and the fields of a form.</summary>
internal static class MeasureForm
{
    /// <summary>Small letters and digits of the name, with hyphens between; empty when it has none.</summary>
    public static string CodeOf(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                code.Append(letter);
            else if (code.Length > 0 && code[^1] != '-')
                code.Append('-');
        }

        return code.ToString().TrimEnd('-');
    }

    /// <summary>The fields of one measure for one partner, in order: a whole score has one.</summary>
    public static IEnumerable<(string Name, string Label)> Fields(MeasureDefinition measure, string form) =>
        Enumerable.Range(1, measure.Fields).Select(item => (
            string.Create(CultureInfo.InvariantCulture, $"{form}.{measure.Code}.{item}"),
            measure.Scoring == MeasureScoring.WholeScore ? measure.Name : string.Create(CultureInfo.InvariantCulture, $"{measure.Name}, item {item}")));

    /// <summary>What was typed for one measure; empty when nothing was.</summary>
    public static MeasureEntry Read(SentForm sent, MeasureDefinition measure, string form) =>
        new(measure, [.. Fields(measure, form).Select(field => sent.Number(field.Name, field.Label)).OfType<double>()]);

    /// <summary>What a field shows of what is recorded.</summary>
    public static double? Stored(MeasureScored? scored, int field) => scored switch
    {
        null => null,
        { Items.IsEmpty: true } => field == 0 ? scored.Score : null,
        { Items: var items } => field < items.Length ? items[field] : null,
    };
}
