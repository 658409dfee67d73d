using System.Text.Json.Nodes;
using Attune.Exchange.Hearts;
using Attune.Signals.RecordingFiles;
using Spectre.Console;

namespace Attune.App.Cli.Hearts;

/// <summary>What a verb found in one recording, ready to be written in each of the ways.</summary>
/// <param name="File">Name of the file, without its folder: folders name people.</param>
/// <param name="Read">The recording.</param>
internal abstract record HeartsResult(string File, RecordingOutcome.Read Read)
{
    public abstract void Show(IAnsiConsole console);

    public abstract void WriteCsv(TextWriter writer, bool withHeader);

    public virtual JsonObject ToJson()
    {
        var json = new JsonObject { ["file"] = File, ["outcome"] = "read", ["recording"] = HeartsJson.Of(Read) };
        AddTo(json);
        return json;
    }

    /// <summary>Null where there is nothing to draw.</summary>
    public virtual HeartPicture? Picture() => null;

    /// <summary>Adds what was found to what is said of the file.</summary>
    protected virtual void AddTo(JsonObject json)
    {
    }
}

/// <summary>What a verb does with a recording: a result, or in a sentence why there is none.</summary>
internal delegate HeartsFound HeartsWork(string file, RecordingOutcome.Read read);

internal abstract record HeartsFound
{
    private HeartsFound()
    {
    }

    public sealed record Result(HeartsResult Of) : HeartsFound;

    public sealed record Nothing(string Why) : HeartsFound;

    /// <summary>For everything that is computed from single beats.</summary>
    public static HeartsFound FromBeats(RecordingOutcome.Read read, Func<HeartsResult> compute) => read.Content switch
    {
        RecordingContent.Beats => new Result(compute()),
        RecordingContent.Rate => new Nothing(RecordingContent.Rate.WhyNothingIsJudged),
        _ => new Nothing("It holds raw signals or annotations and no list of beats. Say what the signal shows (--wave Electrocardiogram or PulseWave), or export the beat intervals (RR)."),
    };
}
