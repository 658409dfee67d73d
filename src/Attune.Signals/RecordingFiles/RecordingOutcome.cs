using System.Collections.Immutable;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles;

/// <summary>What came of reading a heart recording: the beats, or why not. Reading never throws for what a file holds.</summary>
public abstract record RecordingOutcome
{
    private RecordingOutcome()
    {
    }

    /// <param name="Beats">Two beats or more.</param>
    /// <param name="Format">How the file was read.</param>
    /// <param name="Unit">The unit of the file's numbers, guessed by their median where the format does not fix it.</param>
    /// <param name="LocalStart">Start by the recorder's own clock, of unspecified kind and without zone; null when the file does not say.</param>
    /// <param name="Remarks">Sentences for the person who chose the file: guesses made, lines passed over, gaps seen.</param>
    public sealed record Read(
        BeatSeries Beats,
        RecordingFormat Format,
        IntervalUnit Unit,
        DateTime? LocalStart,
        ImmutableArray<string> Remarks) : RecordingOutcome;

    /// <param name="Code">Stable code, one of <see cref="RecordingCodes"/>.</param>
    /// <param name="Message">What is wrong and what to do, for the person who chose the file.</param>
    /// <param name="Line">Line of the file counted from 1, where one line is to blame.</param>
    public sealed record Refused(string Code, string Message, int? Line) : RecordingOutcome;
}
