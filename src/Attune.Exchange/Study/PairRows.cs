using System.Collections.Immutable;
using Attune.Method.Agreement;
using Attune.Method.Detection;

namespace Attune.Exchange.Study;

/// <summary>
/// How far every two criteria find the same, over all courses: <c>first</c>, <c>second</c>, <c>matched</c> (flags at most one answered session apart, one to
/// one), <c>first_flags</c>, <c>second_flags</c>, <c>positive_agreement</c> (0 to 1; missing when neither flags), <c>kappa</c> session by session, <c>sessions</c> that both
/// could judge, <c>left_out</c> that one could not, <c>reason</c> why kappa does not exist.
/// </summary>
public static class PairRows
{
    public static ImmutableArray<StudyColumn> Columns(DetectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StudyColumn[] whose = request.NamesColumn ? [new("column", StudyKind.Text)] : [];
        return
        [
            .. whose, new("first", StudyKind.Text), new("second", StudyKind.Text), new("matched", StudyKind.Whole), new("first_flags", StudyKind.Whole), new("second_flags", StudyKind.Whole),
            new("positive_agreement", StudyKind.Number), new("kappa", StudyKind.Number), new("sessions", StudyKind.Whole), new("left_out", StudyKind.Whole), new("reason", StudyKind.Text),
        ];
    }

    /// <param name="agreement">Of all courses, column by column.</param>
    public static StudyRows Of(DetectRequest request, ImmutableArray<CriteriaTally> agreement)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rows = new StudyRows(Columns(request));
        for (var column = 0; column < agreement.Length; column++)
        {
            foreach (var pair in agreement[column].Pairs())
            {
                if (request.NamesColumn)
                    rows.Add(request.Columns[column]);
                rows.Add(StudyNames.Of(pair.First)).Add(StudyNames.Of(pair.Second)).Add(pair.Matched).Add(pair.FirstFlags).Add(pair.SecondFlags).Add(pair.PositiveAgreement)
                    .Add(pair.Kappa is AgreementFinding.Measured measured ? measured.Value : double.NaN).Add(pair.Kappa.Targets).Add(pair.Kappa.LeftOut)
                    .Add(pair.Kappa is AgreementFinding.CannotTell cannot ? StudyNames.Of(cannot.Reason) : null);
            }
        }

        return rows;
    }
}
