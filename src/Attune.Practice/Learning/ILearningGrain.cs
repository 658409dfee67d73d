using Attune.Method.Cases;
using Attune.Practice.Viewing;

namespace Attune.Practice.Learning;

/// <summary>
/// What the sessions of a therapist's own couples have taught the forecast. Nothing of it is stored: it is worked out from the couples' records, kept until
/// one of them changes, and let go with the record. The key is the therapist's id. Refused by a <see cref="Refusals.RefusedException"/> for everybody else.
/// </summary>
[Alias("attune.learning.v1")]
public interface ILearningGrain : IGrainWithGuidKey
{
    /// <summary>How far the forecast can be believed, over all couples: one entry in the therapist's own trail.</summary>
    [Alias("calibration")]
    Task<CalibrationView> SeeCalibration(Viewer viewer);

    /// <summary>What was learnt about the session of one couple that comes next; an entry in that couple's trail.</summary>
    [Alias("chances")]
    Task<LearnedChances> SeeChances(Viewer viewer, CoupleId couple);
}
