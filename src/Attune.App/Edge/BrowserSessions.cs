using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Attune.App.Edge;

/// <summary>
/// The sessions of browsers, kept in memory under the hash of their names. Every change of what a browser may do gives it a new name, so that an
/// old one is worth nothing.
/// </summary>
internal sealed class BrowserSessions(TimeProvider time)
{
    /// <summary>A therapist who did nothing for this long is signed out [our proposal].</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Entry> _byHash = new(StringComparer.Ordinal);

    /// <summary>Begins a session; returns its name for the cookie.</summary>
    public string Begin(BrowserSession session)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _byHash[Hash(name)] = new Entry(session, time.GetUtcNow());
        return name;
    }

    /// <summary>Ends the old session, if any, and begins the new one.</summary>
    public string Replace(string? oldName, BrowserSession session)
    {
        End(oldName);
        return Begin(session);
    }

    public void End(string? name)
    {
        if (name is not null)
            _byHash.TryRemove(Hash(name), out _);
    }

    public BrowserSession? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var hash = Hash(name);
        if (!_byHash.TryGetValue(hash, out var entry))
            return null;
        var now = time.GetUtcNow();
        if (entry.Session is BrowserSession.SignedIn && now - entry.LastSeen > Idle)
            entry = entry with { Session = new BrowserSession.Trusted() };
        _byHash[hash] = entry with { LastSeen = now };
        return entry.Session;
    }

    /// <summary>After sealing nobody is signed in and no hand-over is open; the browsers stay known.</summary>
    public void SignEverybodyOut()
    {
        foreach (var (hash, entry) in _byHash)
            _byHash[hash] = entry with { Session = new BrowserSession.Trusted() };
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private sealed record Entry(BrowserSession Session, DateTimeOffset LastSeen);
}
