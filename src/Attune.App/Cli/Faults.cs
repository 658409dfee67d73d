using Attune.Method.Catalogue;
using Attune.Practice.Refusals;

namespace Attune.App.Cli;

/// <summary>What stops a verb, in one sentence, with an exit code other than nought.</summary>
internal static class Faults
{
    /// <summary>Null: nothing stopped it.</summary>
    public static int? Say(Action attempt)
    {
        try
        {
            attempt();
            return null;
        }
        catch (RefusedException refused)
        {
            return Say($"{refused.Message} ({refused.Code})");
        }
    }

    public static int Say(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }

    /// <summary>A catalogue is mended as a whole: every fault on a line of its own, and then how to go on.</summary>
    public static int Say(CatalogueOutcome.Faulty faulty, string howToGoOn)
    {
        foreach (var fault in faulty.Faults)
            Console.Error.WriteLine(fault);
        Console.Error.WriteLine(howToGoOn);
        return 3;
    }
}
