using System.Collections.Immutable;
using System.Globalization;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles;

/// <summary>What came of reading a heart recording. Reading never throws for what a file holds.</summary>
public abstract record RecordingOutcome
{
    private RecordingOutcome()
    {
    }

    /// <param name="Content">What the file holds; the beats where there are several kinds.</param>
    /// <param name="Report">What was understood, to be shown before anything is kept.</param>
    public sealed record Read(RecordingContent Content, RecordingReport Report) : RecordingOutcome
    {
        /// <summary>What the file holds beside <see cref="Content"/>, such as the device's own rates beside the beats.</summary>
        public ImmutableArray<RecordingContent> Beside { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>What was noted in the file, in order of time.</summary>
        public ImmutableArray<RecordingMark> Marks { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>The beats; an empty series when <see cref="Content"/> is a rate or a signal.</summary>
        public BeatSeries Beats => Content is RecordingContent.Beats { Series: var series } ? series : BeatSeries.Empty;

        public RecordingFormat Format => Report.Format;

        /// <summary>Unit of the file's intervals; ms where the file holds none.</summary>
        public IntervalUnit Unit => Report.Unit ?? IntervalUnit.Milliseconds;

        /// <summary>Start by the recorder's own clock, of unspecified kind; null when the file does not say, or says it in UTC alone.</summary>
        public DateTime? LocalStart => Report.Start is { UtcOffset: null } start ? start.Clock : null;

        /// <summary>The report's remarks as sentences.</summary>
        public ImmutableArray<string> Remarks => [.. Report.Remarks.Select(remark => remark.Text)];

        /// <summary>
        /// This recording with the marks of a file that the same app wrote beside it (HRV Logger's events, Movesense's annotations), on this one's time. Where one of the two does
        /// not know its moment, they are taken to have begun together, and a remark says so. A length that only the other file knows is compared with the beats.
        /// </summary>
        public Read WithMarksOf(Read notes)
        {
            ArgumentNullException.ThrowIfNull(notes);
            var remarks = Report.Remarks.ToBuilder();
            var shift = Report.Start?.Instant is { } own && notes.Report.Start?.Instant is { } other ? other - own : (TimeSpan?)null;
            if (shift is null)
                remarks.Add(new("The marks come from another file; the two were taken to have begun together, because one does not know its moment."));
            if (Report.WallTime is null && notes.Report.WallTime is { } wall && (wall - Report.Length).Duration() > TimeSpan.FromSeconds(5))
                remarks.Add(new(string.Create(CultureInfo.InvariantCulture, $"By the marks the recording lasted {wall.TotalSeconds:0.0} s, its beats last {Report.Length.TotalSeconds:0.0} s: pauses and lost beats are not seen among them.")));
            return this with
            {
                Report = Report with { WallTime = Report.WallTime ?? notes.Report.WallTime, Remarks = remarks.ToImmutable() },
                Marks = [.. Marks.Concat(notes.Marks.Select(mark => mark with { At = mark.At + (shift ?? TimeSpan.Zero) })).OrderBy(mark => mark.At)],
            };
        }
    }

    /// <summary>The file can be read in more than one way, and nothing in it decides.</summary>
    /// <param name="Question">What to ask.</param>
    /// <param name="Readings">Two or more, each with the choice that selects it.</param>
    public sealed record Ambiguous(string Question, ImmutableArray<RecordingReading> Readings) : RecordingOutcome;

    /// <param name="Code">Stable code, one of <see cref="RecordingCodes"/>.</param>
    /// <param name="Message">What is wrong, where, and what to do, for the person who chose the file.</param>
    /// <param name="Line">Line of the file counted from 1, where one line is to blame.</param>
    /// <param name="Byte">Byte of a binary file counted from 0, where one place is to blame.</param>
    public sealed record Refused(string Code, string Message, int? Line, long? Byte = null) : RecordingOutcome;

    /// <summary>A reader's answer to the door: read again with each of these.</summary>
    internal sealed record Undecided(string Question, ImmutableArray<(string Words, RecordingOptions Options)> Choices) : RecordingOutcome;
}

/// <summary>One way to read an ambiguous file.</summary>
/// <param name="Words">What it means, such as "8 March 2025".</param>
/// <param name="Options">Reading the file with these gives <paramref name="Outcome"/>.</param>
/// <param name="Outcome">What is read that way.</param>
public sealed record RecordingReading(string Words, RecordingOptions Options, RecordingOutcome.Read Outcome);
