using Attune.App.Door;
using Attune.App.Edge;
using Attune.App.Frame;
using Attune.App.Live;
using Attune.App.Walking;
using Attune.Method.Catalogue;
using Attune.Practice.Hosting;
using Attune.Practice.Records;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Radzen;

namespace Attune.App.Hosting;

/// <summary>How the program is put together. The same for a person, a test and a benchmark.</summary>
internal static class AttuneHost
{
    // Bytes: the largest recording with room for what is sent around it.
    internal const int LargestRequest = 20 * 1024 * 1024;

    private const string FormCookie = "attune-form";

    /// <summary>Builds the program, not started yet.</summary>
    /// <param name="url">As <see cref="ListenAddress"/> gives it, such as <c>http://localhost:5280</c>; <c>http://127.0.0.1:0</c> takes a free port.</param>
    /// <param name="catalogue">What every page and every grain goes by.</param>
    public static WebApplication Build(PracticeDoor door, string url, MethodCatalogue catalogue, bool signsInAtOnce = false)
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
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that keys are stored unencrypted: the record encrypts them itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // A cookie of an earlier start is usual, and who sends a form is told in the answer.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        // The silo is tuned for server rooms and says so at every start on a laptop.
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        builder.AddPractice(door, catalogue);

        var services = builder.Services;
        // A file that is sent would otherwise lie readable in the folder for temporary files.
        services.Configure<FormOptions>(forms => forms.MemoryBufferThreshold = LargestRequest);
        services.AddSingleton(new BrowserSessions(door.Time));
        services.AddSingleton<OneTimeAddress>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<OwnOrigins>();
        services.AddSingleton<QuickUnlock>();
        services.AddSingleton<Doorman>();
        services.AddSingleton<WalkPlace>();
        services.AddSingleton(new EntranceRule(signsInAtOnce));
        services.AddSingleton<IDataProtectionProvider, SealAwareProtection>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = FormCookie;
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
        door.WasSealed += app.Services.GetRequiredService<QuickUnlock>().Forget;
        app.UseEdge();
        app.UseExceptionHandler(FaultPage.Options);
        // A page that says 404 itself has used up its scope: what is shown instead needs one of its own.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseStaticFiles();
        app.UseMiddleware<Gate>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAntiforgery();
        // Told like any other fault, or a page would answer with nothing at all.
        app.Use((http, next) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false, Error: { } error } ? throw error : next(http));
        app.MapDoor();
        app.MapWalk();
        app.MapLive();
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

        var home = first ?? throw new InvalidOperationException("The program listens on no address.");
        // Cookies of localhost are shared by all ports: a second Attune would make every open form of the first one worthless.
        app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name = $"{FormCookie}-{home.Port}";
        return home;
    }
}
