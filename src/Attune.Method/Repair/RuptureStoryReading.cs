using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>How far a story is shared. Ordered: the weaker comes first.</summary>
public enum StoryStatus
{
    /// <summary>None was written.</summary>
    None = 1,
    DoesNotFit = 2,
    /// <summary>Nobody was asked about it yet.</summary>
    TherapistsViewOnly = 3,
    /// <summary>It fits in part, and it is not said yet what does not: ask.</summary>
    FitsInPart = 4,
    /// <summary>The partner put it into words of their own: those stand.</summary>
    CorrectedByThePartner = 5,
    Agreed = 6,
}

/// <summary>
/// The story of a rupture as it stands (article-map rows 37 and 73). <paramref name="Agreed"/> is the formulation in words: the therapist's story
/// once it fits, or the partner's own version; null until then, and what there is carries the label of its status.
/// </summary>
public sealed record StoryReading(StoryStatus Status, RuptureStory? Agreed)
{
    /// <summary>As one partner sees it; by their own answer alone.</summary>
    public static StoryReading Of(RuptureRecord rupture, Partner partner)
    {
        if (rupture.Story is not { } story)
            return new StoryReading(StoryStatus.None, null);
        return rupture.StoryAnswerOf(partner) switch
        {
            null => new(StoryStatus.TherapistsViewOnly, null),
            { InTheirWords: { } own } => new(StoryStatus.CorrectedByThePartner, own),
            { Fit: StoryFit.Fits } => new(StoryStatus.Agreed, story),
            { Fit: StoryFit.Partly } => new(StoryStatus.FitsInPart, null),
            _ => new(StoryStatus.DoesNotFit, null),
        };
    }

    /// <summary>
    /// Of the rupture: its owner's reading. Of both, the weaker of the two; two versions are no agreed one, so a correction by either leaves none.
    /// </summary>
    public static StoryReading Of(RuptureRecord rupture)
    {
        if (rupture.Owner.Alone() is { } owner)
            return Of(rupture, owner);
        var (a, b) = (Of(rupture, Partner.A), Of(rupture, Partner.B));
        var weaker = a.Status <= b.Status ? a : b;
        return weaker.Status == StoryStatus.Agreed ? weaker : weaker with { Agreed = null };
    }
}
