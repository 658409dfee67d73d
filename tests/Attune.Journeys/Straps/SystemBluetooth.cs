using System.Diagnostics;
using System.Threading.Channels;

namespace Attune.Journeys.Straps;

/// <summary>A Linux system's Bluetooth with one strap: a bus of its own, and on it <c>fake_bluez.py</c>. A browser that is sent there must be closed before it.</summary>
internal sealed class SystemBluetooth : IAsyncDisposable
{
    public const string Strap = "C0:DE:00:00:00:01";

    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("attune-bus-");
    private readonly List<Process> _processes = [];
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();

    private SystemBluetooth()
    {
    }

    /// <summary>What <c>DBUS_SYSTEM_BUS_ADDRESS</c> has to be.</summary>
    public string Bus => $"unix:path={_folder.FullName}/bus";

    public static async Task<SystemBluetooth> StartAsync()
    {
        var python = Require();
        var system = new SystemBluetooth();
        try
        {
            await system.BeginAsync(python);
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }

        return system;
    }

    /// <summary>One notification of the strap.</summary>
    public Task SayAsync(params byte[] message) => TellAsync($"say {Convert.ToHexStringLower(message)}");

    public Task LoseAsync() => TellAsync("lose");

    public Task ComeNearAsync() => TellAsync("near");

    /// <summary>Waits until the browser has asked for this: <c>connected</c>, <c>notifying</c>, ...</summary>
    public async Task UntilAsync(string asked)
    {
        using var patience = new CancellationTokenSource(AnswersWithin);
        while (await _said.Reader.ReadAsync(patience.Token) != asked)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes))
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task BeginAsync(string python)
    {
        var settings = Path.Combine(_folder.FullName, "bus.conf");
        await File.WriteAllTextAsync(settings, $"""
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>{Bus}</listen>
              <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
            </busconfig>
            """);
        await LineAsync(Start("dbus-daemon", [$"--config-file={settings}", "--nofork", "--nopidfile", "--print-address"]));
        var bluez = Start(python, [Path.Combine(AppContext.BaseDirectory, "fake_bluez.py")]);
        bluez.OutputDataReceived += (_, line) => _ = line.Data is not null && _said.Writer.TryWrite(line.Data);
        bluez.BeginOutputReadLine();
        await UntilAsync("ready");
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DBUS_SYSTEM_BUS_ADDRESS"] = Bus;
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    private async Task TellAsync(string line)
    {
        var input = _processes[^1].StandardInput;
        await input.WriteLineAsync(line);
        await input.FlushAsync();
    }

    private static async Task<string?> LineAsync(Process process)
    {
        using var patience = new CancellationTokenSource(AnswersWithin);
        return await process.StandardOutput.ReadLineAsync(patience.Token);
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
