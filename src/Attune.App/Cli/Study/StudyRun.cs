using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>Runs a verb, and says what stopped it with the exit codes of the verbs about hearts.</summary>
internal static class StudyRun
{
    // A bar is of use only where it lives long enough to be seen.
    private const long WorthABar = 8 * 1024 * 1024;

    /// <param name="work">Told how far it is by the reader of the table.</param>
    public static int Of(StudyRequest request, Action<IProgress<double>?> work)
    {
        if (request.Table is { Exists: false } absent)
            return Faults.Say($"There is no file {absent.FullName}.");
        if (request is { Format: StudyFormat.Parquet, Out: null })
            return Faults.Say("Parquet is no text for a terminal or a pipe: name a file with --out.");
        foreach (var written in new[] { request.Out, request.Plot })
        {
            if (written is { Directory.Exists: false })
                return Faults.Say($"There is no folder {written.DirectoryName} to write {written.Name} into.");
            if (written is not null && request.Table is not null && written.FullName == request.Table.FullName)
                return Faults.Say($"{written.Name} is the table that is read: choose another name for the result.");
        }

        try
        {
            WithBar(request, work);
            return HeartsRun.Fine;
        }
        catch (StudyRefusedException refused)
        {
            var place = refused.Refusal.Line is { } line ? FormattableString.Invariant($", line {line}") : "";
            Console.Error.WriteLine(HeartsWords.Plain($"{request.Table?.Name}: {refused.Refusal.Message} ({refused.Refusal.Code}{place})"));
            return HeartsRun.NotUnderstood;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return Faults.Say($"Reading {request.Table?.Name ?? "nothing"} and writing {request.Out?.FullName ?? "standard output"} came to an end: {unusable.Message}");
        }
    }

    private static void WithBar(StudyRequest request, Action<IProgress<double>?> work)
    {
        if (Console.IsErrorRedirected || request.Table is null || request.Table.Length < WorthABar)
        {
            work(null);
            return;
        }

        // The bar stands on the error stream, so that it never gets into a result.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Start(bars => work(new Told(bars.AddTask(Markup.Escape(HeartsWords.Plain(request.Table.Name)), maxValue: 1))));
    }

    private sealed class Told(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }
}
