using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Attune.Signals.Beats;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>
/// EDF and EDF+, record by record from a stream: signals of mixed rates in their units, interrupted recordings (EDF+D) in pieces, annotations as marks. BDF is another format.
/// </summary>
internal static class EdfReader
{
    // A record is 61,440 bytes by the standard's advice; our proposals.
    private const int LargestRecord = 8 * 1024 * 1024;
    private const long MostSamples = 64 * 1024 * 1024;
    private const double SameMoment = 1e-3;

    internal static bool Recognises(ReadOnlySpan<byte> head) => head.Length >= 8 && head[..8].SequenceEqual("0       "u8);

    internal static RecordingOutcome Read(Stream stream, RecordingOptions options)
    {
        var bytes = new byte[EdfHeader.FixedLength * (1 + EdfHeader.MostSignals)];
        var got = stream.ReadAtLeast(bytes.AsSpan(0, EdfHeader.FixedLength), EdfHeader.FixedLength, throwOnEndOfStream: false);
        if (got < EdfHeader.FixedLength)
            return Refusals.Damaged("EDF", $"it ends at byte {got}, inside its header", null, got);
        var count = EdfHeader.SignalsIn(bytes);
        if (count == 0)
            return Refusals.Damaged("EDF", $"its number of signals is not 1 to {EdfHeader.MostSignals}", null, 252);
        var rest = stream.ReadAtLeast(bytes.AsSpan(EdfHeader.FixedLength, EdfHeader.FixedLength * count), EdfHeader.FixedLength * count, throwOnEndOfStream: false);
        if (rest < EdfHeader.FixedLength * count)
            return Refusals.Damaged("EDF", $"it ends at byte {EdfHeader.FixedLength + rest}, inside its header", null, EdfHeader.FixedLength + rest);
        var (header, wrong, at) = EdfHeader.Parse(bytes);
        if (header is null)
            return Refusals.Damaged("EDF", $"{wrong}", null, at);
        if (header.RecordBytes is not (> 0 and <= LargestRecord))
            return Refusals.Damaged("EDF", $"its data records have {header.RecordBytes} bytes", null, EdfHeader.FixedLength + (216 * count));
        if (header.RecordSeconds == 0 && Array.Exists(header.Signals, static signal => !signal.IsAnnotations && signal.SamplesPerRecord > 0))
            return Refusals.Damaged("EDF", $"its data records last 0 s, so its signals have no rate", null, 244);
        return Records(stream, header, new(RecordingFormat.Edf, options));
    }

    private static RecordingOutcome Records(Stream stream, EdfHeader header, Understanding seen)
    {
        var record = new byte[header.RecordBytes];
        var onsets = new List<double>();
        var samples = header.Signals.Select(static signal => new List<short>()).ToArray();
        var notes = new List<EdfAnnotation>();
        var (expected, total) = (0.0, 0L);
        var perRecord = header.Signals.Where(static signal => !signal.IsAnnotations).Sum(static signal => (long)signal.SamplesPerRecord);
        while (header.Records < 0 || onsets.Count < header.Records)
        {
            var got = stream.ReadAtLeast(record, record.Length, throwOnEndOfStream: false);
            if (got < record.Length)
            {
                Cut(seen, header, onsets.Count, got);
                break;
            }

            if ((total += perRecord) > MostSamples || onsets.Count >= MostSamples)
                return Refusals.TooLarge(MostSamples * sizeof(short));
            double? onset = null;
            var from = 0;
            for (var i = 0; i < samples.Length; i++)
            {
                var part = record.AsSpan(from, header.Signals[i].SamplesPerRecord * sizeof(short));
                from += part.Length;
                if (!header.Signals[i].IsAnnotations)
                    Append(samples[i], part);
                else if (EdfAnnotations.Take(part, notes) is { } keeper)
                    onset ??= keeper;
            }

            onsets.Add(onset ?? expected);
            expected = onsets[^1] + header.RecordSeconds;
        }

        return onsets.Count == 0
            ? Refusals.Damaged("EDF", $"it ends at byte {header.Length}, before its first data record is whole", null, header.Length)
            : Build(seen, header, onsets, samples, notes);
    }

    private static void Append(List<short> samples, ReadOnlySpan<byte> part)
    {
        var before = samples.Count;
        CollectionsMarshal.SetCount(samples, before + (part.Length / sizeof(short)));
        var to = CollectionsMarshal.AsSpan(samples)[before..];
        if (BitConverter.IsLittleEndian)
        {
            part.CopyTo(MemoryMarshal.AsBytes(to));
            return;
        }

        for (var i = 0; i < to.Length; i++)
            to[i] = BinaryPrimitives.ReadInt16LittleEndian(part[(i * sizeof(short))..]);
    }

