using System.CommandLine;

namespace Attune.App.Cli.Hearts;

/// <summary>Recordings of hearts, from the command line.</summary>
internal static class HeartsVerb
{
    public static Command Make() => new("hearts", "Read recordings of hearts, and compute what they say.")
    {
        ReadVerb.Make(),
        ArousalVerb.Make(),
        ArtefactsVerb.Make(),
        VariabilityVerb.Make(),
        SynchronyVerb.Make(),
    };
}
