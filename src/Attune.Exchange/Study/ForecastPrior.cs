using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Attune.Method.Alliance;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Exchange.Study;

/// <summary>
/// What is believed before the table: nothing, the catalogue, or a file with a line for each term (term, mean, sd), for <c>intercept</c> (flat where it is not
/// named) and for <c>partner-sd</c> (0 where it is not named). An SD of <c>flat</c> believes nothing.
/// </summary>
public static class ForecastPrior
{
    public const string Flat = "flat";

    public const string Catalogue = "catalogue";

    private const string InterceptName = "intercept";
    private const string PartnerSdName = "partner-sd";

    /// <param name="given"><see cref="Flat"/>, <see cref="Catalogue"/> or the path of a file; null: the catalogue's where terms are the catalogue's, else flat.</param>
    public static LearningPrior Of(ForecastColumns columns, string? given, TensionReporter reporter, MethodCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var ofCatalogue = LearningPrior.Of(catalogue, reporter);
        var flat = LearningPrior.Flat(columns.Terms, columns.Areas) with { Offsets = columns.Areas == 1 ? [0] : ofCatalogue.Offsets };
        return (given ?? (columns.IsCatalogue ? Catalogue : Flat)) switch
        {
            Flat => flat,
            Catalogue => columns.IsCatalogue ? ofCatalogue : throw Refused("The catalogue has a prior for its own terms alone: give --prior FILE, or --prior flat."),
            var path => OfFile(new FileInfo(path), flat),
        };
    }

    private static LearningPrior OfFile(FileInfo file, LearningPrior flat)
    {
        var lines = file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? Json(file) : Csv(file);
        var byTerm = new Dictionary<string, Line>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (!byTerm.TryAdd(line.Term, line))
                throw Refused($"{file.Name} names '{line.Term}' twice: name it once.");
        }

        var known = flat.Terms.Select(term => term.Term).Append(InterceptName).Append(PartnerSdName).ToArray();
        if (byTerm.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw Refused($"{file.Name} has a line for '{unknown}', which is no term here. Terms are: {string.Join(", ", flat.Terms.Select(term => term.Term))}.");
        if (flat.Terms.FirstOrDefault(term => !byTerm.ContainsKey(term.Term)) is { } without)
            throw Refused($"{file.Name} says nothing of '{without.Term}': give it a line, with the SD 'flat' if nothing is believed.");
        using var content = file.OpenRead();
        return flat with
        {
            Terms = [.. flat.Terms.Select(term => byTerm[term.Term].Belief(file, term.Term))],
            Intercept = byTerm.TryGetValue(InterceptName, out var intercept) ? intercept.Belief(file, InterceptName) : flat.Intercept,
            PartnerSd = byTerm.TryGetValue(PartnerSdName, out var partners) ? partners.Sd is >= 0 and var sd && double.IsFinite(sd) ? sd : throw Refused($"{file.Name}: '{PartnerSdName}' is an SD of 0 or more, in the column sd.") : 0,
            Version = $"{file.Name} {Convert.ToHexStringLower(SHA256.HashData(content))[..12]}",
        };
    }

    private static IEnumerable<Line> Csv(FileInfo file)
    {
        var table = TextTable.Read(file, "term", "mean", "sd");
        var (term, mean, sd) = (table.Column("term")!.Value, table.Column("mean")!.Value, table.Column("sd")!.Value);
        for (var row = 0; row < table.Count; row++)
        {
            var isFlat = IsFlat(table.Cell(row, sd));
            yield return new Line(table.Cell(row, term), table.Number(row, mean), isFlat ? double.PositiveInfinity : table.Number(row, sd));
        }
    }

    private static List<Line> Json(FileInfo file)
    {
        try
        {
            using var content = file.OpenRead();
            using var json = JsonDocument.Parse(content);
            return [.. json.RootElement.EnumerateArray().Select(one => new Line(
                one.GetProperty("term").GetString() ?? "",
                one.TryGetProperty("mean", out var mean) && mean.ValueKind == JsonValueKind.Number ? mean.GetDouble() : double.NaN,
                one.GetProperty("sd") is var sd && sd.ValueKind == JsonValueKind.String && IsFlat(sd.GetString()!) ? double.PositiveInfinity : sd.GetDouble()))];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Refused($"{file.Name} is not a list of objects with term, mean and sd: {broken.Message}");
        }
    }

    private static bool IsFlat(string sd) => sd.Equals(Flat, StringComparison.OrdinalIgnoreCase) || sd.Equals("inf", StringComparison.OrdinalIgnoreCase);

    private static StudyRefusedException Refused(string why) => new(new(ForecastCodes.UnusablePrior, why));

    private readonly record struct Line(string Term, double Mean, double Sd)
    {
        public TermPrior Belief(FileInfo file, string term)
        {
            if (double.IsPositiveInfinity(Sd))
                return new TermPrior(term, 0, Sd);
            return double.IsFinite(Mean) && Sd > 0 ? new TermPrior(term, Mean, Sd) : throw Refused(string.Create(
                CultureInfo.InvariantCulture, $"{file.Name}: '{term}' has the mean {Mean} and the SD {Sd}; a mean is a number and an SD is above 0, or 'flat'."));
        }
    }
}
