using System.Globalization;
using Spectre.Console;

namespace Attune.App.Cli.Hearts;

/// <summary>Numbers, times and tables as they are shown.</summary>
internal static class HeartsWords
{
    // Wide enough for a row to stay one line in a file or a pipe.
    private const int WidthOfFiles = 240;

    public static string Seconds(TimeSpan time) => Number(time.TotalSeconds);

    public static string Number(double value, string format = "0.0") => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";

    /// <summary>Without control characters: a file's own words could otherwise move the cursor or colour the terminal.</summary>
    public static string Plain(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;

    public static Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    public static void Row(this Table table, params ReadOnlySpan<string> cells)
    {
        var row = new List<Text>(cells.Length);
        foreach (var cell in cells)
            row.Add(new Text(Plain(cell)));
        table.AddRow(row);
    }

    public static IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = isTerminal ? Math.Max(40, Console.WindowWidth) : WidthOfFiles;
        return console;
    }
}
