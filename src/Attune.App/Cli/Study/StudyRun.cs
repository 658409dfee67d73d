using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;

namespace Attune.App.Cli.Study;

/// <summary>Runs a verb, and says what stopped it with the exit codes of the verbs about hearts.</summary>
internal static class StudyRun
{
    /// <param name="work">Tells how far it is, where somebody looks.</param>
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
            work(request.Bar);
            return HeartsRun.Fine;
        }
        catch (StudyRefusedException refused)
        {
            request.Bar?.Clear();
            return Refused(request.Table, refused);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            request.Bar?.Clear();
            return Faults.Say($"Reading {request.Table?.Name ?? "nothing"} and writing {request.Out?.FullName ?? "standard output"} came to an end: {unusable.Message}");
        }
        finally
        {
            request.Bar?.Clear();
        }
    }

    public static int Refused(FileInfo? table, StudyRefusedException refused)
    {
        var place = refused.Refusal.Line is { } line ? FormattableString.Invariant($", line {line}") : "";
        Console.Error.WriteLine(HeartsWords.Plain($"{table?.Name}: {refused.Refusal.Message} ({refused.Refusal.Code}{place})"));
        return HeartsRun.NotUnderstood;
    }
}
