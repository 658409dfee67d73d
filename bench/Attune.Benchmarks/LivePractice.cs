using System.Buffers.Binary;
using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Records;
using Attune.Vault;

namespace Attune.Benchmarks;

/// <summary>A practice's record on disk with many sessions that go on, and the hearts of each.</summary>
internal sealed class LivePractice
{
    public const string Passphrase = "a passphrase for a bench";

    private LivePractice(string folder, int sessions) => (Folder, Sessions) = (folder, sessions);

    public string Folder { get; }

    public int Sessions { get; }

    public static CoupleId Couple(int number) => new(new Guid(0x0192f0aa, 0, 0x7000, 0x82, 0, 0, 0, 0, (byte)(number >> 16), (byte)(number >> 8), (byte)number));

    public static Guid Stream(int number) => new(0x0192f0aa, 0, 0x7000, 0x83, 0, 0, 0, 0, (byte)(number >> 16), (byte)(number >> 8), (byte)number);

    public static PracticeDoor Door(string folder) =>
        new(folder, TimeProvider.System, new VaultOptions { KeyDerivation = new KeyDerivation(KeyDerivation.LeastMemoryKiB, 1) });

    public static async Task<LivePractice> MakeAsync(string below, int sessions)
    {
        var folder = Directory.CreateDirectory(Path.Combine(below, $"live-{Guid.NewGuid():N}")).FullName;
        await using var door = Door(folder);
        await door.CreateAsync("Bench", Passphrase);
        var store = new CaseStore(door);
        var at = DateTimeOffset.UnixEpoch.AddYears(56);
        await Task.WhenAll(Enumerable.Range(1, sessions).Select(async number =>
        {
            var keys = await store.MakeKeysAsync(Couple(number));
            await store.AppendAsync(Couple(number).Value, keys, 0,
            [
                new CoupleOpened { At = at, Couple = Couple(number) },
                new PartnerHeartAgreed { At = at, Partner = Partner.A, Agreed = true },
                new PartnerHeartAgreed { At = at, Partner = Partner.B, Agreed = true },
                new LiveSessionBegun { At = at, Session = 1, Live = new LiveId(Stream(number)), StartedAt = at },
            ]);
        }));
        return new LivePractice(folder, sessions);
    }

    /// <summary>What three straps send in one second: a message each, 72 beats a minute and a little more.</summary>
    public static LiveItem[] Second(int second) =>
    [
        .. Enum.GetValues<HeartOf>().Select(heart => new LiveItem.Beat { At = (second + 1) * 1_000, Heart = heart, Value = Message(840 + (7 * (int)heart), second) }),
    ];

    // A beat each second, and two in every fifth: about 72 a minute.
    private static string Message(int ticks, int second)
    {
        var beats = second % 5 == 0 ? 2 : 1;
        var bytes = new byte[2 + (2 * beats)];
        (bytes[0], bytes[1]) = (0x10, 72);
        for (var i = 0; i < beats; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 + (2 * i)), (ushort)ticks);
        return Convert.ToHexStringLower(bytes);
    }
}
