using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>What is wrong with the terms themselves, by their names: for saying which, where a fit only says that.</summary>
public static class LearningDesign
{
    /// <summary>Share of a column's squared length that counts as nothing: rounding leaves some 1e-16 of it.</summary>
    private const double Rounding = 1e-12;

    /// <summary>
    /// Terms that are sums of those before them over the answered rows, in order; each with the terms it is made of. None of them: the term is the same in
    /// every row. The intercept counts as a term before all others. Modified Gram-Schmidt, twice; lengths are relative, so a unit does not matter.
    /// </summary>
    public static ImmutableArray<DependentTerm> Dependent(LearningRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (size, length) = (rows.Terms.Length + 1, rows.Count * rows.Areas);
        var basis = new List<(int Column, double[] Values, double[] Made)>();
        var dependent = ImmutableArray.CreateBuilder<DependentTerm>();
        for (var column = 0; column < size && length > 0; column++)
        {
            var values = ColumnOf(rows, column);
            var whole = Squared(values);
            // How much of each column is in what is left of this one.
            var made = new double[size];
            made[column] = 1;
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var (_, one, itsMade) in basis)
                    Take(values, one, made, itsMade);
            }

            var left = Squared(values);
            if (left > Rounding * whole)
            {
                var scale = 1 / Math.Sqrt(left);
                basis.Add((column, Array.ConvertAll(values, value => value * scale), Array.ConvertAll(made, part => part * scale)));
                continue;
            }

            // A part is told by what it adds to the column.
            dependent.Add(new DependentTerm(rows.Terms[column - 1], IsConstant(rows, column),
                [.. Enumerable.Range(1, column - 1).Where(other => Math.Abs(made[other]) * Math.Sqrt(Squared(ColumnOf(rows, other))) > 1e-6 * Math.Sqrt(whole)).Select(other => rows.Terms[other - 1])]));
        }

        return dependent.ToImmutable();
    }

    /// <summary>Terms each of which alone tells sessions with a report from those without: all of one kind lie at or beyond all of the other.</summary>
    public static ImmutableArray<string> Separating(LearningRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. Enumerable.Range(1, rows.Terms.Length).Where(column => IsSeparating(rows, column)).Select(column => rows.Terms[column - 1])];
    }

    private static bool IsSeparating(LearningRows rows, int column)
    {
        var (least, most) = (new[] { double.PositiveInfinity, double.PositiveInfinity }, new[] { double.NegativeInfinity, double.NegativeInfinity });
        for (var row = 0; row < rows.Count; row++)
        {
            var kind = rows.Outcomes[row] == LearningRows.None ? 0 : 1;
            for (var area = 0; area < rows.Areas; area++)
            {
                var value = rows.ValuesOf(row)[area * rows.Width + column];
                (least[kind], most[kind]) = (Math.Min(least[kind], value), Math.Max(most[kind], value));
            }
        }

        return (most[0] <= least[1] || most[1] <= least[0]) && Math.Min(least[0], least[1]) < Math.Max(most[0], most[1]);
    }

    private static bool IsConstant(LearningRows rows, int column)
    {
        var values = ColumnOf(rows, column);
        return Array.TrueForAll(values, value => value.Equals(values[0]));
    }

    private static double[] ColumnOf(LearningRows rows, int column)
    {
        var values = new double[rows.Count * rows.Areas];
        for (var i = 0; i < values.Length; i++)
            values[i] = rows.Values[i * rows.Width + column];
        return values;
    }

    private static void Take(double[] from, double[] one, double[] made, double[] itsMade)
    {
        var share = Dot(from, one);
        for (var i = 0; i < from.Length; i++)
            from[i] -= share * one[i];
        for (var k = 0; k < made.Length; k++)
            made[k] -= share * itsMade[k];
    }

    private static double Squared(double[] values) => Dot(values, values);

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}

/// <summary>A term that says nothing of its own.</summary>
/// <param name="IsConstant">The same in every row and area: it cannot be told from the intercept.</param>
/// <param name="MadeOf">Earlier terms that it is the sum of, each times a number; empty for a constant.</param>
public sealed record DependentTerm(string Term, bool IsConstant, ImmutableArray<string> MadeOf);
