using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Attune.App.Edge;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Live;

namespace Attune.App.Tests.Live;

/// <summary>What the script of the live page asks for, as it goes over the wire (docs/live.md).</summary>
public sealed class LiveEndpointsTests(DemoHost demo)
{
    private const string Mark = """{"kind":"mark","at":5000,"partner":"B","what":"Marker","code":"withdrawal-minimal-response","strong":true}""";

    [Fact]
    public async Task OpenTakeEnd_AsTheScriptDoes_IsInTheRecordAndLeadsToTheDebrief()
    {
        var couple = await BegunAsync();
        var browser = demo.Host.TherapistsBrowser();
        var opened = await AskAsync(browser, couple, "open", """{"stream":null}""");
        var stream = (string)opened["stream"]!;
        Assert.Equal(32, stream.Length);
        Assert.Equal(32, Convert.FromBase64String((string)opened["key"]!).Length);
        Assert.InRange((double)opened["nowMs"]! - (double)opened["startedMs"]!, 0, 60_000);
        Assert.Equal(0, (int)opened["reply"]!["acknowledged"]!);

        var reply = await AskAsync(browser, couple, "take", $$"""
            {"stream":"{{stream}}","from":1,"items":[{"kind":"strap","at":0,"heart":"Therapist","is":"On"},{"kind":"beat","at":900,"heart":"Therapist","value":"1046b403"},{{Mark}},
            {"kind":"feeling","at":5100.5,"code":"far-away","toward":"A"},{"kind":"page","at":1,"waiting":0}]}
            """);
        Assert.Equal(5, (int)reply["acknowledged"]!);
        Assert.Equal("Unknown", (string)reply["hearts"]![0]!["state"]!);
        Assert.Equal("Therapist", (string)reply["hearts"]![0]!["heart"]!);
        Assert.Equal(1, (int)reply["hearts"]![0]!["beats"]!);
        // The therapist of the demo typed a usual rate, and no quiet minutes were taken yet.
        Assert.Equal("Usual", (string)reply["baseline"]!["standing"]!);

        var ended = await AskAsync(browser, couple, "end", """{"keep":true}""");
        Assert.Equal($"{couple.Page("/sessions/1/debrief")}?done=live", (string)ended["onwards"]!);
        var page = await browser.GetAsync((string)ended["onwards"]!);
        Assert.Contains("The session is in the record.", page.Text, StringComparison.Ordinal);
        var view = await couple.SeeAsync();
        Assert.Equal(ReactionStrength.Strong, Assert.Single(view.Session(1)!.B.Marks).Strength);
    }

