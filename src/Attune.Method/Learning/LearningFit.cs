namespace Attune.Method.Learning;

/// <summary>What came of learning.</summary>
public abstract record LearningFit
{
    private LearningFit()
    {
    }

    public sealed record Learned(LearnedPosterior Posterior) : LearningFit;

    /// <summary>There is no posterior, and why.</summary>
    public sealed record Refused(LearningRefusal Reason) : LearningFit;
}

public enum LearningRefusal
{
    /// <summary>No answered session, and a flat prior: nothing to start from. With a proper prior the posterior is the prior.</summary>
    NoRows = 1,

    /// <summary>No session with a report, and a flat intercept: it would run to minus infinity.</summary>
    NoSessionWithReport = 2,

    /// <summary>No session without a report, and a flat intercept.</summary>
    NoSessionWithoutReport = 3,

    /// <summary>A combination of terms tells reports and no reports apart without a mistake, and nothing is believed of it: the likelihood has no maximum.</summary>
    Separable = 4,

    /// <summary>A term is the sum of others (or always 0), and nothing is believed of it: many weights fit alike.</summary>
    SingularDesign = 5,

    /// <summary>No maximum was found in <see cref="LaplaceFit.MostSteps"/> steps. Not seen; named so that it can never pass as a result.</summary>
    DidNotSettle = 6,
}

/// <summary>What a posterior rests on; stored with it.</summary>
/// <param name="Sessions">Answered, each partner's counted.</param>
/// <param name="Unanswered">Left out, each partner's counted.</param>
/// <param name="Prior">Version of the prior.</param>
public sealed record LearningProvenance(string Algorithm, int Version, string Prior, double PartnerSd, int Sessions, int Reports, int Unanswered, int Couples, int Partners);
