using System.Net;
using System.Text.RegularExpressions;
using Attune.App.Hosting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Attune.App.Tests.Asking;

/// <summary>A partner's own phone, with nothing but a link.</summary>
public sealed partial class LinkPageTests : IAsyncLifetime
{
    private static readonly CoupleId Couple = new(new Guid("0192f0aa-0000-7000-8000-000000000001"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("attune-link-");
    private DemoStage _stage = null!;
    private WebApplication _app = null!;
    private HttpClient _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await DemoStage.SetAsync(_folder.FullName, TestContext.Current.CancellationToken);
        _app = AttuneHost.Build(_stage.Door, "http://127.0.0.1:0", MethodCatalogue.BuiltIn);
        var address = await AttuneHost.StartAsync(_app, TestContext.Current.CancellationToken);
        await _stage.PlayAsync(_app.Services.GetRequiredService<IGrainFactory>(), 1);
        _phone = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(20),
        };
        _phone.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        await _stage.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Link_AnsweredOnce_IsRecordedAndSpent()
    {
        var link = await LinkAsync();
        Assert.Contains("Is this one yours?", await GetAsync(link));

        var sent = await SendAsync(link, ("Task", "5"), ("Goal", "6"), ("Bond", "7"));

        Assert.Contains("Your answers were sent.", sent);
        var view = await _app.Services.GetRequiredService<IGrainFactory>().GetGrain<ICoupleGrain>(Couple.Value)
            .See(new Viewer.OwnTherapist(_stage.Door.Therapist), "test");
        Assert.Equal(7, view.Session(6)!.B.CheckIn!.Bond);
        Assert.Contains("This link cannot be used", await GetAsync(link));
    }

    [Fact]
    public async Task Link_WrongOrSpent_ReadsTheSameAndShowsTheTextBack()
    {
        var link = await LinkAsync();
        var other = await LinkAsync();
        var page = await GetAsync(link + "?mine=yes");
        await SendAsync(other, ("Task", "5"));
        await SendAsync(link, ("Task", "5"));

        var spent = await GetAsync(link);
        var wrong = await GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(wrong, spent);

        var late = await PostAsync(link + "?mine=yes", page, ("TensionWords", "what I had to say"));
        Assert.Contains("This link cannot be used", late);
        Assert.Contains("what I had to say", late);
    }

    [Fact]
    public async Task Link_WhileSealed_SaysLaterKeepsTheTextAndStillWorksAfter()
    {
        var link = await LinkAsync();
        var page = await GetAsync(link + "?mine=yes");
        _stage.Door.Seal();

        var later = await PostAsync(link + "?mine=yes", page, ("TensionWords", "what I had to say"));
        Assert.Contains("Your link still works", later);
        Assert.Contains("what I had to say", later);

        Assert.True(await _stage.Door.UnsealAsync(DemoStage.Passphrase, TestContext.Current.CancellationToken));
        Assert.Contains("Your answers were sent.", await PostAsync(link + "?mine=yes", page, ("Task", "6")));
    }

    [Fact]
    public async Task Link_Always_HoldsNothingOfTheOtherPartner()
    {
        var page = await GetAsync(await LinkAsync() + "?mine=yes");

        Assert.Contains("Bo", page);
        Assert.DoesNotContain("Alma", page);
        Assert.DoesNotContain("too fast for me", page);
    }

    [Fact]
    public async Task Link_BrowserOfAnotherLanguage_IsReadInItUntilAnotherIsChosen()
    {
        var link = await LinkAsync();
        _phone.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl-BE,nl;q=0.9,en;q=0.8");

        Assert.Contains("Is deze pagina voor u?", await GetAsync(link));
        Assert.Contains("¿Es esta su página?", WebUtility.HtmlDecode(await GetAsync(link + "?lang=es")));
        Assert.Contains("Deze link kan niet worden gebruikt", await GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Contains("Ihre Antworten wurden gesendet.", await PostAsync(link + "?mine=yes&lang=de", await GetAsync(link + "?mine=yes&lang=de"), ("Task", "5")));
        Assert.Equal(await GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA"), await GetAsync(link));
    }

    private async Task<string> LinkAsync() =>
        "/c/" + await _app.Services.GetRequiredService<CheckInLinks>().IssueAsync(new Viewer.OwnTherapist(_stage.Door.Therapist), Couple, Partner.B, 6);

    private async Task<string> GetAsync(string path)
    {
        using var answer = await _phone.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> SendAsync(string link, params (string, string)[] fields) =>
        await PostAsync(link + "?mine=yes", await GetAsync(link + "?mine=yes"), fields);

    private async Task<string> PostAsync(string path, string page, params (string Name, string Value)[] fields)
    {
        var token = FormToken().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token), new("_handler", "answer")]);
        using var answer = await _phone.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