    [Fact]
    public async Task Refusals_OfEachKind_HaveTheStatusThatThePageGoesBy()
    {
        var couple = await BegunAsync();
        var browser = demo.Host.TherapistsBrowser();
        var stream = (string)(await AskAsync(browser, couple, "open", """{"stream":null}"""))["stream"]!;
        string Batch(long from, string items) => $$"""{"stream":"{{stream}}","from":{{from}},"items":[{{items}}]}""";
        await AskAsync(browser, couple, "take", Batch(1, Mark));

        (string What, string Sent, HttpStatusCode Status, string Code)[] cases =
        [
            ("take", Batch(1, Mark.Replace("5000", "5001", StringComparison.Ordinal)), HttpStatusCode.Conflict, "LIV001"),
            ("take", Batch(2, """{"kind":"no such thing","at":1}"""), HttpStatusCode.UnprocessableEntity, "LIV003"),
            ("take", Batch(2, """{"at":1}"""), HttpStatusCode.UnprocessableEntity, "LIV003"),
            ("take", Batch(2, """{"kind":"mark","at":1,"partner":"C","what":"Mode","code":"x"}"""), HttpStatusCode.UnprocessableEntity, "LIV003"),
            ("take", "no json", HttpStatusCode.UnprocessableEntity, "LIV003"),
            ("take", "null", HttpStatusCode.UnprocessableEntity, "LIV003"),
            ("take", """{"stream":"short","from":1,"items":[]}""", HttpStatusCode.UnprocessableEntity, "LIV003"),
            ("take", Batch(2, string.Join(',', Enumerable.Repeat(Mark, 2_001))), HttpStatusCode.RequestEntityTooLarge, "LIV004"),
            ("replay", "{}", HttpStatusCode.UnprocessableEntity, "LIV020"),
        ];
        foreach (var (what, sent, status, code) in cases)
        {
            var page = await PostAsync(browser, couple, what, sent);
            Assert.Equal((status, code), (page.Status, (string)JsonNode.Parse(page.Body)!["code"]!));
        }

        // What was refused took nothing with it.
        Assert.Equal(1, (int)(await AskAsync(browser, couple, "take", Batch(2, "")))["acknowledged"]!);
        await AskAsync(browser, couple, "end", """{"keep":false}""");
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(browser, couple, "take", Batch(2, Mark))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.GetAsync($"/live/{couple.Id}/1/hearts/{Guid.NewGuid():N}")).Status);
    }

    [Fact]
    public async Task Anybody_ButTheTherapist_IsLedElsewhereAndFindsNothing()
    {
        var couple = await BegunAsync();
        foreach (var browser in (Browser[])[demo.Host.NewBrowser(), demo.Host.HandedOver(Partner.A, 1, couple.Id), demo.Host.HandedOverToTell(Partner.B, couple.Id), demo.Host.BrowserAs(new BrowserSession.Trusted())])
        {
            foreach (var what in (string[])["open", "take", "end", "replay"])
            {
                var page = await PostAsync(browser, couple, what, """{"stream":null}""");
                Assert.True(page.Status is HttpStatusCode.Found or HttpStatusCode.Redirect, $"{what}: {page.Status}");
                Assert.DoesNotContain("stream", page.Body, StringComparison.Ordinal);
            }
        }

        var foreign = new HttpRequestMessage(HttpMethod.Post, Path(couple, "open")) { Content = Json("""{"stream":null}""") };
        foreign.Headers.Add("Origin", "http://localhost:1");
        Assert.Equal(HttpStatusCode.Forbidden, (await demo.Host.TherapistsBrowser().SendAsync(foreign)).Status);
    }

    [Fact]
    public async Task Replay_ARecording_ComesAsAStrapWouldHaveSentIt()
    {
        var couple = await BegunAsync();
        var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Repeat("800", 100)))), "Recording", "rest.txt" } };

        var page = await demo.Host.TherapistsBrowser().PostAsync(Path(couple, "replay"), form);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var replay = JsonNode.Parse(page.Body)!;
        Assert.Equal("rest.txt", (string)replay["fileName"]!);
        var messages = replay["beats"]!.AsArray();
        Assert.Equal(100, messages.Sum(one => (((string)one![1]!).Length / 4) - 1));
        Assert.Equal(80_000, (double)messages[^1]![0]!);
        // 800 ms are 819.2 ticks of a strap.
        Assert.Equal("104b3303", (string)messages[0]![1]!);
        var nothing = new MultipartFormDataContent { { new ByteArrayContent([]), "Recording", "empty.txt" } };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await demo.Host.TherapistsBrowser().PostAsync(Path(couple, "replay"), nothing)).Status);
    }

    [Fact]
    public async Task Take_WhileSealed_LeadsToTheLockAndKeepsEverything()
    {
        await using var host = await RunningHost.EmptyAsync();
        var couple = await NewCouple.OpenAsync(host);
        await couple.DoAsync(new BeginLiveSession { Session = 1 });
        var browser = host.TherapistsBrowser();
        var stream = (string)(await AskAsync(browser, couple, "open", """{"stream":null}"""))["stream"]!;
        await AskAsync(browser, couple, "take", $$"""{"stream":"{{stream}}","from":1,"items":[{{Mark}}]}""");

        host.Door.Seal();

        Assert.Equal("/unseal", (await PostAsync(browser, couple, "take", $$"""{"stream":"{{stream}}","from":2,"items":[{{Mark}}]}""")).Location);
        Assert.True(await host.Door.UnsealAsync(RunningHost.Passphrase, TestContext.Current.CancellationToken));
        var again = host.TherapistsBrowser();
        Assert.Equal(1, (int)(await AskAsync(again, couple, "open", $$"""{"stream":"{{stream}}"}"""))["reply"]!["acknowledged"]!);
        Assert.Equal(2, (int)(await AskAsync(again, couple, "take", $$"""{"stream":"{{stream}}","from":2,"items":[{{Mark}}]}"""))["acknowledged"]!);
    }

    private async Task<NewCouple> BegunAsync()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new BeginLiveSession { Session = 1 });
        return couple;
    }

    private static async Task<JsonNode> AskAsync(Browser browser, NewCouple couple, string what, string sent)
    {
        var page = await PostAsync(browser, couple, what, sent);
        Assert.True(page.Status is HttpStatusCode.OK, page.Body);
        return JsonNode.Parse(page.Body)!;
    }

    private static Task<Page> PostAsync(Browser browser, NewCouple couple, string what, string sent) => browser.PostAsync(Path(couple, what), Json(sent));

    private static string Path(NewCouple couple, string what) => $"/live/{couple.Id}/1/{what}";

    private static StringContent Json(string sent) => new(sent, Encoding.UTF8, "application/json");
}