    private static void Cut(Understanding seen, EdfHeader header, int records, int extra)
    {
        var end = header.Length + ((long)records * header.RecordBytes) + extra;
        if (header.Records >= 0)
            seen.Cut($"The file is cut: it ends at byte {end} after {records} of {header.Records} data records.", null, end);
        else if (extra > 0)
            seen.Cut($"The file ends at byte {end} inside a data record, which was left out.", null, end);
    }

    private static RecordingOutcome Build(Understanding seen, EdfHeader header, List<double> onsets, List<short>[] samples, List<EdfAnnotation> notes)
    {
        var zero = onsets[0];
        if (!(onsets.Max() - zero + header.RecordSeconds <= BeatSeries.LongestDuration.TotalSeconds))
            return Refusals.TooLong();
        if (header.Start is { } start && Math.Abs(zero) < BeatSeries.LongestDuration.TotalSeconds)
            seen.StartsAt(start + BeatSeries.FromMs(zero * 1_000), null);
        else
            seen.Remark("The header's date of the start cannot be read.");
        if (header.NamesPatient)
            seen.Remark("The header names a patient. The name was not read; take it out of the file before you pass it on.");
        foreach (var note in notes)
        {
            if (Math.Abs(note.OnsetSeconds - zero) <= BeatSeries.LongestDuration.TotalSeconds)
                seen.Marks.Add(new(BeatSeries.FromMs((note.OnsetSeconds - zero) * 1_000), note.DurationSeconds is { } length ? BeatSeries.FromMs(length * 1_000) : null, note.Text));
        }

        var pieces = Runs(seen, header, onsets);
        var channels = ImmutableArray.CreateBuilder<RawSignal>();
        for (var i = 0; i < samples.Length; i++)
        {
            var signal = header.Signals[i];
            if (signal.IsAnnotations || signal.SamplesPerRecord == 0)
                continue;
            if (double.IsNaN(signal.Scale))
            {
                seen.Remark($"Signal {i + 1} ('{signal.Label}') has no range in the header, so its samples have no unit; it was left out.");
                seen.Dropped++;
                continue;
            }

            channels.Add(Channel(signal, header, samples[i], pieces));
        }

        return channels.Count == 0 && seen.Marks.Count == 0 ? Refusals.NothingAboutHearts("The EDF file holds no signals and no annotations.") : seen.Signals(channels.ToImmutable());
    }

    private static RawSignal Channel(EdfSignal signal, EdfHeader header, List<short> digital, List<(double Start, int First, int Count)> runs)
    {
        var values = new double[digital.Count];
        var source = CollectionsMarshal.AsSpan(digital);
        for (var i = 0; i < values.Length; i++)
            values[i] = signal.ToPhysical(source[i]);
        var per = signal.SamplesPerRecord;
        return new(signal.Label, signal.Unit, per / header.RecordSeconds, ImmutableCollectionsMarshal.AsImmutableArray(values),
            [.. runs.Select(run => new SignalPiece(BeatSeries.FromMs(run.Start * 1_000), run.First * per, run.Count * per))]);
    }

    /// <summary>Runs of records without interruption. Only EDF+D may be interrupted.</summary>
    private static List<(double Start, int First, int Count)> Runs(Understanding seen, EdfHeader header, List<double> onsets)
    {
        var runs = new List<(double Start, int First, int Count)> { (0, 0, onsets.Count) };
        if (!header.IsInterrupted)
            return runs;
        runs.Clear();
        var (first, back) = (0, 0);
        var end = onsets[0];
        var begun = onsets[0];
        for (var i = 0; i < onsets.Count; i++)
        {
            if (onsets[i] > end + SameMoment)
            {
                runs.Add((begun - onsets[0], first, i - first));
                (begun, first) = (onsets[i], i);
                end = onsets[i];
            }
            else if (onsets[i] < end - SameMoment)
            {
                back++;
            }

            end += header.RecordSeconds;
        }

        runs.Add((begun - onsets[0], first, onsets.Count - first));
        if (runs.Count > 1)
            seen.Remark($"The recording was interrupted {runs.Count - 1} times.");
        if (back > 0)
            seen.Remark($"Data records that say they begin before the one before them ended: {back}. They were laid one behind the other.");
        return runs;
    }
}
