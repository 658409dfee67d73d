using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;

namespace Attune.Exchange.Study;

/// <summary>
/// Simulated sessions as a table that the other verbs read: <c>course</c> (couple and partner, as <c>12A</c>), then <see cref="SimulatedColumns"/>. A course's rows
/// stand together: A's sessions, then B's.
/// </summary>
public sealed class SimulateTable
{
    private readonly ImmutableArray<SimulatedColumn> _simulated;

    public SimulateTable(MethodCatalogue catalogue, bool withTruth)
    {
        _simulated = [.. SimulatedColumns.Of(catalogue).Where(column => withTruth || !column.IsTruth)];
        Columns = [new("course", StudyKind.Text), .. _simulated.Select(column => new StudyColumn(column.Name, column.Kind switch
        {
            SimulatedColumnKind.Text => StudyKind.Text,
            SimulatedColumnKind.WholeNumber => StudyKind.Whole,
            _ => StudyKind.Number,
        }))];
    }

    public ImmutableArray<StudyColumn> Columns { get; }

    public StudyRows Of(IEnumerable<SimulatedCouple> couples)
    {
        ArgumentNullException.ThrowIfNull(couples);
        var rows = new StudyRows(Columns);
        foreach (var couple in couples)
        {
            foreach (var row in couple.Of(Partner.A).Concat(couple.Of(Partner.B)))
            {
                rows.Add(FormattableString.Invariant($"{row.Couple}{row.Partner}"));
                foreach (var column in _simulated)
                    _ = column.Kind == SimulatedColumnKind.Text ? rows.Add(column.Word(row)) : rows.Add(column.Value(row));
            }
        }

        return rows;
    }
}
