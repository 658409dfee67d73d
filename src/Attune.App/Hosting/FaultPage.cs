using Attune.App.Asking;
using Attune.App.Edge;
using Attune.Practice.Refusals;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Attune.App.Hosting;

/// <summary>What a person reads when a request could not be answered: one sentence, and what to do.</summary>
internal static class FaultPage
{
    public static ExceptionHandlerOptions Options { get; } = new()
    {
        ExceptionHandler = ShowAsync,
        // A 404 of ours is meant.
        AllowStatusCode404Response = true,
        // What we refuse is an answer, not a fault of the program: the log is for those.
        SuppressDiagnosticsCallback = thrown => thrown.Exception is RefusedException or AntiforgeryValidationException or BadHttpRequestException,
    };

    private static Task ShowAsync(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>();
        var (status, text) = Of(thrown?.Error);
        // What is wrong with the record names its folder and a case: that is the therapist's to read.
        if (thrown is not null && IsPartners(http, thrown.Path))
            text = CheckInText.Of(PartnerLanguage.Of(http), OfPartner(thrown.Error));
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text);
    }

    private static bool IsPartners(HttpContext http, string path) =>
        http.Features.Get<BrowserSession>() is BrowserSession.HandedOver or BrowserSession.HandedBack || path.StartsWith("/c/", StringComparison.Ordinal);

    /// <summary>The key of what a partner reads.</summary>
    private static string OfPartner(Exception thrown) => thrown switch
    {
        RefusedException => "LaterText",
        AntiforgeryValidationException => "FormOld",
        _ => "Fault",
    };

    private static (int Status, string Text) Of(Exception? thrown) => thrown switch
    {
        RefusedException { Code: CommonRefusals.SealedCode } refused => (StatusCodes.Status423Locked, refused.Message),
        RefusedException refused when refused.Code == CommonRefusals.NoSuchCouple.Code => (StatusCodes.Status404NotFound, refused.Message),
        RefusedException refused => (StatusCodes.Status403Forbidden, refused.Message),
        AntiforgeryValidationException { InnerException: { } inner } when inner is BadHttpRequestException => Of(inner),
        AntiforgeryValidationException => (StatusCodes.Status400BadRequest, "This form is no longer valid: it was opened before the program was restarted or sealed. Go back, load the page again and send it once more."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "What you sent is too large: a recording may have up to 20 MB. Nothing was changed."),
        BadHttpRequestException bad => (bad.StatusCode, "This request could not be read, so nothing was changed. Go back and try again."),
        _ => (StatusCodes.Status500InternalServerError, "Something went wrong inside Attune. What was saved before is safe. Go back and try again; if it stays, start Attune anew."),
    };
}
