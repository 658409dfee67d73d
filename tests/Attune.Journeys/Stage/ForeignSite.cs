using System.Net;
using System.Text;

namespace Attune.Journeys.Stage;

/// <summary>Another program on this machine, on a port of its own, that serves one page to who asks.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _page;
    private readonly Task _serving;

    public ForeignSite(string html)
    {
        _page = Encoding.UTF8.GetBytes(html);
        Address = new Uri(RunningProgram.FreeAddress());
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _listener.GetContextAsync();
                asked.Response.ContentType = "text/html; charset=utf-8";
                await asked.Response.OutputStream.WriteAsync(_page);
                asked.Response.Close();
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or HttpListenerException)
        {
            // It was closed while it waited for the next who asks.
        }
    }
}
