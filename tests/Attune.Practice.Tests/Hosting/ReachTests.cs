using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Attune.Method.Catalogue;
using Attune.Practice.Hosting;
using Attune.Practice.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Attune.Practice.Tests.Hosting;

/// <summary>Nobody but this process reaches the grains. Each way is tried on a silo that is left open as well, and works there.</summary>
public sealed class ReachTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silo_AnotherProcessKnocks_ClosesAndAnswersNothing()
    {
        var silo = _practice.Services.GetRequiredService<ILocalSiloDetails>();

        Assert.Equal(["socket: closed", "client: no way in", "silo: no way in"], await KnockAsync(silo.SiloAddress.Endpoint, silo.SiloAddress.Endpoint, silo.ClusterId));
    }

    [Fact]
    public async Task OpenSilo_AnotherProcessKnocks_LetsItIn()
    {
        using var host = await StartOpenSiloAsync();
        var silo = host.Services.GetRequiredService<ILocalSiloDetails>();

        var got = await KnockAsync(silo.SiloAddress.Endpoint, silo.GatewayAddress.Endpoint, silo.ClusterId);

        Assert.StartsWith("socket: answered", got[0], StringComparison.Ordinal);
        Assert.Equal(["client: called", "silo: joined"], got[1..]);
        await host.StopAsync(Cancel);
    }

    [Fact]
    public void Silo_Running_ListensOnLoopbackAndHasNoGateway()
    {
        var silo = _practice.Services.GetRequiredService<ILocalSiloDetails>();
        var port = silo.SiloAddress.Endpoint.Port;

        Assert.Null(silo.GatewayAddress);
        Assert.NotEqual(EndpointOptions.DEFAULT_GATEWAY_PORT, port);
        Assert.Equal([IPAddress.Loopback], IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(one => one.Port == port).Select(one => one.Address));
    }

    /// <summary>Two programs at once never share a cluster, whatever port they happen to get.</summary>
    [Fact]
    public async Task Silo_Second_HasAClusterOfItsOwn()
    {
        await using var other = await TestPractice.CreateAsync();

        Assert.NotEqual(
            _practice.Services.GetRequiredService<ILocalSiloDetails>().ClusterId, other.Services.GetRequiredService<ILocalSiloDetails>().ClusterId);
    }

    private async Task<IHost> StartOpenSiloAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddPracticeServices(_practice.Door, MethodCatalogue.BuiltIn);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: "attune", clusterId: "left-open");
            silo.AddPracticeGrains();
        });
        var host = builder.Build();
        await host.StartAsync(Cancel);
        return host;
    }

    private static async Task<string[]> KnockAsync(IPEndPoint silo, IPEndPoint gateway, string cluster)
    {
        using var stranger = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Attune.Practice.Tests.exe" : "Attune.Practice.Tests"), [Stranger.Verb, Text(silo.Port), Text(gateway.Port), cluster])
        { RedirectStandardOutput = true })!;
        var said = await stranger.StandardOutput.ReadToEndAsync(Cancel);
        await stranger.WaitForExitAsync(Cancel);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
