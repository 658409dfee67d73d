using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Asking;
using Attune.Practice.Auditing;
using Attune.Practice.Couples;
using Attune.Practice.Records;
using Attune.Practice.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Attune.Practice.Hosting;

public static class PracticeHosting
{
    private const int LeastThreads = 16;

    /// <summary>Adds the practice in this process: its door, its grains, and a silo that nobody else can reach.</summary>
    /// <param name="catalogue">The shipped one, with the practice's own files after it when it has any.</param>
    public static IHostApplicationBuilder AddPractice(this IHostApplicationBuilder builder, PracticeDoor door, MethodCatalogue catalogue)
    {
        // What a large practice has taught takes many threads' turns to be tried out: a page that is asked for meanwhile must find a thread at once.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), ports);
        builder.Services.AddPracticeServices(door, catalogue);
        builder.UseOrleans(silo =>
        {
            // No gateway, a port of the system's choosing and a cluster of its own: a second program binds nothing of ours.
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: "attune", clusterId: $"attune-{Guid.NewGuid():N}");
            silo.Configure<SiloConnectionOptions>(connections => connections.ConfigureSiloInboundConnection(RefuseEverybody));
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(30));
            silo.AddPracticeGrains();
        });
        return builder;
    }

    /// <summary>The services of the grains, for a silo of this process or of a test cluster.</summary>
    public static IServiceCollection AddPracticeServices(this IServiceCollection services, PracticeDoor door, MethodCatalogue catalogue) => services
        .AddSingleton(door)
        .AddSingleton(catalogue)
        .AddSingleton<CaseStore>()
        .AddSingleton<AuditBook>()
        .AddSingleton<CheckInLinks>()
        .AddSingleton(services => new SettingsBook(services.GetRequiredService<PracticeDoor>(), services.GetRequiredService<AuditBook>()));

    /// <summary>What every silo of ours has: the gate, and the JSON codec for the types of the rooms below.</summary>
    public static ISiloBuilder AddPracticeGrains(this ISiloBuilder silo)
    {
        silo.AddIncomingGrainCallFilter<ViewerGate>();
        silo.Services.AddSerializer(AddPracticeCodec);
        return silo;
    }

    /// <summary>Our own types travel as JSON: closed sets by their names, ids by their values.</summary>
    // Only types that are named may cross from one process to another: those of this room and of the method's.
    // What is shown cannot be changed by whoever gets it: between two grains of one process it is handed over, not written out and read again.
    public static void AddPracticeCodec(ISerializerBuilder serializer)
    {
        serializer.Configure(manifest =>
        {
            manifest.AddAllowedAssembly(typeof(ICoupleGrain).Assembly);
            manifest.AddAllowedAssembly(typeof(CoupleCase).Assembly);
        }).AddJsonSerializer(IsOurs, type => IsOurs(type) && !SharedViews.Types.Contains(type), options => options.Configure(codec =>
            codec.SerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.General)
            {
                Converters = { new JsonStringEnumConverter() },
                // "NaN" can be typed: it must reach the check that refuses it, and not break on the way.
                NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            }));
        serializer.Services.AddSingleton<IGeneralizedCopier, SharedViews>();
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("Attune", StringComparison.Ordinal) == true && !type.IsDefined(typeof(GenerateSerializerAttribute), false);

    // One process needs no neighbour: every inbound silo connection is somebody else.
    private static void RefuseEverybody(IConnectionBuilder connections) => connections.Use(_ => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
