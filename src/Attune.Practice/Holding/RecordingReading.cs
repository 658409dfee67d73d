using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Settings;
using Attune.Signals.Arousal;
using Attune.Signals.Artefacts;
using Attune.Signals.RecordingFiles;

namespace Attune.Practice.Holding;

/// <summary>From a file to what is recorded of it: the beats as a chunk, and two events under the therapist's key.</summary>
internal static class RecordingReading
{
    /// <summary>What would be kept of the file, in every way in which it can be read. Keeps nothing.</summary>
    public static PreviewOutcome Preview(CoupleCase couple, AddRecording command, DateTimeOffset at, double limitBpm = PracticeSettings.UsualArousalLimit)
    {
        if (!SessionRules.IsHeld(couple, command.Session))
            return new() { Why = [SessionRules.NotHeld(command.Session)] };
        var outcome = RecordingFile.Read(command.FileName, command.Content);
        // Of an ambiguous file each reading has to hold beats by itself, or there is nothing to choose.
        if (outcome is RecordingOutcome.Ambiguous { Readings: var several } && several.Select(reading => WhyNot(reading.Outcome)).FirstOrDefault(why => why is not null) is var (code, why))
            return new() { Why = [Refused(command, code, why)] };
        return outcome switch
        {
            RecordingOutcome.Ambiguous ambiguous => Seen(ambiguous.Question, [.. ambiguous.Readings.Select(reading => Of(reading.Outcome, reading.Words))]),
            RecordingOutcome.Read read when WhyNot(read) is null => Seen(null, [Of(read, "")]),
            _ => new() { Why = [WhyNot(outcome) is var (no, reason) ? Refused(command, no, reason) : throw new InvalidOperationException("Nothing is against it.")] },
        };

        PreviewOutcome Seen(string? question, ImmutableArray<PreviewedReading> readings) =>
            new() { Preview = new() { FileName = command.FileName, Question = question, Readings = readings } };

        PreviewedReading Of(RecordingOutcome.Read read, string words)
        {
            var (report, options) = (read.Report, new ArousalOptions { ThresholdBpm = limitBpm });
            var corrected = ArtefactRules.Correct(read.Beats, options.Artefacts);
            return new()
            {
                Words = words,
                Format = report.Format.ToString(),
                Unit = report.Unit?.ToString(),
                UnitReason = report.UnitReason,
                Start = report.Start?.Clock,
                UtcOffset = report.Start?.UtcOffset,
                Beats = read.Beats.CountBeats(),
                Length = report.Length,
                Gaps = report.Gaps.Length,
                InGaps = new TimeSpan(report.Gaps.Sum(gap => gap.Duration.Ticks)),
                Coverage = report.Coverage,
                Touched = corrected.ShareTouched,
                Remarks = read.Remarks,
                Arousal = Note(Added(command, read, default, at), ArousalRule.OverWholeRecording(read.Beats, corrected, options)),
                Rates = [.. ArousalRule.RateOf(corrected, options.RateChoice).Thinned(PreviewedReading.Parts).Select(rate => double.IsNaN(rate) ? (double?)null : rate)],
            };
        }
    }

    public static (Decision Decision, byte[] Chunk) Decide(CoupleCase couple, AddRecording command, RecordingId id, DateTimeOffset at, double limitBpm = PracticeSettings.UsualArousalLimit)
    {
        if (!SessionRules.IsHeld(couple, command.Session))
            return (Decision.No(SessionRules.NotHeld(command.Session)), []);
        var outcome = Chosen(RecordingFile.Read(command.FileName, command.Content), command.Reading);
        if (WhyNot(outcome) is var (code, why))
            return (Decision.No(Refused(command, code, why)), []);
        var read = (RecordingOutcome.Read)outcome;
        var added = Added(command, read, id, at);
        return (Decision.Record(added, Note(added, ArousalRule.OverWholeRecording(read.Beats, new ArousalOptions { ThresholdBpm = limitBpm }))), BeatChunk.Write(read.Beats));
    }

    /// <summary>The reading that was chosen, which says so among its remarks; what has no choice stays as it is.</summary>
    private static RecordingOutcome Chosen(RecordingOutcome outcome, int? reading)
    {
        if (outcome is not RecordingOutcome.Ambiguous { Readings: var readings } || reading is not { } index || index < 0 || index >= readings.Length)
            return outcome;
        var (words, _, read) = readings[index];
        return read with { Report = read.Report with { Remarks = read.Report.Remarks.Insert(0, new($"The file can be read in several ways; this one was chosen: {words}.")) } };
    }

    private static Refusal Refused(AddRecording command, string code, string why) => new(code, $"{command.FileName}: {why}", "Recording");

    private static RecordingAdded Added(AddRecording command, RecordingOutcome.Read read, RecordingId id, DateTimeOffset at) => new()
    {
        At = at,
        Session = command.Session,
        Recording = id,
        FileName = command.FileName,
        Format = read.Format.ToString(),
        Beats = read.Beats.CountBeats(),
        Duration = read.Beats.Duration,
        Remarks = read.Remarks,
    };

    /// <summary>Only beats are kept and judged: a device's smoothed rates and raw signals carry no verdict, and an ambiguous file is asked about first.</summary>
    private static (string Code, string Why)? WhyNot(RecordingOutcome outcome) => outcome switch
    {
        RecordingOutcome.Refused refused => (refused.Code, refused.Message),
        RecordingOutcome.Ambiguous ambiguous => ("HLD001", $"{ambiguous.Question} ({string.Join("; ", ambiguous.Readings.Select(reading => reading.Words))})"),
        RecordingOutcome.Read { Content: RecordingContent.Rate } => ("HLD002", RecordingContent.Rate.WhyNothingIsJudged),
        RecordingOutcome.Read { Content: RecordingContent.Signals } => ("HLD003", "It holds raw signals or annotations and no list of beats. Export the beat intervals (RR)."),
        _ => null,
    };

    private static ArousalNoted Note(RecordingAdded added, ArousalFinding found) => Note(added.At, added.Session, added.Recording, found);

    /// <summary>What the rule found, as it enters the record.</summary>
    public static ArousalNoted Note(DateTimeOffset at, int session, RecordingId recording, ArousalFinding found) => new()
    {
        At = at,
        Session = session,
        Recording = recording,
        Episodes = [.. found.Episodes.Select(episode => new ArousalSpan(episode.Start, episode.End, episode.PeakBpm, episode.MeanBpm))],
        ThresholdBpm = found.ThresholdBpm,
        Coverage = found.Coverage,
        Judgeable = found.IsJudgeable,
        RateChoice = found.RateChoice.ToString(),
        ArtefactRule = found.ArtefactRule.ToString(),
        Algorithm = $"{found.Algorithm} {found.Version}",
    };
}
