using Attune.Practice.Refusals;

namespace Attune.Practice.Live;

/// <summary>What the live session refuses. An item that no page of this program sends is refused with its whole batch: the page is told, and nothing is half taken.</summary>
internal static class LiveChecks
{
    /// <summary>Items in one batch.</summary>
    public const int MostItems = 2_000;

    // ms. A session lasts hours at most; a replay may run ahead of the clock.
    private const double LatestMs = 24 * 3_600_000.0;
    private const int LongestValue = 1_024;
    private const int LongestCode = 80;

    public static readonly Refusal OtherContent = new("LIV001", "Something else was kept under the same number already. Nothing of this was taken; open the session again.");

    public static readonly Refusal NotLive = new("LIV002", "This session is not going on: it has ended, or was never begun.");

    public static readonly Refusal TooMany = new("LIV004", $"More than {MostItems} things at once. Send them in several parts.");

    public static readonly Refusal NoBeats = new("LIV005", "There are no beats under this address.");

    public static Refusal? Of(LiveBatch batch)
    {
        if (batch.Stream == Guid.Empty || batch.From < 1 || batch.Items.IsDefault)
            return Unknown("the batch has no stream or number");
        if (batch.Items.Length > MostItems)
            return TooMany;
        foreach (var item in batch.Items)
        {
            if (item is null)
                return Unknown("an item is empty");
            if (!(item.At >= -LatestMs && item.At <= LatestMs))
                return Unknown("an item has no time of the session");
            if (Fault(item) is { } fault)
                return Unknown(fault);
        }

        return null;
    }

    private static string? Fault(LiveItem item) => item switch
    {
        LiveItem.Beat beat when !Enum.IsDefined(beat.Heart) || beat.Value is null || beat.Value.Length > LongestValue || beat.Value.Length % 2 != 0 || !beat.Value.All(char.IsAsciiHexDigit) =>
            "a strap's message is not in hexadecimal digits",
        LiveItem.Strap strap when !Enum.IsDefined(strap.Heart) || !Enum.IsDefined(strap.Is) => "a strap of nobody",
        LiveItem.Mark mark when !Enum.IsDefined(mark.Partner) || !Enum.IsDefined(mark.What) || !IsCode(mark.Code) => "a mark of nothing",
        LiveItem.Feeling feeling when !Enum.IsDefined(feeling.Toward) || !IsCode(feeling.Code) => "a feeling toward nobody",
        LiveItem.OwnState own when !Enum.IsDefined(own.What) || !IsCode(own.Code) || (own.Manner is { } manner && !Enum.IsDefined(manner)) => "a state without a name",
        LiveItem.Technique technique when !IsCode(technique.Code) => "a technique without a name",
        LiveItem.Steadied steady when !IsCode(steady.Exercise) || !(steady.Lasted >= 0 && steady.Lasted <= LatestMs) || !Enum.IsDefined(steady.Ended) || (steady.Choice is { } choice && !Enum.IsDefined(choice)) =>
            "steadying without an end",
        LiveItem.Missing missing when !IsCode(missing.Code) => "a word without a name",
        LiveItem.Whose whose when !Enum.IsDefined(whose.Of) => "a feeling of nobody",
        LiveItem.Undo { Number: < 1 } => "nothing to take back",
        LiveItem.PageOpened { Waiting: < 0 } => "a page with less than nothing",
        _ => null,
    };

    private static bool IsCode(string? code) => code is { Length: > 0 and <= LongestCode };

    private static Refusal Unknown(string what) => new("LIV003", $"Attune does not know what this is ({what}), and nothing of it was taken. Load the page again.");
}
