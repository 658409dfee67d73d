using System.Globalization;
using Attune.Practice.Viewing;

namespace Attune.App.Edge;

/// <summary>The page that a partner holds, and where the therapist goes on when the device is back.</summary>
internal static class HandedPage
{
    public const string CheckIn = "/check-in", SelfReport = "/your-part", Back = "/handed-back";

    /// <summary>The only page that there is for this partner now.</summary>
    public static string Of(Viewer.OnePartner holder) => holder is Viewer.PartnerWithReport ? SelfReport : CheckIn;

    public static string Onwards(Viewer.OnePartner holder) => holder switch
    {
        Viewer.PartnerWithReport => $"/couples/{holder.Couple}/assessment/{(holder.Partner == Method.Cases.Partner.A ? 'a' : 'b')}#own-report",
        Viewer.PartnerWithCheckIn { Session: > 0 } asked => string.Create(CultureInfo.InvariantCulture, $"/couples/{asked.Couple}/sessions/{asked.Session}/ask"),
        _ => $"/couples/{holder.Couple}",
    };
}
