using System.Collections.Immutable;

namespace Attune.Exchange.Study;

/// <summary>True weights of the simulator: columns <c>term</c> (its code in the method's tables) and <c>weight</c> (log-odds per unit), a row each.</summary>
public static class WeightRows
{
    /// <summary>Throws <see cref="StudyRefusedException"/>, also where a term stands there twice or has no weight. Whether there is such a term is not looked at here.</summary>
    public static ImmutableSortedDictionary<string, double> Read(FileInfo file)
    {
        var table = TextTable.Read(file, "term", "weight");
        var (term, weight) = (table.Column("term")!.Value, table.Column("weight")!.Value);
        var weights = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var row = 0; row < table.Count; row++)
        {
            var (code, number) = (table.Cell(row, term), table.Number(row, weight));
            if (code.Length == 0 || double.IsNaN(number))
                throw new StudyRefusedException(new(StudyCodes.NotComputable, $"Line {table.Line(row)} names no term, or gives it no weight.", table.Line(row)));
            if (!weights.TryAdd(code, number))
                throw new StudyRefusedException(new(StudyCodes.RepeatedSession, $"The term '{code}' has a second weight in line {table.Line(row)}.", table.Line(row)));
        }

        return weights.ToImmutable();
    }
}
