using Attune.Method.Catalogue;

namespace Attune.Method.Cases;

/// <summary>The therapist's own reactions in one couple's record, folded: compartment data.</summary>
public sealed class OwnReaction
{
    internal OwnReaction(long number, OwnReactionNoted e) => (NotedNumber, Noted) = (number, e);

    /// <summary>The latest statement of it.</summary>
    public OwnReactionNoted Noted { get; private set; }

    /// <summary>The event number of <see cref="Noted"/>.</summary>
    public long NotedNumber { get; private set; }

    public int Number => Noted.Reaction;

    /// <summary>Whether the guess about whose feeling it was held; null while it is only a guess.</summary>
    public bool? GuessConfirmed { get; internal set; }

    /// <summary>Noted and then taken back: it leaves every count.</summary>
    public bool IsTakenBack => Noted.Direction == Involvement.Steady;

    /// <summary>Under or over, and not only that something was there.</summary>
    public bool HasDirection => Noted.Direction is Involvement.Under or Involvement.Over;

    public string? WhatADid { get; internal set; }

    public string? WhatBDid { get; internal set; }

    /// <summary>What it tells about what the two do to each other.</summary>
    public string? WhatItTells { get; internal set; }

    // A guess about somebody else's feeling is another guess: what was settled of the one before does not hold for it.
    internal void NotedAnew(long number, OwnReactionNoted e)
    {
        if (e.WhoseFeeling != Noted.WhoseFeeling)
            GuessConfirmed = null;
        (NotedNumber, Noted) = (number, e);
    }

    internal void Traced(ReactionTraced e)
    {
        switch (e.Partner)
        {
            case Partner.A: WhatADid = e.Words; break;
            case Partner.B: WhatBDid = e.Words; break;
            default: WhatItTells = e.Words; break;
        }
    }
}

/// <summary>A task for home and what became of it.</summary>
public sealed class HomeTask
{
    private readonly SortedDictionary<Partner, HomeTaskReviewed> _reviews = [];

    internal HomeTask(HomeTaskAgreed e) => Agreed = e;

    public HomeTaskAgreed Agreed { get; internal set; }

    public int Number => Agreed.Task;

    /// <summary>Null: not asked yet.</summary>
    public HomeTaskOutcome? OutcomeOf(Partner partner) => _reviews.TryGetValue(partner, out var review) ? review.Outcome : null;

    internal void Reviewed(HomeTaskReviewed e) => _reviews[e.Partner] = e;
}
