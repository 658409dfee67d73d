using System.Buffers.Binary;
using System.Collections.Immutable;
using Attune.Practice.Refusals;
using Attune.Signals.Beats;
using Attune.Signals.RecordingFiles;

namespace Attune.App.Live;

/// <summary>A recording as a strap would have sent it: one message a second, each with the beats that ended in it. Gaps stay silent.</summary>
internal static class ReplayReading
{
    private const byte WithIntervals = 0x10;
    private const double MessageEveryMs = 1_000;

    public static (WireReplay? Replay, Refusal? Why) Of(string fileName, byte[] content) => RecordingFile.Read(fileName, content) switch
    {
        RecordingOutcome.Refused refused => (null, new Refusal(refused.Code, $"{fileName}: {refused.Message}")),
        RecordingOutcome.Ambiguous ambiguous => (null, new Refusal("LIV021", $"{fileName}: {ambiguous.Question} Choose a file that can be read in one way.")),
        RecordingOutcome.Read { Content: RecordingContent.Beats } read => (new WireReplay(fileName, Messages(read.Beats), read.Remarks), null),
        _ => (null, new Refusal("LIV022", $"{fileName}: it holds no list of beats, so there is nothing to replay.")),
    };

    private static ImmutableArray<WireReplayed> Messages(BeatSeries beats)
    {
        var messages = ImmutableArray.CreateBuilder<WireReplayed>();
        List<ushort> waiting = [];
        var (nextMs, lastMs) = (MessageEveryMs, 0.0);
        for (var i = 0; i < beats.Count; i++)
        {
            // What no strap could send (a gap, a beat that was missed) is not sent.
            var ticks = Math.Round(beats.IntervalsMs[i] * 1.024);
            if (ticks is < 1 or > ushort.MaxValue)
                continue;
            if (beats.EndsMs[i] > nextMs)
            {
                Send();
                nextMs = Math.Ceiling(beats.EndsMs[i] / MessageEveryMs) * MessageEveryMs;
            }

            waiting.Add((ushort)ticks);
            lastMs = beats.EndsMs[i];
        }

        Send();
        return messages.ToImmutable();

        void Send()
        {
            if (waiting.Count == 0)
                return;
            var bytes = new byte[2 + (2 * waiting.Count)];
            bytes[0] = WithIntervals;
            bytes[1] = (byte)Math.Clamp(Math.Round(60_000 * 1.024 / waiting[^1]), 1, 255);
            for (var i = 0; i < waiting.Count; i++)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 + (2 * i)), waiting[i]);
            messages.Add(new WireReplayed(lastMs, Convert.ToHexStringLower(bytes)));
            waiting.Clear();
        }
    }
}
