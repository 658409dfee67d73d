using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Assessment;

/// <summary>
/// What taking a partner's own report over would do to the assessment (our proposal). It never overwrites the therapist's words: it fills what is
/// empty. Comfort is the person's own to say, so their number counts. Words move only with leave to speak of them when all three are there: any other
/// permission would not travel along with them.
/// </summary>
/// <param name="Assessed">The assessment as it would stand; its time and what it amends are the caller's to set.</param>
/// <param name="Hope">A hope to note as an expectation, not answered yet; null when there is none, or it is noted already.</param>
/// <param name="Parts">What would change, in the order asked; empty: nothing would.</param>
/// <param name="Differing">Technique codes where the therapist had noted another comfort.</param>
/// <param name="WordsStay">There are words, and they stay where they are, beside their permission.</param>
public sealed record SelfReportTaking(
    PartnerAssessed Assessed, string? Hope, ImmutableArray<SelfReportPart> Parts, ImmutableArray<string> Differing, bool WordsStay)
{
    public static SelfReportTaking Of(PartnerRecord partner, SelfReport report)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(report);
        var now = partner.Assessment ?? new PartnerAssessed { At = default, Partner = partner.Partner };
        var maySpeak = report.MaySpeak == SpeakPermission.WhenWeAreThree;
        var reason = maySpeak && now.ReasonToCome is null ? report.ComingWords : null;
        var hope = maySpeak && partner.Expectations.All(one => one.Words != report.Hopes) ? report.Hopes : null;
        var past = maySpeak ? Earlier(now, report) : null;
        var comfort = now.Comfort.SetItems(report.Comfort);
        ImmutableArray<AssessmentTopic> declined = [.. report.WouldRatherNot.Where(topic => !IsKnown(now, partner, topic)).Except(now.WouldRatherNot)];

        var parts = ImmutableArray.CreateBuilder<SelfReportPart>();
        Add(SelfReportPart.ReasonToCome, reason is not null);
        Add(SelfReportPart.Hopes, hope is not null);
        Add(SelfReportPart.EarlierTherapy, past is not null);
        Add(SelfReportPart.Comfort, comfort.Any(one => !now.Comfort.TryGetValue(one.Key, out var noted) || noted != one.Value));
        Add(SelfReportPart.WouldRatherNot, !declined.IsEmpty);
        return new SelfReportTaking(
            now with
            {
                ReasonToCome = now.ReasonToCome ?? reason,
                PastRuptures = past is null ? now.PastRuptures : now.PastRuptures.Add(past),
                Comfort = comfort,
                WouldRatherNot = now.WouldRatherNot.AddRange(declined),
            },
            hope,
            parts.ToImmutable(),
            [.. report.Comfort.Where(one => now.Comfort.TryGetValue(one.Key, out var noted) && noted != one.Value).Select(one => one.Key)],
            !maySpeak && report.OwnWords().Any());

        void Add(SelfReportPart part, bool changes)
        {
            if (changes)
                parts.Add(part);
        }
    }

    private static PastRupture? Earlier(PartnerAssessed now, SelfReport report)
    {
        if (report is { EarlierTherapyEnded: null, EarlierTherapyMended: null })
            return null;
        var told = new PastRupture(PastRelation.EarlierTherapist, report.EarlierTherapyEnded, report.EarlierTherapyMended);
        return now.PastRuptures.Contains(told) ? null : told;
    }

    private static bool IsKnown(PartnerAssessed now, PartnerRecord partner, AssessmentTopic topic) => topic switch
    {
        AssessmentTopic.ReasonToCome => now.ReasonToCome is not null,
        AssessmentTopic.Expectations => now.ExpectsOfTherapy is not null || partner.Expectations.Count > 0,
        AssessmentTopic.PastRuptures => !now.PastRuptures.IsEmpty,
        _ => false,
    };
}

/// <summary>A part of the assessment that a report can fill.</summary>
public enum SelfReportPart
{
    ReasonToCome = 1,
    Hopes = 2,
    EarlierTherapy = 3,
    Comfort = 4,
    WouldRatherNot = 5,
}
