using System.Reflection;
using Attune.App.Cli;

namespace Attune.App;

internal static class Program
{
    /// <summary>The version, asked before anything is loaded: it answers within the blink of an eye.</summary>
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static Task<int> Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.WriteLine($"attune {Version}");
            return Task.FromResult(0);
        }

        return Verbs.RunAsync(args);
    }
}
