using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Attune.Practice.Hosting;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Attune.Practice.Tests.Hosting;

/// <summary>Another program on the same machine, that knows the port and the cluster's name. It says what it got, one line each.</summary>
internal static class Stranger
{
    public const string Verb = "knock";

    public static async Task<int> RunAsync(string port, string cluster)
    {
        var place = new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
        Console.WriteLine($"socket: {await ConnectAsync(place)}");
        Console.WriteLine($"client: {await CallAsync(place, cluster)}");
        return 0;
    }

    /// <summary>What becomes of a connection whose owner says nothing for two seconds: refused, closed, answered, or open.</summary>
    public static async Task<string> ConnectAsync(IPEndPoint place)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await client.ConnectAsync(place, patience.Token);
            var read = await client.GetStream().ReadAsync(new byte[256], patience.Token);
            return read == 0 ? "closed" : $"answered {read} bytes";
        }
        catch (OperationCanceledException)
        {
            return "open";
        }
        catch (IOException)
        {
            return "closed";
        }
        catch (SocketException)
        {
            return "refused";
        }
    }

    /// <summary>"called" when a grain answered, whatever it said; "no way in" when ten seconds did not do.</summary>
    public static async Task<string> CallAsync(IPEndPoint gateway, string cluster)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(gateway);
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "attune"));
            client.Configure<ConnectionOptions>(options => options.OpenConnectionTimeout = TimeSpan.FromSeconds(2));
            client.Services.AddSerializer(PracticeHosting.AddPracticeCodec);
        });
        using var host = builder.Build();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await host.StartAsync(patience.Token).WaitAsync(patience.Token);
            var therapist = host.Services.GetRequiredService<IClusterClient>().GetGrain<ITherapistGrain>(Guid.NewGuid());
            await therapist.SeeCaseload(new Viewer.OwnTherapist(default)).WaitAsync(patience.Token);
            return "called";
        }
        catch (Refusals.RefusedException)
        {
            return "called";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return "no way in";
        }
    }
}
