using Attune.App.Edge;
using Attune.Practice.Records;
using Attune.Practice.Refusals;

namespace Attune.App.Door;

/// <summary>Opens the record and signs browsers in. One passphrase is tried at a time: guessing in parallel gains nothing.</summary>
internal sealed class Doorman(PracticeDoor door, BrowserSessions sessions, QuickUnlock quick) : IDisposable
{
    /// <summary>After this many wrong ones in a row every further try waits [our proposal].</summary>
    private const int FreeTries = 5;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _wrong;

    public static readonly Refusal Wrong = new("DOR004", "That is not the passphrase of this record. Nothing was opened.", "Passphrase");

    public DoorState State => door.State;

    /// <summary>The recovery code, to be shown once; null when another request was first and the record is there already.</summary>
    public async Task<string?> CreateAsync(HttpContext http, string name, string passphrase)
    {
        await _turn.WaitAsync(http.RequestAborted);
        try
        {
            if (door.State != DoorState.NoRecordYet)
                return null;
            var code = await door.CreateAsync(name, passphrase, CancellationToken.None);
            SignIn(http);
            return code;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Unseals when that is needed, and signs this browser in. While the record is open the short number does as well.</summary>
    public Task<bool> ComeInAsync(HttpContext http, string entered) => TryAsync(http, async () => door.State == DoorState.Open
        ? quick.Opens(entered) || await door.IsPassphraseAsync(entered)
        : await door.UnsealAsync(entered));

    /// <summary>What opens now, for the label of the field.</summary>
    public bool TakesNumber => door.State == DoorState.Open && quick.IsSet;

    public Task<bool> ComeInWithCodeAsync(HttpContext http, string code) => TryAsync(http, () => door.UnsealWithRecoveryCodeAsync(code));

    /// <summary>Signs in the browser without a question: only the demo, whose couples are invented, does this.</summary>
    public void SignIn(HttpContext http) => Become(http, new BrowserSession.SignedIn(door.Therapist));

    public void Become(HttpContext http, BrowserSession session) =>
        SessionCookie.Write(http, sessions.Replace(SessionCookie.Read(http.Request), session));

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TryAsync(HttpContext http, Func<Task<bool>> attempt)
    {
        await _turn.WaitAsync(http.RequestAborted);
        try
        {
            if (_wrong >= FreeTries)
                await Task.Delay(Wait, door.Time, http.RequestAborted);
            var right = await attempt();
            _wrong = right ? 0 : _wrong + 1;
            quick.Tried(right);
            if (right)
                SignIn(http);
            return right;
        }
        finally
        {
            _turn.Release();
        }
    }
}
