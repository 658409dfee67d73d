using Attune.App.Door;
using Attune.App.Edge;
using Attune.App.Frame;
using Attune.Practice.Hosting;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Radzen;

namespace Attune.App.Hosting;

/// <summary>How the program is put together. The same for a person, a test and a benchmark.</summary>
internal static class AttuneHost
{
    /// <summary>Builds the program, not started yet.</summary>
    /// <param name="url">Such as <c>http://localhost:5280</c>; port 0 takes a free one.</param>
    public static WebApplication Build(PracticeDoor door, string url, bool signsInAtOnce = false)
    {
        // The content lies beside the program, wherever it was started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AttuneHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(url);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 20 * 1024 * 1024;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that keys are stored unencrypted: the record encrypts them itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // The silo is tuned for server rooms and says so at every start on a laptop.
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        builder.AddPractice(door);

        var services = builder.Services;
        services.AddSingleton(new BrowserSessions(door.Time));
        services.AddSingleton<OneTimeAddress>();
        services.AddSingleton<OwnOrigins>();
        services.AddSingleton<Doorman>();
        services.AddSingleton(new EntranceRule(signsInAtOnce));
        services.AddSingleton<IDataProtectionProvider, SealAwareProtection>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "attune-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(SessionAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Name, null);
        services.AddCascadingAuthenticationState();
        services.AddScoped<Desk>();
        services.AddRazorComponents();
        services.AddRadzenComponents();

        var app = builder.Build();
        var sessions = app.Services.GetRequiredService<BrowserSessions>();
        door.WasSealed += sessions.SignEverybodyOut;
        app.UseEdge();
        app.UseExceptionHandler(errors => errors.Run(ShowAsync));
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseStaticFiles();
        app.UseMiddleware<Gate>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAntiforgery();
        app.MapDoor();
        app.MapRazorComponents<Frame.App>();
        return app;
    }

    /// <summary>Starts it; returns the address that it is reached at. A taken port is said in one sentence.</summary>
    public static async Task<Uri> StartAsync(WebApplication app, CancellationToken cancel = default)
    {
        await app.StartAsync(cancel);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var own = app.Services.GetRequiredService<OwnOrigins>();
        Uri? first = null;
        foreach (var address in addresses)
        {
            // Whatever it listens on, it answers to its name alone: passkeys and cookies hang on the origin.
            var bound = new Uri(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::1]", "localhost", StringComparison.Ordinal));
            own.Add(bound);
            first ??= bound;
        }

        return first ?? throw new InvalidOperationException("The program listens on no address.");
    }

    private static Task ShowAsync(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, text) = thrown switch
        {
            RefusedException { Code: CommonRefusals.SealedCode } refused => (StatusCodes.Status423Locked, refused.Message),
            RefusedException refused => (StatusCodes.Status403Forbidden, refused.Message),
            AntiforgeryValidationException => (StatusCodes.Status400BadRequest, "This form is no longer valid: it was opened before the program was restarted or sealed. Go back, load the page again and send it once more."),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong inside Attune. What was saved before is safe. Go back and try again; if it stays, start Attune anew."),
        };
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text);
    }
}
