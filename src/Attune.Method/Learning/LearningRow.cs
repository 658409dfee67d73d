using System.Collections.Immutable;

namespace Attune.Method.Learning;

/// <summary>One partner in one session, by one reporter.</summary>
/// <param name="Couple">Key of the couple: what is left out together, and drawn together.</param>
/// <param name="Partner">Key of the partner, unlike any other couple's: who has an intercept of their own.</param>
/// <param name="Values">
/// Term value x strength in the area, area by area: all terms of the first area, then all of the second. Finite; what is not known is 0.
/// </param>
/// <param name="Guess">The therapist's own forecast of a report in any area, strictly between 0 and 1; null when not asked or skipped.</param>
public sealed record LearningRow(int Couple, int Partner, ImmutableArray<double> Values, SessionOutcome Outcome, double? Guess = null);
