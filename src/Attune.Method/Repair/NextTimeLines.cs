using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>
/// "Next time this is touched": what this partner's healthy adult would say or do (article-map row 38).
/// </summary>
/// <param name="ToTherapist">As written; null while it is not.</param>
/// <param name="ToPartner">As written; null while it is not.</param>
/// <param name="Proposal">Words of the leading schema to begin from, while nothing is written; null when there are none.</param>
/// <param name="AsksForToPartner">
/// Whether the page asks for the line toward the other partner. Not under a safety flag; what is written already stays as it is.
/// </param>
public sealed record NextTimeLines(string? ToTherapist, string? ToPartner, string? Proposal, bool AsksForToPartner)
{
    /// <param name="words">What the catalogue has for a schema's code; null when nothing is written.</param>
    public static NextTimeLines Of(CoupleCase couple, RuptureRecord rupture, Func<string, RepairWords?> words)
    {
        var formulation = rupture.Formulation;
        var isWritten = formulation.NextTimeToTherapist is not null || formulation.NextTimeToPartner is not null;
        var proposal = isWritten
            ? null
            : LeadingSchemas.Of(couple, rupture).Select(schema => words(schema)?.NextTime).FirstOrDefault(text => text is not null);
        return new NextTimeLines(formulation.NextTimeToTherapist, formulation.NextTimeToPartner, proposal, !couple.HasSafetyFlag);
    }
}
