using System.CommandLine;
using Attune.App.Cli.Hearts;
using Attune.App.Cli.Study;

namespace Attune.App.Cli;

/// <summary>The verbs of the program. <c>serve</c> is what it does when nothing is said.</summary>
internal static class Verbs
{
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Attune: anticipate, notice and repair ruptures with a couple. Without a verb it serves the practice on this machine.")
        {
            ServeVerb.Make(),
            DemoVerb.Make(),
            CatalogueVerb.Make(),
            HeartsVerb.Make(),
            StudyVerb.Make(),
        };
        ServeVerb.AddTo(root);
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        // The parser says what it did not understand, and answers 1.
        return parsed.Errors.Count > 0 ? Usage : code;
    }
}
