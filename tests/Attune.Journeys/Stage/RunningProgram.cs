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

    private readonly Process _process;
    private readonly DirectoryInfo? _ownFolder;

    private RunningProgram(Process process, DirectoryInfo? ownFolder, Uri welcome) =>
        (_process, _ownFolder, Welcome) = (process, ownFolder, welcome);

    /// <summary>The one-time address that it printed.</summary>
    public Uri Welcome { get; }

    public Uri Origin => new(Welcome.GetLeftPart(UriPartial.Authority));

    /// <summary>The practice's own record; in a folder that goes away with the program when none is given.</summary>
    public static Task<RunningProgram> ServeAsync(DirectoryInfo? data = null)
    {
        var own = data is null ? Directory.CreateTempSubdirectory("attune-journey-") : null;
        return StartAsync(own, ["serve", "--data", (data ?? own!).FullName, "--urls", FreeAddress()]);
    }

    /// <summary>The fictional couple.</summary>
    public static Task<RunningProgram> DemoAsync() => StartAsync(null, ["demo", "--no-browser", "--urls", FreeAddress()]);

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

    private static async Task<RunningProgram> StartAsync(DirectoryInfo? ownFolder, IEnumerable<string> arguments)
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
                    return new RunningProgram(process, ownFolder, new Uri(line["ready: ".Length..]));
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
