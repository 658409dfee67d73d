using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Attune.App.Edge;
using Attune.App.Tests.Frame;
using Attune.App.Tests.Support;
using Attune.Practice.Records;

namespace Attune.App.Tests.Forms;

/// <summary>What was refused stays on the screen of the one who typed it, with the reason; a passphrase never does.</summary>
public sealed class RefusedTextTests(DemoHost demo)
{
    [Theory]
    [InlineData("Schema.ed", "9", "PRA020")]
    [InlineData("Schema.ed", "four", "APP001")]
    [InlineData("Motivation", "11", "PRA020")]
    [InlineData("Hope", "2.5", "APP001")]
    public async Task Assessment_InvalidScore_KeepsEverythingTyped(string field, string typed, string code)
    {
        var browser = demo.Host.TherapistsBrowser();
        var path = RunningHost.Demo("/assessment/a");
        var before = (await browser.GetAsync(path)).Form("assess").Fields;

        var page = await browser.SubmitAsync(await browser.GetAsync(path), "assess",
            ("Schema.ma", "3,5"), ("ReasonToCome", "Own words with <b>marks</b> & \"quotes\""), (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(code, page.Refusal, StringComparison.Ordinal);
        var (_, fields) = page.Form("assess");
        Assert.Equal(("3,5", "Own words with <b>marks</b> & \"quotes\"", typed), (fields["Schema.ma"], fields["ReasonToCome"], fields[field]));
        Assert.Equal(before["Schema.ei"], fields["Schema.ei"]);
        Assert.Equal(before, (await browser.GetAsync(path)).Form("assess").Fields, new TokensAside());
    }

    [Theory]
    [InlineData("photo.txt", "\u0089PNG\r\n\u001a\n\0\0\0", "SIG0")]
    [InlineData("letter.txt", "hello\nthere\n", "SIG005")]
    [InlineData("short.txt", "800\n", "SIG008")]
    public async Task Recording_Junk_GivesTheReasonWithItsCode(string name, string content, string code)
    {
        var page = await UploadAsync(name, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(code, page.Refusal, StringComparison.Ordinal);
        Assert.Contains(name, page.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_NoFileChosen_SaysSo() => Assert.Contains("DEB001", (await UploadAsync("", [])).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Recording_LargerThanWhatIsTaken_IsRefusedInOneSentence()
    {
        var page = await UploadAsync("huge.txt", new byte[21 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("too large", page.Text, StringComparison.Ordinal);
        EveryPageTests.AssertProtected(page);
    }

    [Fact]
    public async Task FirstRun_WrongConfirmation_KeepsTheNameAndNeverThePassphrase()
    {
        await using var host = await RunningHost.OverAsync(RunningHost.NewFolder());
        var browser = host.BrowserAs(new BrowserSession.Trusted());

        var page = await browser.SubmitAsync(await browser.GetAsync("/first-run"), "first-run",
            ("TherapistName", "Robin Quill"), ("Passphrase", "four words of mine"), ("Again", "four words of thine"));

        Assert.Contains("DOR003", page.Refusal, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Robin Quill", page.Form("first-run").Fields["TherapistName"]);
        Assert.DoesNotContain("words of", page.Body, StringComparison.Ordinal);
        Assert.Equal(DoorState.NoRecordYet, host.Door.State);

        var done = await browser.SubmitAsync(page, "first-run", ("Passphrase", "four words of mine"), ("Again", "four words of mine"));
        Assert.NotNull(done.Document.QuerySelector("[data-recovery]"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/couples")).Status);
        Assert.Empty(host.Log.Errors);
    }

    [Fact]
    public async Task FirstRun_SentTwice_NeverFailsAndNeverMakesASecondRecord()
    {
        await using var host = await RunningHost.OverAsync(RunningHost.NewFolder());
        var browser = host.BrowserAs(new BrowserSession.Trusted());
        var form = await browser.GetAsync("/first-run");
        (string, string)[] typed = [("TherapistName", "Robin"), ("Passphrase", "four words of mine"), ("Again", "four words of mine")];

        var both = await Task.WhenAll(browser.Copy().SubmitAsync(form, "first-run", typed), browser.Copy().SubmitAsync(form, "first-run", typed));

        Assert.Single(both, page => page.Document.QuerySelector("[data-recovery]") is not null);
        Assert.DoesNotContain(both, page => (int)page.Status >= 500);
    }

    [Fact]
    public async Task Couple_WithoutNames_SaysWhichAndKeepsTheOther()
    {
        var browser = demo.Host.TherapistsBrowser();

        var page = await browser.SubmitAsync(await browser.GetAsync("/couples"), "begin", ("NameOfA", "Cleo"), ("NameOfB", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("A name for partner B is needed", page.Refusal, StringComparison.Ordinal);
        Assert.Equal("Cleo", page.Form("begin").Fields["NameOfA"]);
    }

    private async Task<Page> UploadAsync(string name, byte[] content)
    {
        var browser = demo.Host.TherapistsBrowser();
        var (action, fields) = (await browser.GetAsync(RunningHost.Demo("/sessions/6/debrief"))).Form("recording");
        var form = new MultipartFormDataContent();
        foreach (var (key, value) in fields)
            form.Add(new StringContent(value), key);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (name.Length > 0)
            form.Add(file, "Recording", name);
        return await browser.PostAsync(action, form);
    }

    /// <summary>Forms are the same when all but the random token is.</summary>
    private sealed class TokensAside : IEqualityComparer<Dictionary<string, string>>
    {
        public bool Equals(Dictionary<string, string>? x, Dictionary<string, string>? y) => Fields(x).SequenceEqual(Fields(y));

        public int GetHashCode(Dictionary<string, string> fields) => Fields(fields).Count();

        private static IEnumerable<KeyValuePair<string, string>> Fields(Dictionary<string, string>? fields) =>
            (fields ?? []).Where(field => field.Key != "__RequestVerificationToken").OrderBy(field => field.Key, StringComparer.Ordinal);
    }
}
