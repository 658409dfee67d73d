using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Assessment;

/// <summary>
/// What a safety flag keeps off. It only ever stops an offer: what happened can always be recorded, what is already on a shared surface stays as it
/// is, and nothing of a flag shows to either partner.
/// </summary>
public static class SafetyRules
{
    /// <summary>Whether a technique is offered. Under a flag, what could leave somebody undefended beside the other is not.</summary>
    public static bool IsOffered(Technique technique, bool hasFlag) => !hasFlag || technique.Safety == TechniqueSafety.Unaffected;

    /// <summary>Carrying a repair over to the couple, re-use at home, and home tasks between the two.</summary>
    public static bool MayCarryOver(CoupleCase couple) => !couple.HasSafetyFlag;

    /// <summary>A partner's heart may be switched on.</summary>
    public static bool MayOfferPartnersHearts(CoupleCase couple) => !couple.HasSafetyFlag;

    /// <summary>The questions about the other partner at home, in the check-in.</summary>
    public static bool MayAskAboutHome(CoupleCase couple) => !couple.HasSafetyFlag;
}
