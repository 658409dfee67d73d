using System.Diagnostics;
using Attune.App.Door;
using Attune.App.Edge;
using Attune.App.Hosting;
using Microsoft.AspNetCore.Connections;

namespace Attune.App.Cli;

/// <summary>A program that serves until it is told to stop.</summary>
internal static class Served
{
    public static async Task<int> RunAsync(WebApplication app, bool openBrowser, CancellationToken cancel, Func<Task>? beforeReady = null)
    {
        await using (app)
        {
            var readiness = app.Services.GetRequiredService<Readiness>();
            if (beforeReady is not null)
                readiness.Hold();
            Uri address;
            try
            {
                address = await AttuneHost.StartAsync(app, cancel);
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException)
            {
                await Console.Error.WriteLineAsync("The port is taken: another Attune is running, or another program has it. Stop that one, or choose another with --urls http://localhost:5281.");
                return 3;
            }

            if (beforeReady is not null)
                await beforeReady();
            readiness.Release();
            var welcome = new Uri(address, app.Services.GetRequiredService<OneTimeAddress>().Path);
            Console.WriteLine($"ready: {welcome}");
            if (openBrowser)
                Open(welcome);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
    }

    // Where no browser can be opened, the printed address is there to be opened by hand.
    private static void Open(Uri address)
    {
        try
        {
            using var _ = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception nothingThere) when (nothingThere is System.ComponentModel.Win32Exception or PlatformNotSupportedException or InvalidOperationException)
        {
            Console.WriteLine("Open the address above in your browser.");
        }
    }
}
