using Attune.Method.Catalogue;
using Attune.Method.Simulation;
using Attune.Practice.Auditing;
using Attune.Practice.Records;
using Attune.Practice.Viewing;
using Attune.Vault;

namespace Attune.Practice.Demo;

/// <summary>A practice with an invented therapist and invented couples, told through the same commands as a person's.</summary>
public sealed class DemoStage : IAsyncDisposable
{
    /// <summary>Opens the demo again after a hand-over. It guards nothing: every person in it is invented.</summary>
    public const string Passphrase = "a fictional couple";

    private readonly StoryClock _clock;

    private DemoStage(PracticeDoor door, StoryClock clock) => (Door, _clock) = (door, clock);

    public PracticeDoor Door { get; }

    /// <summary>Makes the practice in an empty folder.</summary>
    public static async Task<DemoStage> SetAsync(string folder, CancellationToken cancel = default)
    {
        var clock = new StoryClock();
        var door = new PracticeDoor(folder, clock, new VaultOptions { KeyDerivation = new KeyDerivation(KeyDerivation.LeastMemoryKiB, 1) });
        await door.CreateAsync("Robin Quill", Passphrase, cancel);
        return new DemoStage(door, clock);
    }

    /// <summary>Tells the story: six sessions, a week apart, the last one yesterday. The same seed tells the same story.</summary>
    public async Task PlayAsync(IGrainFactory grains, ulong seed)
    {
        try
        {
            await new SixSessions(grains, new Viewer.OwnTherapist(Door.Therapist), _clock, seed).PlayAsync();
        }
        finally
        {
            _clock.LetRun();
        }
    }

    /// <summary>
    /// Tells the other couples of the caseload: three with sixteen sessions, one with eight, one new. Each is there whole or not at all, and the clock runs
    /// on meanwhile. The same seed, on the same day, tells the same stories.
    /// </summary>
    public async Task PlayCaseloadAsync(ulong seed)
    {
        var therapist = new Viewer.OwnTherapist(Door.Therapist);
        var store = new CaseStore(Door);
        var audit = new AuditBook(store);
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        foreach (var script in DemoCaseload.Scripts)
        {
            var teller = new StoryTeller(script, therapist, today, seed);
            var told = teller.Tell();
            var keys = await store.MakeKeysAsync(script.Id);
            foreach (var (recording, whose, chunk) in teller.Beats)
                await store.KeepBeatsAsync(recording, keys[whose], chunk.AsMemory());
            await audit.ChangedAsync(script.Id.Value, therapist, "tell-story");
            await store.AppendAsync(script.Id.Value, keys, 0, told);
        }
    }

    /// <summary>
    /// Couples of the simulator whose work has ended, for what only many can show; their names say what they are. The same seed and options make the same.
    /// </summary>
    /// <param name="couples">How many.</param>
    public Task PlaySimulatedAsync(MethodCatalogue catalogue, int couples, ulong seed, SimulationOptions? options = null)
    {
        var store = new CaseStore(Door);
        return SimulatedStory.WriteAsync(
            store, new AuditBook(store), new Viewer.OwnTherapist(Door.Therapist), catalogue, new CoupleSimulator(catalogue, options ?? new SimulationOptions()).Couples((uint)seed, 1, couples), _clock.GetUtcNow());
    }

    /// <summary>A couple is in session now. The task that is returned lets it go on until it is told to stop.</summary>
    public async Task<Func<CancellationToken, Task>> PlayNowAsync(IGrainFactory grains, ulong seed)
    {
        var now = new SessionNow(grains, new Viewer.OwnTherapist(Door.Therapist), new CaseStore(Door), seed);
        await now.BeginAsync();
        return now.GoOnAsync;
    }

    public ValueTask DisposeAsync() => Door.DisposeAsync();
}
