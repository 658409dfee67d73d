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
    private readonly WaitingFiles _waiting = new(time);

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
        if (name is null)
            return;
        _byHash.TryRemove(Hash(name), out _);
        _waiting.Forget(Hash(name));
    }

    /// <summary>A file waits in this browser until it is kept or dropped, and no longer than its session.</summary>
    public void Keep(string? name, WaitingFile file)
    {
        if (Find(name) is BrowserSession.SignedIn)
            _waiting.Keep(Hash(name!), file);
    }

    public WaitingFile? FindWaiting(string? name, Guid couple, int session) =>
        Find(name) is BrowserSession.SignedIn ? _waiting.Find(Hash(name!), couple, session) : null;

    public void Drop(string? name)
    {
        if (name is not null)
            _waiting.Forget(Hash(name));
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
        _waiting.ForgetAll();
        foreach (var (hash, entry) in _byHash)
            _byHash[hash] = entry with { Session = new BrowserSession.Trusted() };
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private sealed record Entry(BrowserSession Session, DateTimeOffset LastSeen);
}
