using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.Practice.Couples;

/// <summary>
/// A couple's line for the caseload of its therapist. For <see cref="ITherapistGrain.SeeCaseload"/> alone, which notes the look at the whole caseload once:
/// no page can ask for it past the audit trail.
/// </summary>
[Alias("attune.couple-line.v1")]
internal interface ICoupleLine : IGrainWithGuidKey
{
    /// <summary>Refused by a <see cref="Refusals.RefusedException"/> for everybody but the couple's therapist.</summary>
    [Alias("see-line")]
    Task<CaseloadLine> SeeLine(Viewer viewer);
}
