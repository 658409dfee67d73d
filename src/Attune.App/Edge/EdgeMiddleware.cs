namespace Attune.App.Edge;

/// <summary>What holds for every answer and every request, before anything is looked up.</summary>
internal static class EdgeMiddleware
{
    // Charts write sizes into style attributes; no page writes a script or a style element of its own.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseEdge(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var own = http.RequestServices.GetRequiredService<OwnOrigins>();
        // When the answer starts, whatever happened until then: what shows a fault clears every header before it.
        http.Response.OnStarting(() => SetHeaders(http));
        if (!own.IsOurHost(http.Request.Host))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "This address is not one that Attune answers to. Use the address that it printed.");
            return;
        }

        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        var upgrades = http.Request.Headers.Upgrade.Count > 0;
        if ((changes || upgrades) && !own.IsOurs(http.Request.Headers.Origin))
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "This request did not come from a page of Attune, so it was refused and nothing was changed.");
            return;
        }

        await next(http);
    });

    private static Task SetHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // "no-referrer" would send Origin: null with a form, which the gate above refuses.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pages are for now; only the files of the program itself may be kept by the browser.
        var path = http.Request.Path;
        var keep = http.Response.StatusCode == StatusCodes.Status200OK
            && (path.StartsWithSegments("/look", StringComparison.Ordinal) || path.StartsWithSegments("/_content", StringComparison.Ordinal));
        // The live page and its script speak one protocol: a new program must not meet an old script.
        headers.CacheControl = !keep ? "no-store" : path.StartsWithSegments("/look/live", StringComparison.Ordinal) ? "private, no-cache" : "private, max-age=3600";
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(why);
    }
}
