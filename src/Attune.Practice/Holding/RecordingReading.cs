using System.Buffers.Binary;
using System.Collections.Immutable;
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
        if (outcome is RecordingOutcome.Refused refused)
            return (Decision.No(new Refusal(refused.Code, $"{command.FileName}: {refused.Message}", "Recording")), []);
        var read = (RecordingOutcome.Read)outcome;
        var added = new RecordingAdded
        {
            At = at,
            Session = command.Session,
            Recording = id,
            FileName = command.FileName,
            Format = read.Format.ToString(),
            Beats = read.Beats.Count,
            Duration = read.Beats.Duration,
            Remarks = read.Remarks,
        };
        return (Decision.Record(added, Note(added, ArousalRule.OverWholeRecording(read.Beats, new ArousalOptions { ThresholdBpm = limitBpm }))), BeatChunk.Write(read.Beats));
    }

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

/// <summary>Beat intervals as bytes: a format byte (1), then each interval in units of 1/32 ms as a little-endian unsigned 32-bit number.</summary>
internal static class BeatChunk
{
    private const byte Format = 1;
    private const double UnitsPerMs = 32;

    public static byte[] Write(BeatSeries beats)
    {
        var bytes = new byte[1 + (beats.Count * sizeof(uint))];
        bytes[0] = Format;
        for (var i = 0; i < beats.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1 + (i * sizeof(uint))), (uint)Math.Round(beats.IntervalsMs[i] * UnitsPerMs));
        return bytes;
    }

    public static ImmutableArray<double> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[0] != Format || (bytes.Length - 1) % sizeof(uint) != 0)
            throw new FormatException("A chunk of beats is not of a form that this program knows.");
        var intervals = ImmutableArray.CreateBuilder<double>((bytes.Length - 1) / sizeof(uint));
        for (var i = 1; i < bytes.Length; i += sizeof(uint))
            intervals.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]) / UnitsPerMs);
        return intervals.MoveToImmutable();
    }
}
