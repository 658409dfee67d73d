using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>One person's browser at one program: its page, and what it asked the network for.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _messages = new();

    public Visit(IBrowserContext context, Uri origin, IPage page)
    {
        (Context, Origin, Page) = (context, origin, page);
        context.Request += (_, request) => _requests.Enqueue(request.Url);
        context.Console += (_, message) => _messages.Enqueue(message.Text);
        context.WebError += (_, error) => _messages.Enqueue(error.Error);
    }

    public IBrowserContext Context { get; }

    public Uri Origin { get; }

    public IPage Page { get; }

    /// <summary>Every address that any page of this browser asked for, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What was asked of anybody but the program itself.</summary>
    public IEnumerable<string> Elsewhere => _requests.Where(url =>
        !url.StartsWith("data:", StringComparison.Ordinal) && new Uri(url).GetLeftPart(UriPartial.Authority) != Origin.GetLeftPart(UriPartial.Authority));

    /// <summary>What the browser refused to load or to run.</summary>
    public IEnumerable<string> PolicyErrors => _messages.Where(text => text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
