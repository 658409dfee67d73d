using Attune.Method.Cases;
using Attune.Practice.Records;
using Attune.Vault;

namespace Attune.Benchmarks;

/// <summary>A practice's record on disk with many long therapies, written by the program's own store.</summary>
internal sealed class LongCaseload
{
    public const int Couples = 300;

    public const string Passphrase = "a passphrase for a bench";

    private LongCaseload(string folder, int events, long bytes) => (Folder, EventsEach, Bytes) = (folder, events, bytes);

    public string Folder { get; }

    /// <summary>Of one couple.</summary>
    public int EventsEach { get; }

    /// <summary>Of all couples together, as they lie encrypted.</summary>
    public long Bytes { get; }

    public static CoupleId Couple(int number) => new(new Guid(0x0192f0aa, 0, 0x7000, 0x81, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number));

    public static async Task<LongCaseload> MakeAsync(string below)
    {
        var folder = Directory.CreateDirectory(Path.Combine(below, $"caseload-{Guid.NewGuid():N}")).FullName;
        await using var door = new PracticeDoor(folder, TimeProvider.System, new VaultOptions { KeyDerivation = new KeyDerivation(KeyDerivation.LeastMemoryKiB, 1) });
        await door.CreateAsync("Bench", Passphrase);
        var store = new CaseStore(door);
        await store.AppendAsync(door.Therapist.Value, store.TherapistKeys(), 1, [FiftySessions.Therapist]);
        var told = LongCouple.Tell(Couple(1), door.Therapist);
        // Told once: who the couple is stands in the first event alone. Every row is encrypted anew, under the couple's own keys.
        await Task.WhenAll(Enumerable.Range(1, Couples).Select(async number =>
        {
            var couple = Couple(number);
            var keys = await store.MakeKeysAsync(couple);
            await store.AppendAsync(couple.Value, keys, 0, [((CoupleOpened)told[0]) with { Couple = couple }, .. told[1..]]);
        }));
        return new LongCaseload(folder, told.Length, Couples * told.Sum(happened => (long)Limits.Padded(CaseJson.Write(happened).Length)));
    }
}
