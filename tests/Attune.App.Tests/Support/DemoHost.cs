using Attune.App.Tests.Support;

[assembly: AssemblyFixture(typeof(DemoHost))]

namespace Attune.App.Tests.Support;

/// <summary>One demo practice for every test that only looks, or that changes what no other looks at.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await RunningHost.DemoAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
