using Attune.Method.Cases;

namespace Attune.Practice.Asking;

/// <summary>What a partner's form needs to know, and nothing else: no name of the other, no earlier answer, no sign whether anybody answered.</summary>
/// <param name="Name">The partner's own name.</param>
/// <param name="Session">0: before the first session, only the expectation is asked.</param>
public sealed record CheckInForm(Partner Partner, string Name, int Session)
{
    public bool OnlyExpectation => Session == 0;

    /// <summary>The therapist has the questions about home on for this couple.</summary>
    public bool AboutHomeIsOn { get; init; }

    /// <summary>
    /// The two questions about home: on odd sessions. They stand in the place of two others, since a minute has ten answers; on even sessions nothing
    /// changes.
    /// </summary>
    public bool AsksAboutHome => AboutHomeIsOn && Session % 2 == 1;

    /// <summary>I could say what I needed to say: every time but when home is asked about.</summary>
    public bool AsksSafety => !AsksAboutHome;

    /// <summary>My partner and I pulled in one direction: asked on odd sessions, where home is not asked about.</summary>
    public bool AsksWithinCouple => Session % 2 == 1 && !AsksAboutHome;

    /// <summary>Since last time ...: asked on even sessions.</summary>
    public bool AsksSinceLastTime => Session > 0 && Session % 2 == 0;
}
