using Attune.Practice.Tests.Hosting;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Attune.Practice.Tests;

/// <summary>The usual entry of a test assembly, with one more: a stranger who knocks at a silo from another process.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [Stranger.Verb, var port, var cluster] => Stranger.RunAsync(port, cluster),
        _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
