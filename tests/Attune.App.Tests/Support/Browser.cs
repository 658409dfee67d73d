using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Attune.App.Tests.Support;

/// <summary>A browser as far as the edge can tell: it keeps cookies, sends its origin with a form, and follows nothing by itself.</summary>
internal sealed class Browser(HttpClient client, Uri address)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public string Origin { get; } = address.GetLeftPart(UriPartial.Authority);

    /// <summary>The name of the session, as the cookie carries it.</summary>
    public string? SessionName => _cookies.GetValueOrDefault(CookieName);

    private string CookieName => string.Create(CultureInfo.InvariantCulture, $"attune-{address.Port}");

    public static HttpClient ClientFor(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (connection, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, connection.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public Browser Named(string session)
    {
        _cookies[CookieName] = session;
        return this;
    }

    /// <summary>Another browser with the same cookies as this one has now.</summary>
    public Browser Copy()
    {
        var copy = new Browser(client, address);
        foreach (var (name, value) in _cookies)
            copy._cookies[name] = value;
        return copy;
    }

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Page> PostAsync(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Origin", Origin);
        // Who is refused for the size reads why before sending it all.
        request.Headers.ExpectContinue = content is MultipartContent;
        return SendAsync(request);
    }

    /// <summary>Sends the form of that name as it stands on the page, with these fields typed over; a name twice is two ticks.</summary>
    public Task<Page> SubmitAsync(Page page, string form, params (string Name, string Value)[] typed)
    {
        var (action, pairs) = page.Pairs(form);
        pairs.RemoveAll(pair => typed.Any(one => one.Name == pair.Key));
        pairs.AddRange(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return PostAsync(action, new FormUrlEncodedContent(pairs));
    }

    /// <summary>Asks for the page, sends its form, and follows to where it leads.</summary>
    public async Task<Page> DoAsync(string path, string form, params (string Name, string Value)[] typed) =>
        await FollowAsync(await SubmitAsync(await GetAsync(path), form, typed));

    public Task<Page> FollowAsync(Page page) => GetAsync(page.Location ?? throw new InvalidOperationException($"{page.Path} leads nowhere: {page.Status}."));

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(header);
        return await Page.ReadAsync(request.RequestUri!.OriginalString, response);
    }

    private void Keep(string header)
    {
        var pair = header.Split(';')[0].Split('=', 2);
        if (pair[1].Length > 0)
            _cookies[pair[0]] = pair[1];
        else
            _cookies.Remove(pair[0]);
    }
}
