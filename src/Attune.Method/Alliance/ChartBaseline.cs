namespace Attune.Method.Alliance;

/// <summary>Which earlier sessions a control chart judges by. A choice of method, kept with every result.</summary>
public enum ChartBaseline
{
    /// <summary>
    /// Sessions flagged as a rupture are left out, sigma is never below .3, and four flagged in a row are the new usual: the default. A flagged
    /// session that stayed in would hide the next one (method-facts 1.2, the second trap).
    /// </summary>
    FlaggedKeptOut = 1,

    /// <summary>All earlier sessions, as they are, and no floor of sigma: the plain chart of the literature. It flags any fall from a constant series.</summary>
    AllPastData = 2,
}
