using Attune.App.Edge;
using Attune.Practice.Records;
using Microsoft.AspNetCore.Antiforgery;

namespace Attune.App.Door;

internal static class DoorEndpoints
{
    public static void MapDoor(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        // Ready to be asked, sealed or not: what is sealed answers with the page that unseals.
        app.MapGet("/health/ready", (Readiness readiness) =>
            readiness.IsReady ? Results.Text("ready") : Results.Text("not yet", statusCode: StatusCodes.Status503ServiceUnavailable));

        app.MapGet("/welcome/{key}", (string key, HttpContext http, OneTimeAddress once, Doorman doorman, EntranceRule entrance) =>
        {
            if (!once.Spend(key))
                return Results.Redirect("/not-known");
            if (entrance.SignsInAtOnce)
                doorman.SignIn(http);
            else
                doorman.Become(http, new BrowserSession.Trusted());
            return Results.Redirect("/couples");
        });

        app.MapGet("/", () => Results.Redirect("/couples"));

        app.MapPost("/sign-out", async (HttpContext http, Doorman doorman, IAntiforgery forms) =>
        {
            await forms.ValidateRequestAsync(http);
            doorman.Become(http, new BrowserSession.Trusted());
            return Results.Redirect("/sign-in");
        });

        app.MapPost("/seal", async (HttpContext http, PracticeDoor door, IAntiforgery forms) =>
        {
            await forms.ValidateRequestAsync(http);
            door.Seal();
            return Results.Redirect("/unseal");
        });
    }
}

/// <summary>Whether the one-time address signs in by itself: in the demo, whose couples are invented.</summary>
internal sealed record EntranceRule(bool SignsInAtOnce);

/// <summary>Whether the first page may be asked for; the demo holds it back until its story is told.</summary>
internal sealed class Readiness
{
    public bool IsReady { get; private set; } = true;

    public void Hold() => IsReady = false;

    public void Release() => IsReady = true;
}
