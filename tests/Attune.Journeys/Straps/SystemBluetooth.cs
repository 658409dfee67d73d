using System.Diagnostics;
using System.Threading.Channels;

namespace Attune.Journeys.Straps;

/// <summary>A Linux system's Bluetooth with one strap, played by <c>fake_bluez.py</c> on a bus of its own. A browser that is sent there must be closed before it.</summary>
internal sealed class SystemBluetooth : IAsyncDisposable
{
    public const string Strap = "C0:DE:00:00:00:01";

    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("attune-bus-");
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();
    private readonly Process _process;

    private SystemBluetooth(string python)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "fake_bluez.py"), _folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _ = line.Data is null ? _said.Writer.TryComplete() : _said.Writer.TryWrite(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>What <c>DBUS_SYSTEM_BUS_ADDRESS</c> has to be.</summary>
    public string Bus { get; private set; } = "";

    public static async Task<SystemBluetooth> StartAsync()
    {
        var system = new SystemBluetooth(Require());
        try
        {
            system.Bus = (await system.UntilAsync("ready "))["ready ".Length..];
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>One notification of the strap.</summary>
    public Task SayAsync(params byte[] message) => TellAsync($"say {Convert.ToHexStringLower(message)}");

    public Task LoseAsync() => TellAsync("lose");

    public Task ComeNearAsync() => TellAsync("near");

    /// <summary>Waits until the browser has asked for this: <c>connected</c>, <c>notifying</c>, ...</summary>
    public async Task<string> UntilAsync(string asked)
    {
        using var patience = new CancellationTokenSource(AnswersWithin);
        while (true)
        {
            if (await _said.Reader.ReadAsync(patience.Token) is var said && said.StartsWith(asked, StringComparison.Ordinal))
                return said;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing more can come: it ends, and its bus with it.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>A Python that can speak to a bus. Where it, or the bus, is absent: a visible skip.</summary>
    private static string Require()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does a browser reach Bluetooth over a bus that a test can make.");
        var python = ((string[])["/usr/bin/python3", "python3"]).FirstOrDefault(one => Runs(one, "-c", "import dbus, gi"));
        Assert.SkipUnless(python is not null && Runs("dbus-daemon", "--version"),
            "The system's Bluetooth cannot be played here: it takes dbus-daemon, and a Python with dbus and gi (apt-get install dbus python3-dbus python3-gi).");
        return python!;
    }

    private static bool Runs(string program, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
