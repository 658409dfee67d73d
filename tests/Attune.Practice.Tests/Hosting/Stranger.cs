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

/// <summary>Another program on the same machine, that knows the ports and the cluster's name. It says what it got, one line each.</summary>
internal static class Stranger
{
    public const string Verb = "knock";

    // Long enough for an open silo on a busy machine: the specimen has no more of it than the silo that must stay shut.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string siloPort, string gatewayPort, string cluster)
    {
        var silo = new IPEndPoint(IPAddress.Loopback, int.Parse(siloPort, CultureInfo.InvariantCulture));
        var gateway = new IPEndPoint(IPAddress.Loopback, int.Parse(gatewayPort, CultureInfo.InvariantCulture));
        Console.WriteLine($"socket: {await ConnectAsync(silo)}");
        var (client, member) = (CallAsync(gateway, cluster), JoinAsync(silo, cluster));
        Console.WriteLine($"client: {await client}");
        Console.WriteLine($"silo: {await member}");
        return 0;
    }

    /// <summary>What becomes of a connection whose owner says nothing: refused, closed, answered, or open.</summary>
    private static async Task<string> ConnectAsync(IPEndPoint place)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(Patience);
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
        catch (SocketException error)
        {
            // An abort may come before the connecting side has looked: that is a door shut in the face, not a port without an owner.
            return error.SocketErrorCode == SocketError.ConnectionRefused ? "refused" : "closed";
        }
    }

    /// <summary>"joined" when a silo of its own became a member of the cluster; "no way in" when its patience did not do.</summary>
    private static async Task<string> JoinAsync(IPEndPoint primary, string cluster)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(ReachTests.FreePort(), 0, primary, "attune", cluster));
        using var host = builder.Build();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await host.StartAsync(patience.Token).WaitAsync(patience.Token);
            await host.StopAsync(patience.Token).WaitAsync(patience.Token);
            return "joined";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return "no way in";
        }
    }

    /// <summary>"called" when a grain answered, whatever it said; "no way in" when its patience did not do.</summary>
    private static async Task<string> CallAsync(IPEndPoint gateway, string cluster)
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
        using var patience = new CancellationTokenSource(Patience);
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
