using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Trust;

/// <summary>
/// What a partner's forms say about trust. Showing something difficult counts 1, with yes / partly / no = 1 / .5 / 0. A raised tension counts 2, by
/// how it was met: "how far cleared up" 1 to 5 as 0 to 1; where that was left out, the first answer to "anything still open" in the next three
/// sessions (nothing 1, partly .5, still open 0); with neither it is no moment. One form is one experience: with a tension of known outcome its
/// care answer is not counted beside it. What was kept to oneself was not tested, and neither was a tension in the same form. Our proposals.
/// </summary>
/// <param name="Moments">In order of sessions.</param>
/// <param name="Expectations">0 to 1, in the order given, the one before the first session included.</param>
internal sealed record TrustEvidence(ImmutableArray<TestedMoment> Moments, ImmutableArray<double> Expectations, int KeptToMyself)
{
    private const double TensionWeight = 2;
    private const int SessionsToHearOfClearing = 3;

    public bool IsEmpty => Moments.IsEmpty && Expectations.IsEmpty && KeptToMyself == 0;

    public static TrustEvidence Of(CoupleCase couple, Partner partner)
    {
        var moments = ImmutableArray.CreateBuilder<TestedMoment>();
        var expectations = ImmutableArray.CreateBuilder<double>();
        var kept = 0;
        if (couple[partner].FirstExpectation is { } first)
            expectations.Add(TrustReadings.AsChance(first));
        foreach (var session in couple.Sessions)
        {
            if (session[partner].CheckIn is not { } form)
                continue;
            double? forecast = expectations.Count == 0 ? null : expectations[^1];
            if (form.Care == CareAnswer.KeptToMyself)
                kept++;
            else if (form.Tension is { Any: true } tension && Met(couple, partner, session.Number, tension) is { } met)
                moments.Add(new TestedMoment(session.Number, TensionWeight, met, forecast));
            else if (CareAsOutcome(form.Care) is { } care)
                moments.Add(new TestedMoment(session.Number, 1, care, forecast));
            if (form.Expectation is { } expectation)
                expectations.Add(TrustReadings.AsChance(expectation));
        }
        return new TrustEvidence(moments.ToImmutable(), expectations.ToImmutable(), kept);
    }

    /// <summary>The two questions about the partner at home. There is no forecast from before the first session, and no tension item.</summary>
    public static TrustEvidence AtHome(CoupleCase couple, Partner partner)
    {
        var moments = ImmutableArray.CreateBuilder<TestedMoment>();
        var expectations = ImmutableArray.CreateBuilder<double>();
        var kept = 0;
        foreach (var session in couple.Sessions)
        {
            if (session[partner].CheckIn is not { } form)
                continue;
            if (form.CareAtHome == CareAnswer.KeptToMyself)
                kept++;
            if (CareAsOutcome(form.CareAtHome) is { } care)
                moments.Add(new TestedMoment(session.Number, 1, care, expectations.Count == 0 ? null : expectations[^1]));
            if (form.ExpectationAtHome is { } expectation)
                expectations.Add(TrustReadings.AsChance(expectation));
        }
        return new TrustEvidence(moments.ToImmutable(), expectations.ToImmutable(), kept);
    }

    private static double? Met(CoupleCase couple, Partner partner, int session, TensionAnswer tension)
    {
        if (tension.Cleared is { } cleared)
            return (cleared - 1) / 4.0;
        for (var later = session + 1; later <= session + SessionsToHearOfClearing; later++)
        {
            if (couple.FindSession(later)?[partner].CheckIn?.StillOpen is { } open)
                return open switch { StillOpenAnswer.Nothing => 1, StillOpenAnswer.PartlyCleared => 0.5, StillOpenAnswer.StillOpen => 0 };
        }
        return null;
    }

    private static double? CareAsOutcome(CareAnswer? care) => care switch
    {
        CareAnswer.Yes => 1,
        CareAnswer.Partly => 0.5,
        CareAnswer.No => 0,
        CareAnswer.DidNotComeUp or CareAnswer.KeptToMyself or null => null,
    };
}
