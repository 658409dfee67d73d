using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Attune.Journeys.Stage;

/// <summary>The real program as a process of its own, with its own folder and port. It is stopped as a person stops it, before anything is removed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo? _ownFolder;
    private readonly IReadOnlyList<string> _arguments;
    private Process _process;

    private RunningProgram(DirectoryInfo? ownFolder, IReadOnlyList<string> arguments, (Process Process, Uri Welcome) started)
    {
        (_ownFolder, _arguments) = (ownFolder, arguments);
        (_process, Welcome) = started;
    }

    /// <summary>The one-time address that it printed.</summary>
    public Uri Welcome { get; private set; }

    public Uri Origin => new(Welcome.GetLeftPart(UriPartial.Authority));

    /// <summary>The practice's own record; in a folder that goes away with the program when none is given.</summary>
    public static async Task<RunningProgram> ServeAsync(DirectoryInfo? data = null)
    {
        var own = data is null ? Directory.CreateTempSubdirectory("attune-journey-") : null;
        string[] arguments = ["serve", "--data", (data ?? own!).FullName, "--urls", FreeAddress()];
        return new RunningProgram(own, arguments, await StartAsync(arguments));
    }

    /// <summary>The fictional couple.</summary>
    public static async Task<RunningProgram> DemoAsync()
    {
        string[] arguments = ["demo", "--no-browser", "--urls", FreeAddress()];
        return new RunningProgram(null, arguments, await StartAsync(arguments));
    }

    /// <summary>Ended from outside in the middle of whatever it does, as by a power cut.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Started again after <see cref="KillAsync"/>: the same record, the same address, sealed.</summary>
    public async Task StartAgainAsync()
    {
        _process.Dispose();
        (_process, Welcome) = await StartAsync(_arguments);
    }

    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _ownFolder?.Delete(recursive: true);
    }

    private static async Task<(Process Process, Uri Welcome)> StartAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost(), [Path.Combine(AppContext.BaseDirectory, "attune.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var said = Channel.CreateUnbounded<string>();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => said.Writer.TryComplete();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var patience = new CancellationTokenSource(StartsWithin);
        var heard = new List<string>();
        try
        {
            await foreach (var line in said.Reader.ReadAllAsync(patience.Token))
            {
                heard.Add(line);
                if (line.StartsWith("ready: ", StringComparison.Ordinal))
                    return (process, new Uri(line["ready: ".Length..]));
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        throw new InvalidOperationException($"The program did not become ready. It said: {string.Join(Environment.NewLine, heard)}");

        void Note(string? line)
        {
            if (line is not null)
                said.Writer.TryWrite(line);
        }
    }

    private async Task StopAsync()
    {
        if (_process.HasExited)
            return;
        using var patience = new CancellationTokenSource(StopsWithin);
        try
        {
            // As Ctrl+C does. Windows has no such signal for another process; there it is ended at once.
            if (!OperatingSystem.IsWindows())
            {
                using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(patience.Token);
                await _process.WaitForExitAsync(patience.Token);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            TestContext.Current.AddWarning("The program did not stop when it was asked to, and was ended.");
        }

        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    // The one that runs this test: what is on PATH may be another version, or not there at all.
    private static string DotnetHost()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
