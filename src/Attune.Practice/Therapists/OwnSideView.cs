using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.SelfInsight;

namespace Attune.Practice.Therapists;

/// <summary>What the therapist recorded of themselves with one couple: compartment data, on no page that can be shown, printed or exported.</summary>
/// <param name="Reactions">In the order of their numbers; those taken back are left out.</param>
public sealed record OwnSideView(ImmutableArray<OwnReactionView> Reactions, OwnReactionReading Reading, SelfRemarks Remarks)
{
    internal static OwnSideView Of(CoupleCase couple) => new(
        [.. couple.Reactions.Where(one => !one.IsTakenBack).Select(one => new OwnReactionView(one.Noted, one.GuessConfirmed, one.WhatADid, one.WhatBDid, one.WhatItTells))],
        OwnReactions.Of(couple),
        SelfRemarks.Of(couple));
}

/// <summary>One own reaction. <paramref name="GuessConfirmed"/>: null while the guess about whose feeling it was is only a guess.</summary>
public sealed record OwnReactionView(OwnReactionNoted Noted, bool? GuessConfirmed, string? WhatADid, string? WhatBDid, string? WhatItTells);
