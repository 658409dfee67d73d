namespace Attune.Exchange.Study;

/// <summary>What can be wrong with a table of partner-sessions, beside <see cref="StudyCodes"/>. Codes stay. Each refuses, whether strict or not, but for the last.</summary>
public static class ForecastCodes
{
    /// <summary>No session has an answer: there is nothing to learn from.</summary>
    public const string AllUnanswered = "STU021";

    /// <summary>Every answer is the same, and nothing is believed of how often there is a report.</summary>
    public const string OneClass = "STU022";

    /// <summary>Terms tell reports from no reports without a mistake, and nothing is believed of them: weights would run away.</summary>
    public const string Separable = "STU023";

    /// <summary>A term is constant, or the sum of others, and nothing is believed of it: many weights fit alike.</summary>
    public const string SingularDesign = "STU024";

    /// <summary>An outcome that is neither a yes nor a no.</summary>
    public const string NotAnOutcome = "STU025";

    /// <summary>An area that there is not.</summary>
    public const string NotAnArea = "STU026";

    /// <summary>A prior that cannot be read, or is not made for the terms of the table.</summary>
    public const string UnusablePrior = "STU027";

    /// <summary>No term, or a term whose columns do not fit.</summary>
    public const string UnusableTerms = "STU028";

    /// <summary>A chance came out as exactly 0 or 1, or the fit did not settle: a value lies far outside of all others.</summary>
    public const string BeyondReach = "STU029";

    /// <summary>A term has no value in a session. It adds 0 and is counted; refused under <c>--strict</c> alone.</summary>
    public const string NoValue = "STU030";
}
