using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Attune.Vault.Tests;

/// <summary>The usual entry of a test assembly, with two more: a writer for the durability tests, and a measurement.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [WriterProcess.Verb, .. var rest] => WriterProcess.RunAsync(rest),
        [AppendMeasure.Verb] => AppendMeasure.RunAsync(),
        _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
