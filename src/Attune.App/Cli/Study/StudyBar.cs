using System.Globalization;
using Attune.App.Cli.Hearts;

namespace Attune.App.Cli.Study;

/// <summary>How far a long run is: one line on the error stream, so that it never gets into a result, and gone before anything else is said.</summary>
/// <param name="name">What is worked on.</param>
internal sealed class StudyBar(TextWriter terminal, string name) : IProgress<double>
{
    private const int Cells = 24;

    private readonly Lock _lock = new();
    private readonly string _name = HeartsWords.Plain(name);
    private int _percent = -1;
    private int _width;
    private bool _isOver;

    /// <summary>The share that is done, 0 to 1; from any thread. It never goes back.</summary>
    public void Report(double value)
    {
        lock (_lock)
        {
            var percent = (int)Math.Clamp(100 * value, 0, 100);
            if (_isOver || percent <= _percent)
                return;
            _percent = percent;
            var full = percent * Cells / 100;
            var line = string.Create(CultureInfo.InvariantCulture, $"{_name} {new string('#', full)}{new string('.', Cells - full)} {percent,3} %");
            _width = Math.Max(_width, line.Length);
            terminal.Write($"\r{line}");
            terminal.Flush();
        }
    }

    /// <summary>Wipes the line; nothing is shown any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (!_isOver && _width > 0)
                terminal.Write($"\r{new string(' ', _width)}\r");
            _isOver = true;
            terminal.Flush();
        }
    }
}
