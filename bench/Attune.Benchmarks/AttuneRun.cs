using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Attune.Benchmarks;

/// <summary>The program as a process of its own, asked over HTTP as a browser asks it.</summary>
internal sealed partial class AttuneRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly HttpClient _standing;

    private AttuneRun(Process process, Uri welcome)
    {
        _process = process;
        Welcome = welcome;
        var cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = cookies }) { BaseAddress = welcome, Timeout = Limit };
        _standing = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = welcome, Timeout = Limit };
    }

    public Uri Welcome { get; }

    /// <summary>What the program's threads have used so far; it does not count the waiting for others.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Returns when the program has said that it is ready.</summary>
    public static async Task<AttuneRun> StartAsync(params string[] args)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program.AttuneDll, .. args, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        using var limit = new CancellationTokenSource(Limit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("ready: ", StringComparison.Ordinal))
                return new AttuneRun(process, new Uri(line["ready: ".Length..]));
        }

        throw new InvalidOperationException($"attune {string.Join(' ', args)} ended before it was ready.");
    }

    /// <summary>Asks, follows where it leads, and reads the page to its end.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends JSON from a page of its own; anything but an answer that it was done is an error.</summary>
    public async Task PostAsync(string path, byte[] json)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(json) };
        post.Content.Headers.ContentType = new("application/json");
        post.Headers.Add("Origin", Welcome.GetLeftPart(UriPartial.Authority));
        using var answer = await _standing.SendAsync(post);
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await answer.Content.CopyToAsync(System.IO.Stream.Null);
    }

    /// <summary>Comes in by the one-time address and unseals; goes to no page after it.</summary>
    public async Task UnsealAsync(string passphrase)
    {
        var form = await PageAsync(Welcome.PathAndQuery);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/unseal")
        {
            Content = new FormUrlEncodedContent([new("_handler", "unseal"), new("__RequestVerificationToken", Token().Match(form).Groups[1].Value), new("Passphrase", passphrase)]),
        };
        post.Headers.Add("Origin", Welcome.GetLeftPart(UriPartial.Authority));
        using var answer = await _standing.SendAsync(post);
        if (answer.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Found))
            throw new InvalidOperationException($"The record was not unsealed: {answer.StatusCode}.");
    }

    /// <summary>Asks it to stop, so that it takes its folder with it.</summary>
    public void Dispose()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            kill.WaitForExit();
        if (!_process.WaitForExit(Limit))
            _process.Kill();
        _process.Dispose();
        _client.Dispose();
        _standing.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();
}
