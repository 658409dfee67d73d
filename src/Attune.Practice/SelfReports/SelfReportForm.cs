using Attune.Method.Assessment;
using Attune.Method.Cases;

namespace Attune.Practice.SelfReports;

/// <summary>
/// What a partner's own pages need to know, and nothing else: no name of the other, no earlier answer, nothing that the therapist noted, no sign
/// whether anybody handed one in.
/// </summary>
/// <param name="Name">The partner's own name.</param>
/// <param name="AsksExpectation">Before the first session: that one is expected afresh by everybody, so it tells nothing of anybody.</param>
/// <param name="GoOnWith">The page on which this partner stopped half-way; 0 when they are at no place.</param>
public sealed record SelfReportForm(Partner Partner, string Name, bool AsksExpectation, int GoOnWith)
{
    internal static SelfReportForm Of(CoupleCase couple, Partner partner) =>
        new(partner, couple[partner].Name ?? "", SelfReportRules.AsksExpectation(couple), couple[partner].SelfReport.Draft?.Page ?? 0);
}

/// <summary>A report as the therapist sees it, with what taking it over would do now.</summary>
/// <param name="Number">The event in which it was given: what settling it names.</param>
/// <param name="TakenOver">Null while it is a proposal.</param>
public sealed record SelfReportView(SelfReport Report, DateTimeOffset GivenAt, long Number, bool? TakenOver, SelfReportTaking Taking)
{
    internal static SelfReportView? Of(PartnerRecord partner) => partner.SelfReport is { Given: { } given } own
        ? new SelfReportView(given.Report, given.At, own.GivenNumber, own.Settled?.TakenOver, SelfReportTaking.Of(partner, given.Report))
        : null;
}
