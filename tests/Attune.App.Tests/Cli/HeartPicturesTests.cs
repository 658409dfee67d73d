using System.Globalization;
using Attune.App.Tests.Support;
using Attune.Signals.Beats;
using Attune.Signals.Simulation;

namespace Attune.App.Tests.Cli;

/// <summary>
/// The gallery of <c>docs/hearts.md</c>, drawn by the verbs from simulated hearts into <c>artifacts/hearts</c>, with the files they were drawn from. Somebody looks at each before it
/// goes to <c>docs/pictures</c>.
/// </summary>
public sealed class HeartPicturesTests
{
    private const int MostBytes = 150_000;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "hearts")).FullName;

    [Fact]
    public async Task Pictures_OfTheGallery_AreDrawnAndSmall()
    {
        var rise = new HeartCourse(TimeSpan.FromMinutes(25), 72) { Rises = [new HeartRise(TimeSpan.FromMinutes(9), 114, TimeSpan.FromMinutes(4))] };
        var faults = new SensorFaults { EctopicShare = .004, MissedShare = .004, ExtraShare = .004, Dropouts = [new SessionSpan(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(330))] };
        var first = SimulatedHeart.Record(rise, 11).Beats;
        Written("rise.txt", first.IntervalsMs);
        Written("faults.txt", faults.Recorded(SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(8), 68), 4).Beats, 5).IntervalsMs);
        Written("rest.txt", SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(10), 64), 2).Beats.IntervalsMs);
        Written("first.txt", first.IntervalsMs);
        Written("second.txt", Follower(first.IntervalsMs));

        await DrawnAsync("arousal", "rise.txt");
        await DrawnAsync("artefacts", "faults.txt");
        await DrawnAsync("variability", "rest.txt");
        await DrawnAsync("synchrony", "first.txt", "second.txt");
    }

    /// <summary>Two beats behind the first; each beat comes a little early or late by itself, and the clock does not run away.</summary>
    private static double[] Follower(ReadOnlySpan<double> first)
    {
        double[] intervals = [800, 800, .. first];
        for (var i = 1; i < intervals.Length; i++)
            intervals[i] += Late(i) - Late(i - 1);
        return intervals;

        static double Late(int beat) => (beat * 7_919 % 61) - 30;
    }

    private async Task DrawnAsync(string verb, params string[] files)
    {
        var picture = Path.Combine(_folder, $"hearts-{verb}.png");

        var (code, _, error) = await AttuneProcess.RunAsync(["hearts", verb, .. files.Select(file => Path.Combine(_folder, file)), "--plot", picture]);

        Assert.Equal((0, ""), (code, error));
        var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);
        Assert.Equal(Png, bytes[..4]);
        Assert.InRange(bytes.Length, 10_000, MostBytes);
    }

    private void Written(string name, ReadOnlySpan<double> intervals)
    {
        using var writer = new StreamWriter(Path.Combine(_folder, name)) { NewLine = "\n" };
        foreach (var ms in intervals)
            writer.WriteLine(ms.ToString("0", CultureInfo.InvariantCulture));
    }
}
