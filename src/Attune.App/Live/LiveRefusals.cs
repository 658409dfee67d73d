using Attune.Practice.Refusals;

namespace Attune.App.Live;

/// <summary>What the live page is told when something is not taken, and by which status.</summary>
internal static class LiveRefusals
{
    public static readonly Refusal TooMany = new("LIV004", "More at once than can be taken. Send it in several parts.");

    public static readonly Refusal Unreadable = new("LIV003", "Attune does not know what this is, and nothing of it was taken. Load the page again.");

    public static readonly Refusal NoFile = new("LIV020", "Choose a recording first.");

    public static int StatusOf(string code) => code switch
    {
        "LIV001" => StatusCodes.Status409Conflict,
        "LIV002" => StatusCodes.Status410Gone,
        "LIV004" => StatusCodes.Status413PayloadTooLarge,
        CommonRefusals.SealedCode => StatusCodes.Status423Locked,
        "PRA002" or "PRA003" => StatusCodes.Status403Forbidden,
        // The disk, another program: it may be well in a moment, and the page keeps what it has.
        "PRA010" or "PRA011" or "PRA014" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
