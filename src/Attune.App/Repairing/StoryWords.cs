using Attune.Method.Cases;
using Attune.Method.Repair;

namespace Attune.App.Repairing;

/// <summary>The words round the story of a rupture and the aid before a disclosure.</summary>
internal static class StoryWords
{
    public static string Status(StoryStatus status) => status switch
    {
        StoryStatus.None => "not written yet",
        StoryStatus.TherapistsViewOnly => "your view only",
        StoryStatus.Agreed => "agreed",
        StoryStatus.CorrectedByThePartner => "put right by them: their words stand",
        StoryStatus.FitsInPart => "fits in part: ask what does not",
        StoryStatus.DoesNotFit => "does not fit, they say",
        _ => status.ToString(),
    };

    public static string Remark(StoryRemark remark) => remark.Kind switch
    {
        StoryRemarkKind.ForbiddenWord => $"“{remark.Word}” is a colleague's word. Say it as you would to them.",
        StoryRemarkKind.SchemaCode => $"“{remark.Word}” reads like a code.",
        StoryRemarkKind.NameOfTheOtherPartner => $"It names {remark.Word}. The card is for one of them alone.",
        StoryRemarkKind.ToldInPrivate => "It repeats what was told to you alone; on the card that part is left out.",
        _ => "",
    };

    public static string Offer(CardOffer offer, string name) => offer switch
    {
        CardOffer.NotToBeRaised => $"{name} told it in private and asked that you just know it: there is no card, and nothing here asks you to come back to it.",
        _ => "",
    };

    public static string Landing(LandingCaution caution) => caution switch
    {
        LandingCaution.MayComfortYou => "may begin to look after you",
        LandingCaution.MayUseIt => "may keep it, to use it later",
        LandingCaution.MayDismissIt => "may brush it aside",
        _ => "",
    };

    /// <summary>What follows from one answer to "whose need is it?".</summary>
    public static string Advice(DisclosureAid aid, string nameOfA, string nameOfB) => aid switch
    {
        { Need: DisclosureNeed.Mine } => "If it is mine: it is human, and it belongs into supervision. Not now.",
        { Need: DisclosureNeed.OfBoth } => "If both need it: say it to both.",
        { Need: DisclosureNeed.OfA } => OfOne(aid, nameOfA, nameOfB),
        { Need: DisclosureNeed.OfB } => OfOne(aid, nameOfB, nameOfA),
        _ => "Whose need is it?",
    };

    private static string OfOne(DisclosureAid aid, string name, string other) => aid.Remarks.Contains(DisclosureRemark.BetterWithOneAlone)
        ? $"If {name} needs it: say it to {name}, better alone; for {other} it may land hard."
        : $"If {name} needs it: say it to {name}.";
}
