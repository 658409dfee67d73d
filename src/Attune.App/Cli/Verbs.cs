using System.CommandLine;

namespace Attune.App.Cli;

/// <summary>The verbs of the program. <c>serve</c> is what it does when nothing is said.</summary>
internal static class Verbs
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Attune: anticipate, notice and repair ruptures with a couple. Without a verb it serves the practice on this machine.")
        {
            ServeVerb.Make(),
            DemoVerb.Make(),
            CatalogueVerb.Make(),
            HeartsVerb.Make(),
        };
        ServeVerb.AddTo(root);
        return root.Parse(args).InvokeAsync();
    }
}
