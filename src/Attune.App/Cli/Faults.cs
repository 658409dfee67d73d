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
            Console.Error.WriteLine($"{refused.Message} ({refused.Code})");
            return 2;
        }
    }
}
