using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Tables;

/// <summary>
/// OpenHRV: <c>event,value,timestamp</c>, local ISO time. It keeps only the last RR of every notification, so the sum falls short and shows as gaps.
/// </summary>
internal static class OpenHrvReader
{
    internal static bool Recognises(TextInput input) => input.Title.Replace(" ", "", StringComparison.Ordinal).Equals("event,value,timestamp", StringComparison.OrdinalIgnoreCase);

    internal static RecordingOutcome Read(TextInput input)
    {
        var seen = new Understanding(RecordingFormat.OpenHrv, input.Options);
        seen.Remark("OpenHRV writes only the last beat of every message from the strap: where two came together, one is missing.");
        ReadOnlySpan<byte> line = [];
        while (line.IsEmpty && input.Lines.TryNext(out var next))
            line = Cells.TrimSpaces(next);
        return IntervalTable.Read(input, TableHeader.Parse(line), new(RecordingFormat.OpenHrv, 1, IntervalUnit.Milliseconds)
        {
            Time = 2,
            TimeCell = TimeCell.Stamp,
            TimesAre = TimesAre.Arrivals,
            Sift = static row => IsBeat(row[0]) ? RowIs.Beat : RowIs.Other,
        }, seen);
    }

    private static bool IsBeat(ReadOnlySpan<byte> name) => Cells.StartsWith(name, "interbeat") || Cells.StartsWith(name, "ibi") || Cells.StartsWith(name, "rr");
}
