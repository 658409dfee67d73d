using System.Buffers.Binary;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Settings;
using Attune.Signals.Arousal;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;

namespace Attune.Practice.Holding;

/// <summary>From a file to what is recorded of it: the beats as a chunk, and two events under the therapist's key.</summary>
internal static class RecordingReading
{
    public static (Decision Decision, byte[] Chunk) Decide(CoupleCase couple, AddRecording command, RecordingId id, DateTimeOffset at, double limitBpm = PracticeSettings.UsualArousalLimit)
    {
        if (!SessionRules.IsHeld(couple, command.Session))
            return (Decision.No(SessionRules.NotHeld(command.Session)), []);
        var outcome = RecordingFile.Read(command.FileName, command.Content);
        if (WhyNot(outcome) is var (code, why))
            return (Decision.No(new Refusal(code, $"{command.FileName}: {why}", "Recording")), []);
        var read = (RecordingOutcome.Read)outcome;
        var added = new RecordingAdded
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
        return (Decision.Record(added, Note(added, ArousalRule.OverWholeRecording(read.Beats, new ArousalOptions { ThresholdBpm = limitBpm }))), BeatChunk.Write(read.Beats));
    }

    /// <summary>Only beats are kept and judged: a device's smoothed rates and raw signals carry no verdict, and an ambiguous file is asked about first.</summary>
    private static (string Code, string Why)? WhyNot(RecordingOutcome outcome) => outcome switch
    {
        RecordingOutcome.Refused refused => (refused.Code, refused.Message),
        RecordingOutcome.Ambiguous ambiguous => ("HLD001", $"{ambiguous.Question} ({string.Join("; ", ambiguous.Readings.Select(reading => reading.Words))})"),
        RecordingOutcome.Read { Content: RecordingContent.Rate } => ("HLD002", "It holds heart rates that the device computed and smoothed, and no single beats: nothing can be judged from them. Export the beat intervals (RR)."),
        RecordingOutcome.Read { Content: RecordingContent.Signals } => ("HLD003", "It holds raw signals or annotations and no list of beats. Export the beat intervals (RR)."),
        _ => null,
    };

    private static ArousalNoted Note(RecordingAdded added, ArousalFinding found) => new()
    {
        At = added.At,
        Session = added.Session,
        Recording = added.Recording,
        Episodes = [.. found.Episodes.Select(episode => new ArousalSpan(episode.Start, episode.End, episode.PeakBpm, episode.MeanBpm))],
        ThresholdBpm = found.ThresholdBpm,
        Coverage = found.Coverage,
        Judgeable = found.IsJudgeable,
        RateChoice = found.RateChoice.ToString(),
        ArtefactRule = found.ArtefactRule.ToString(),
        Algorithm = $"{found.Algorithm} {found.Version}",
    };
}

/// <summary>
/// Beats as bytes: a format byte, then little-endian unsigned 32-bit numbers in units of 1/32 ms. Format 1: intervals alone. Format 2: where the highest bit is set, the rest
/// is the length of a gap.
/// </summary>
internal static class BeatChunk
{
    private const byte Intervals = 1;
    private const byte IntervalsAndGaps = 2;
    private const uint GapBit = 0x8000_0000;
    private const double UnitsPerMs = 32;

    public static byte[] Write(BeatSeries beats)
    {
        var bytes = new List<byte>(1 + (beats.Count * sizeof(uint))) { Intervals };
        for (var i = 0; i < beats.Count; i++)
        {
            if (beats.IsGap(i))
            {
                bytes[0] = IntervalsAndGaps;
                // A gap beyond 18 hours does not fit into 31 bits: it is written in parts.
                for (var left = Units(beats.EndsMs[i] - (i == 0 ? 0 : beats.EndsMs[i - 1])); left > 0; left -= Math.Min(left, GapBit - 1))
                    Add(bytes, GapBit | (uint)Math.Min(left, GapBit - 1));
            }
            else
            {
                Add(bytes, (uint)Units(beats.IntervalsMs[i]));
            }
        }

        return [.. bytes];
    }

    public static BeatSeries Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[0] is not (Intervals or IntervalsAndGaps) || (bytes.Length - 1) % sizeof(uint) != 0)
            throw new FormatException("A chunk of beats is not of a form that this program knows.");
        var (intervals, gaps, gap) = (new List<double>(), new List<double>(), 0.0);
        for (var i = 1; i < bytes.Length; i += sizeof(uint))
        {
            var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
            if (bytes[0] == IntervalsAndGaps && value >= GapBit)
            {
                gap += (value - GapBit) / UnitsPerMs;
                continue;
            }

            intervals.Add(value / UnitsPerMs);
            gaps.Add(gap);
            gap = 0;
        }

        return BeatSeries.FromIntervalsAndGaps(intervals.ToArray(), gaps.ToArray());
    }

    private static long Units(double ms) => (long)Math.Round(ms * UnitsPerMs);

    private static void Add(List<byte> bytes, uint value)
    {
        Span<byte> four = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        bytes.AddRange(four);
    }
}
