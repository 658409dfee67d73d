using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Attune.App.Edge;

/// <summary>A file that a browser sent and whose therapist is still looking at what was understood of it.</summary>
/// <param name="Id">Random; the button that keeps it names it, so that an older page keeps no other file.</param>
/// <param name="Couple">Whom it was sent for.</param>
/// <param name="Session">Which of their sessions.</param>
/// <param name="FileName">Without its folder.</param>
/// <param name="Content">As it was sent.</param>
internal sealed record WaitingFile(string Id, Guid Couple, int Session, string FileName, byte[] Content)
{
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>
/// Files between being looked at and being kept: in memory alone, one for each browser, for a short time, and gone with the session of the browser. The page could carry them
/// instead, but then 16 MiB would travel twice more, and lie in the browser's history.
/// </summary>
internal sealed class WaitingFiles(TimeProvider time)
{
    /// <summary>Long enough to look for another file in between [our proposal].</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    /// <summary>Bytes, of all browsers together: four of the largest files [our proposal]. Beyond it the oldest goes.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Kept> _bySession = new(StringComparer.Ordinal);

    /// <summary>Puts it in the place of what waited in this browser.</summary>
    public void Keep(string session, WaitingFile file)
    {
        Forget(session);
        while (_bySession.Values.Sum(kept => (long)kept.File.Content.Length) + file.Content.Length > MostBytes && _bySession.MinBy(kept => kept.Value.Since) is { Key: { } oldest })
            Forget(oldest);
        var timer = time.CreateTimer(_ => Forget(session, file.Id), null, KeptFor, Timeout.InfiniteTimeSpan);
        _bySession[session] = new Kept(file, time.GetUtcNow(), timer);
    }

    public WaitingFile? Find(string session, Guid couple, int number) =>
        _bySession.TryGetValue(session, out var kept) && kept.File.Couple == couple && kept.File.Session == number && time.GetUtcNow() - kept.Since < KeptFor ? kept.File : null;

    public void Forget(string session)
    {
        if (_bySession.TryRemove(session, out var kept))
            kept.Timer.Dispose();
    }

    public void ForgetAll()
    {
        foreach (var session in _bySession.Keys)
            Forget(session);
    }

    private void Forget(string session, string id)
    {
        if (_bySession.TryGetValue(session, out var kept) && kept.File.Id == id)
            Forget(session);
    }

    private sealed record Kept(WaitingFile File, DateTimeOffset Since, ITimer Timer);
}
