using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Attune.App.Tests.Support;

namespace Attune.App.Tests.Cli;

public sealed class VerbsTests : IDisposable
{
    private readonly string _folder = RunningHost.NewFolder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Version_Asked_PrintsOneLine()
    {
        var (code, output, error) = await AttuneProcess.RunAsync("--version");

        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"^attune \d+\.\d+\.\d+\S*\n$", output);
    }

    [Fact]
    public async Task Arousal_NoSuchFile_IsOneSentence() =>
        AssertOneSentence(await AttuneProcess.RunAsync("hearts", "arousal", Path.Combine(_folder, "nothing.txt")), 2, "There is no file");

    [Fact]
    public async Task Arousal_Junk_IsOneSentenceWithItsCode() =>
        AssertOneSentence(await AttuneProcess.RunAsync("hearts", "arousal", Written("letter.txt", "hello\nthere\n")), 3, "SIG005");

    [Fact]
    public async Task Verb_Unknown_IsSaidAndNotServed()
    {
        var (code, _, error) = await AttuneProcess.RunAsync("srve");

        Assert.Equal(2, code);
        Assert.Contains("srve", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Serve_PortTaken_IsOneSentenceAndThree(string verb)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)taken.LocalEndpoint).Port}");

        var ended = await AttuneProcess.RunAsync([verb, "--urls", url, .. verb == "serve" ? new[] { "--data", _folder } : ["--no-browser"]]);

        AssertOneSentence(ended with { Output = "" }, 3, "The port is taken");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://localhost:99999")]
    [InlineData("https://localhost:5289")]
    [InlineData("http://0.0.0.0:5289")]
    [InlineData("ftp://localhost:5289")]
    public async Task Serve_AddressThatCannotBe_IsOneSentence(string url) =>
        AssertOneSentence(await AttuneProcess.RunAsync("serve", "--data", _folder, "--urls", url), 2, "--urls");

    [Fact]
    public async Task Serve_DamagedFolder_IsOneSentence()
    {
        Written("attune.db", new string('x', 9_000));

        AssertOneSentence(await AttuneProcess.RunAsync("serve", "--data", _folder, "--urls", "http://127.0.0.1:0"), 2, "(PRA0");
        Assert.Equal(9_000, new FileInfo(Path.Combine(_folder, "attune.db")).Length);
    }

    [Fact]
    public async Task Demo_Started_IsReadyAndGoesAwayWhenToldTo()
    {
        using var demo = AttuneProcess.Start("demo", "--no-browser", "--urls", "http://127.0.0.1:0");
        var welcome = await demo.ReadyAsync();
        using var client = Browser.ClientFor(welcome);
        var browser = new Browser(client, new Uri(welcome.GetLeftPart(UriPartial.Authority)));
        Assert.Equal("ready", (await browser.GetAsync("/health/ready")).Body);

        var caseload = await browser.FollowAsync(await browser.GetAsync(welcome.PathAndQuery));
        Assert.Contains("Alma", caseload.Text, StringComparison.Ordinal);

        using (var kill = Process.Start("kill", ["-TERM", demo.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(Cancel);
        var (code, _, error) = await demo.EndAsync();
        Assert.Equal((0, ""), (code, error));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertOneSentence((int Code, string Output, string Error) ended, int code, string words)
    {
        Assert.Equal((code, ""), (ended.Code, ended.Output));
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string Written(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
