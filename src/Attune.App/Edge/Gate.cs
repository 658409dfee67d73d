using Attune.App.Asking;
using Attune.App.Forms;
using Attune.Practice.Records;
using Microsoft.AspNetCore.Authentication;

namespace Attune.App.Edge;

/// <summary>
/// Which pages a browser may ask for, by what its session is and by whether the record is open. Everything that is not named here is the signed-in
/// therapist's alone.
/// </summary>
internal sealed class Gate(RequestDelegate next, PracticeDoor door)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // The session first: who asks decides what there is.
        var authenticated = await http.AuthenticateAsync(SessionAuthentication.Name);
        if (authenticated.Principal is { } user)
            http.User = user;
        var session = http.Features.Get<BrowserSession>();
        if (Redirect(http.Request.Path, session) is { } elsewhere)
        {
            // The way back from a partner's page stays in their language.
            http.Response.Redirect(PartnerLanguage.Find(http.Request.Query[PartnerLanguage.Parameter]) is { } language ? language.In(elsewhere) : elsewhere);
            return;
        }

        if (IsLink(http.Request.Path) && HttpMethods.IsPost(http.Request.Method) && door.State != DoorState.Open && http.Request.HasFormContentType)
        {
            // The key of its form token is sealed too, so the form cannot be proven: it is answered as if the page had been asked for, with the text.
            http.Features.Set(new KeptForm(await http.Request.ReadFormAsync(http.RequestAborted)));
            http.Request.Method = HttpMethods.Get;
        }

        await next(http);
    }

    /// <summary>Null: go on. Otherwise where to go instead.</summary>
    internal string? Redirect(PathString path, BrowserSession? session)
    {
        if (IsPublic(path))
            return null;
        var wanted = session switch
        {
            null => "/not-known",
            BrowserSession.HandedOver own => HandedPage.Of(own.Holder),
            BrowserSession.HandedBack => HandedPage.Back,
            _ when door.State == DoorState.NoRecordYet => "/first-run",
            _ when door.State == DoorState.Sealed => "/unseal",
            BrowserSession.Trusted => "/sign-in",
            _ => null,
        };
        if (wanted is null)
            return IsDoorPage(path) ? "/couples" : null;
        return path.StartsWithSegments(wanted, StringComparison.Ordinal) ? null : wanted;
    }

    private static bool IsDoorPage(PathString path) =>
        path == "/" || path == "/first-run" || path == "/unseal" || path == "/sign-in" || path == HandedPage.Back
        || path == "/not-known" || path.StartsWithSegments(HandedPage.CheckIn, StringComparison.Ordinal) || path.StartsWithSegments(HandedPage.SelfReport, StringComparison.Ordinal);

    // A partner's own phone knows no session: its link says who it is.
    private static bool IsLink(PathString path) => path.StartsWithSegments("/c", StringComparison.Ordinal);

    private static bool IsPublic(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments("/welcome", StringComparison.Ordinal)
        || IsLink(path)
        || path.StartsWithSegments("/_content", StringComparison.Ordinal)
        || path.StartsWithSegments("/look", StringComparison.Ordinal);
}
