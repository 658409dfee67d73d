using Attune.Method.Learning;
using Attune.Practice.Viewing;

namespace Attune.Practice.Learning;

/// <summary>
/// A couple's part in what is learnt. For <see cref="ILearningGrain"/> alone, which notes each look: no page can ask for it past the audit trail. Refused for
/// everybody but the couple's therapist.
/// </summary>
[Alias("attune.couple-learning.v1")]
internal interface ICoupleLearning : IGrainWithGuidKey
{
    /// <summary>Kept by the couple's grain until its next event, and until the therapist's own profile is written anew.</summary>
    [Alias("see-part")]
    Task<LearningPart> SeePart(Viewer viewer);

    [Alias("see-next")]
    Task<NextSession> SeeNext(Viewer viewer);
}

/// <summary>A couple's rows, and what of the therapist's own they rest on.</summary>
/// <param name="Own">Number of the therapist's own assessment; 0 while there is none.</param>
internal sealed record LearningPart(CoupleRows Rows, long Own)
{
    /// <summary>Two parts of the same stamp hold the same rows.</summary>
    public LearningStamp Stamp => new(Rows.Couple.Value, Rows.Number, Rows.Withheld, Own);
}

internal readonly record struct LearningStamp(Guid Couple, long Number, int Withheld, long Own);
