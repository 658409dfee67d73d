using Attune.Signals.BeatDetection;
using Attune.Signals.RecordingFiles;
using Spectre.Console;

namespace Attune.App.Cli.Hearts;

/// <summary>File after file: read, worked on, written. One that is not understood stops none of the others.</summary>
internal static class HeartsRun
{
    public const int Fine = 0;
    public const int Usage = 2;
    public const int NotUnderstood = 3;

    // A bar is of use only where it lives long enough to be seen.
    private const long WorthABar = 8 * 1024 * 1024;

    /// <param name="verb">Its name, for the result.</param>
    /// <param name="request">Files, options, format.</param>
    /// <param name="work">What is done with each recording.</param>
    /// <param name="showsReadings">An ambiguous file is shown in all its readings, and not only asked about.</param>
    /// <param name="cancel">Leaves nothing written.</param>
    public static int Over(string verb, HeartsRequest request, HeartsWork work, bool showsReadings = false, CancellationToken cancel = default)
    {
        if (request is { Plot: not null, Files.Length: > 1 })
            return Faults.Say("--plot draws one recording: give one FILE.");
        return Over(verb, request, output =>
        {
            var code = Fine;
            foreach (var file in request.Files)
            {
                if (!Do(file, request, work, showsReadings, output, cancel))
                    code = NotUnderstood;
            }

            return code;
        });
    }

    /// <summary>As the other, for a verb that wants all its recordings at once: results come after the last was read. None of a file that was not understood.</summary>
    public static int OverAll(string verb, HeartsRequest request, Func<IReadOnlyList<HeartsResult>, IEnumerable<HeartsResult>> together, HeartsWork work, CancellationToken cancel) =>
        Over(verb, request, output =>
        {
            var (code, results) = (Fine, new List<HeartsResult>());
            foreach (var file in request.Files)
            {
                if (!Do(file, request, work, showsReadings: false, output, cancel, results))
                    code = NotUnderstood;
            }

            foreach (var result in together(results))
                output.Add(result);
            return code;
        });

    private static int Over(string verb, HeartsRequest request, Func<HeartsOutput, int> run)
    {
        if (request.Files.FirstOrDefault(file => !file.Exists) is { } absent)
            return Faults.Say($"There is no file {absent.FullName}.");
        foreach (var written in new[] { request.Out, request.Plot })
        {
            if (written is { Directory.Exists: false })
                return Faults.Say($"There is no folder {written.DirectoryName} to write {written.Name} into.");
        }

        try
        {
            using var output = HeartsOutput.For(verb, request);
            var code = run(output);
            output.Finish();
            return code;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return Faults.Say($"{request.Out?.FullName ?? "Standard output"} could not be written: {unwritable.Message}");
        }
    }

    private static bool Do(FileInfo file, HeartsRequest request, HeartsWork work, bool showsReadings, HeartsOutput output, CancellationToken cancel, List<HeartsResult>? kept = null)
    {
        RecordingOutcome outcome;
        try
        {
            outcome = Open(file, request.Reading, cancel);
            if (request.Wave is { } wave && outcome is RecordingOutcome.Read { Content: RecordingContent.Signals } waves)
                outcome = WaveReading.BeatsOf(waves, wave, request.Channel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Say(file, unreadable.Message);
            return false;
        }

        switch (outcome)
        {
            case RecordingOutcome.Read read when work(file.Name, read) is var found:
                if (found is HeartsFound.Result { Of: var result } && kept is null)
                    output.Add(result);
                else if (found is HeartsFound.Result { Of: var later })
                    kept!.Add(later);
                else if (found is HeartsFound.Nothing { Why: var why })
                    Say(file, why);
                return found is HeartsFound.Result;
            case RecordingOutcome.Ambiguous ambiguous:
                Say(file, $"{ambiguous.Question} {string.Join("; ", ambiguous.Readings.Select(reading => $"{reading.Words}: {HeartsOptions.Typed(reading.Options)}"))}.");
                if (showsReadings)
                    output.Add(file.Name, ambiguous);
                return false;
            case RecordingOutcome.Refused refused:
                Say(file, $"{refused.Message} ({refused.Code}{Place(refused)}{(HeartsOptions.Answering(refused.Code) is { } option ? $", {option}" : "")})");
                output.Add(file.Name, refused);
                return false;
            default:
                throw new InvalidOperationException("An outcome is Read, Ambiguous or Refused.");
        }
    }

    private static RecordingOutcome Open(FileInfo file, RecordingOptions options, CancellationToken cancel)
    {
        using var content = file.OpenRead();
        if (Console.IsErrorRedirected || file.Length < WorthABar)
            return RecordingFile.Read(file.Name, content, options, cancellation: cancel);
        // The bar stands on the error stream, so that it never gets into a result.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(bars =>
        {
            var bar = bars.AddTask(Markup.Escape(HeartsWords.Plain(file.Name)), maxValue: file.Length);
            return RecordingFile.Read(file.Name, content, options, new Told(bar), cancel);
        });
    }

    private static string Place(RecordingOutcome.Refused refused) => refused switch
    {
        { Line: { } line } => FormattableString.Invariant($", line {line}"),
        { Byte: { } at } => FormattableString.Invariant($", byte {at}"),
        _ => "",
    };

    private static void Say(FileInfo file, string why) => Console.Error.WriteLine(HeartsWords.Plain($"{file.Name}: {why}"));

    /// <summary>At once and on the reading thread: what is posted elsewhere comes after the bar has gone.</summary>
    private sealed class Told(ProgressTask bar) : IProgress<long>
    {
        public void Report(long value) => bar.Value = value;
    }
}
