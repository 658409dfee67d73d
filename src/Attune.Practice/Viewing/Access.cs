using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;

namespace Attune.Practice.Viewing;

/// <summary>Who may see and do what. The only place that decides it.</summary>
internal static class Access
{
    /// <summary>Everything that shows or changes more than one partner's own open page is the therapist's alone.</summary>
    public static Refusal? ToSeeCase(Viewer viewer, TherapistId owner) =>
        viewer is Viewer.OwnTherapist therapist && therapist.Id == owner ? null : CommonRefusals.NotYours;

    public static Refusal? ToDo(Viewer viewer, CoupleId couple, CoupleCommand command, TherapistId owner) => viewer switch
    {
        Viewer.OwnTherapist therapist when therapist.Id == owner && command is not (ICheckInCommand or ISelfReportCommand) => null,
        Viewer.PartnerWithCheckIn partner when command is ICheckInCommand own
            && partner.Couple == couple && own.Partner == partner.Partner && own.Session == partner.Session => null,
        Viewer.PartnerWithReport partner when command is ISelfReportCommand own && partner.Couple == couple && own.Partner == partner.Partner => null,
        _ => CommonRefusals.NotYours,
    };

    /// <summary>A partner sees the form that is theirs, empty; nothing that was answered before, by anybody.</summary>
    public static Refusal? ToSeeForm(Viewer viewer, CoupleId couple, Partner partner, int session) =>
        viewer is Viewer.PartnerWithCheckIn own && own.Couple == couple && own.Partner == partner && own.Session == session
            ? null
            : CommonRefusals.NotYours;

    /// <summary>The same for what they tell of themselves.</summary>
    public static Refusal? ToSeeReportForm(Viewer viewer, CoupleId couple, Partner partner) =>
        viewer is Viewer.PartnerWithReport own && own.Couple == couple && own.Partner == partner ? null : CommonRefusals.NotYours;
}
