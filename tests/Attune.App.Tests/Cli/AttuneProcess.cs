using System.Diagnostics;

namespace Attune.App.Tests.Cli;

/// <summary>The program as a process of its own, as it is started from a shell.</summary>
internal sealed class AttuneProcess : IDisposable
{
    private readonly Process _process;

    private AttuneProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    public static AttuneProcess Start(params string[] args) => new(Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "attune.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        })!);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var started = Start(args);
        return await started.EndAsync();
    }

    /// <summary>The address that it prints when it is ready.</summary>
    public async Task<Uri> ReadyAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(40));
        while (await Output.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("ready: ", StringComparison.Ordinal))
                return new Uri(line["ready: ".Length..]);
        }

        throw new InvalidOperationException("The program ended before it was ready.");
    }

    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(40));
        var output = _process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
