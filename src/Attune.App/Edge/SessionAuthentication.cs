using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Attune.Method.Cases;
using Attune.Practice.Viewing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Attune.App.Edge;

/// <summary>Turns the server-side session of a browser into the claims that a <see cref="Viewer"/> is read from.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, BrowserSessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "attune";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var session = sessions.Find(SessionCookie.Read(Request));
        Claim[]? claims = session switch
        {
            BrowserSession.SignedIn signedIn => [new("therapist", signedIn.Therapist.ToString())],
            BrowserSession.HandedOver { Holder: var own } =>
            [
                new("couple", own.Couple.ToString()),
                new("partner", own.Partner.ToString()),
                own is Viewer.PartnerWithCheckIn asked ? new("session", asked.Session.ToString(CultureInfo.InvariantCulture)) : new("report", "own"),
            ],
            _ => null,
        };
        Context.Features.Set(session);
        return Task.FromResult(claims is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name)));
    }
}

internal static class ViewerClaims
{
    /// <summary>Null: nobody whom the practice knows.</summary>
    public static Viewer? Viewer(this ClaimsPrincipal user)
    {
        if (user.FindFirstValue("therapist") is { } therapist)
            return new Viewer.OwnTherapist(new TherapistId(Guid.ParseExact(therapist, "N")));
        if (user.FindFirstValue("couple") is not { } id)
            return null;
        var (couple, partner) = (new CoupleId(Guid.ParseExact(id, "N")), Enum.Parse<Partner>(user.FindFirstValue("partner")!));
        return user.FindFirstValue("session") is { } session
            ? new Viewer.PartnerWithCheckIn(couple, partner, int.Parse(session, CultureInfo.InvariantCulture))
            : new Viewer.PartnerWithReport(couple, partner);
    }
}
