using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Attune.Method.Catalogue.Reading;

/// <summary>Text to YAML nodes; whatever cannot be read becomes a fault on the line where a writer would mend it.</summary>
internal static class YamlText
{
    /// <summary>The root nodes, one per document in the text; empty when the text is not YAML.</summary>
    public static IReadOnlyList<YamlNode> Roots(CatalogueFile file, ReadingNotes notes)
    {
        var scanner = new Scanner(new StringReader(file.Text));
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new Parser(scanner));
            return [.. yaml.Documents.Select(document => document.RootNode)];
        }
        catch (YamlException exception)
        {
            Unreadable(exception.InnerException?.Message ?? exception.Message, LineToMend(exception, file.Text));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner (18.1) falls over some unclosed brackets without a message of its own.
            Unreadable("a bracket, brace or quotation mark is not closed here or just above.", scanner.CurrentPosition.Line);
        }

        return [];

        void Unreadable(string why, long line) =>
            notes.Fault(new Place(file.Name, (int)Math.Clamp(line, 1, LineCount(file.Text)), ""), "Not readable as YAML: " + why);
    }

    private static long LineToMend(YamlException exception, string text)
    {
        if (exception.Message.Contains("tab", StringComparison.Ordinal) && LineIndentedByTab(text) is { } line)
        {
            return line;
        }

        // A quotation mark that is never closed is mended where it opens; everything else where the parser gave up.
        return exception.Message.Contains("quoted", StringComparison.Ordinal) ? exception.Start.Line : exception.End.Line;
    }

    private static int? LineIndentedByTab(string text)
    {
        int number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line[..^line.TrimStart().Length].Contains('\t'))
            {
                return number;
            }
        }

        return null;
    }

    private static int LineCount(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;
}
