using System.Diagnostics;
using System.Globalization;
using Attune.Signals.RecordingFiles;
using Attune.Signals.RecordingFiles.Binary;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>
/// Long runs over mutated files, for whoever changes a reader: <c>ATTUNE_FUZZ_SECONDS=60 dotnet test ... --filter-class "*FuzzTests"</c>. Skipped, visibly, without the
/// variable; what such runs found is kept as cases below and in the other tests.
/// </summary>
public sealed class FuzzTests
{
    private const int Seed = 20_261_124;

    [Theory]
    [InlineData("run.fit")]
    [InlineData("events.fit")]
    [InlineData("night.edf")]
    [InlineData("session.zip")]
    [InlineData("plain.txt.gz")]
    [InlineData("numbers.npy")]
    [InlineData("reals.npy")]
    public void Read_ManyMutations_Answer(string name)
    {
        var (random, clock, count) = (new Random(Seed), Stopwatch.StartNew(), 0);
        var outcomes = new Dictionary<string, int>();
        for (var seconds = Seconds(); clock.Elapsed < seconds; count++)
        {
            var file = Mutated(SampleFiles.All[name], random);
            try
            {
                var outcome = RecordingFile.Read(name, file);
                HostileFilesTests.AssertSound(outcome);
                var kind = outcome is RecordingOutcome.Refused refused ? refused.Code : outcome.GetType().Name;
                outcomes[kind] = outcomes.GetValueOrDefault(kind) + 1;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Assert.Fail($"{name}, mutation {count} of seed {Seed}: {Convert.ToBase64String(file)}\n{failure}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {count} files, seed {Seed}: {string.Join(", ", outcomes.Select(pair => $"{pair.Key} {pair.Value}"))}");
    }

    [Fact]
    public void Bluetooth_ManyNotifications_Answer()
    {
        var (random, clock, count) = (new Random(Seed), Stopwatch.StartNew(), 0L);
        for (var seconds = Seconds(); clock.Elapsed < seconds; count++)
        {
            var at = DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000);
            var received = new List<ReceivedMeasurement>();
            for (var i = random.Next(40); i > 0; i--)
            {
                var value = new byte[random.Next(24)];
                random.NextBytes(value);
                if (random.Next(3) > 0 && value.Length > 0)
                    value[0] = 0x10;
                at = random.Next(50) == 0 ? DateTimeOffset.UnixEpoch.AddSeconds(random.NextInt64(0, 4_000_000_000)) : at.AddMilliseconds(random.Next(-500, 3_000));
                received.Add(new(at, value));
            }

            HostileFilesTests.AssertSound(BluetoothReader.Read(received));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Bluetooth: {count} recordings, seed {Seed}");
    }

    private static TimeSpan Seconds()
    {
        var given = Environment.GetEnvironmentVariable("ATTUNE_FUZZ_SECONDS");
        Assert.SkipWhen(string.IsNullOrEmpty(given), "The variable ATTUNE_FUZZ_SECONDS does not say how long to fuzz.");
        return TimeSpan.FromSeconds(int.Parse(given!, CultureInfo.InvariantCulture));
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        var file = new List<byte>(whole);
        for (var i = 1 + random.Next(6); i > 0 && file.Count > 0; i--)
        {
            var at = random.Next(file.Count);
            switch (random.Next(7))
            {
                case 0:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    file[at] = (byte)random.Next(256);
                    break;
                case 2:
                    file[at] = ((byte[])[0, 1, 0x7F, 0x80, 0xFF, (byte)'-', (byte)'9'])[random.Next(7)];
                    break;
                case 3:
                    file.RemoveRange(at, Math.Min(file.Count - at, 1 + random.Next(16)));
                    break;
                case 4:
                    file.InsertRange(at, file.GetRange(at, Math.Min(file.Count - at, 1 + random.Next(64))));
                    break;
                case 5:
                    file.RemoveRange(at, file.Count - at);
                    break;
                default:
                    for (var j = at; j < Math.Min(file.Count, at + 4); j++)
                        file[j] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. file];
    }
}
