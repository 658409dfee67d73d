using System.Xml;
using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Xml;

/// <summary>Training Center XML: the rate of every track point, at its time. Points are unevenly spaced ("smart recording"): duration rules weigh by time.</summary>
internal static class TcxReader
{
    internal static bool Recognises(string head) => head.Contains("<TrainingCenterDatabase", StringComparison.Ordinal);

    internal static RecordingOutcome Read(Stream stream, RecordingOptions options)
    {
        var seen = new Understanding(RecordingFormat.Tcx, options);
        var (times, rates) = (new List<double>(), new List<double>());
        Timestamp? first = null;
        using var xml = new XmlRecording(stream);
        try
        {
            Walk(xml, options, times, rates, seen, ref first);
        }
        catch (XmlException damage)
        {
            if (rates.Count(static rate => rate > 0) < 2)
                return Refusals.Damaged("TCX", $"its XML breaks off at line {damage.LineNumber}", damage.LineNumber);
            seen.Cut($"The file is damaged at line {damage.LineNumber}; what came before was read.", damage.LineNumber);
        }

        return SeriesBuilding.Rates(seen, times, rates, "The device's own rate.", _ =>
        {
            if (first is { } stamp)
                seen.StartsAt(stamp.Clock, stamp.Offset);
        });
    }

    private static void Walk(XmlRecording xml, RecordingOptions options, List<double> times, List<double> rates, Understanding seen, ref Timestamp? first)
    {
        var (name, inRate, time, rate) = ("", false, default(Timestamp?), 0.0);
        while (times.Count < IntervalNumbers.Most && xml.TryRead())
        {
            switch (xml.Reader.NodeType)
            {
                case XmlNodeType.Element:
                    name = xml.Reader.LocalName;
                    if (name == "Trackpoint")
                        (time, rate) = (null, 0);
                    inRate |= name == "HeartRateBpm";
                    break;
                case XmlNodeType.Text when name == "Time":
                    time = Timestamps.TryParse(System.Text.Encoding.UTF8.GetBytes(xml.Reader.Value), options.DateOrder, out var stamp) ? stamp : null;
                    break;
                case XmlNodeType.Text when inRate && name == "Value":
                    rate = FixedPoint.TryParse(System.Text.Encoding.UTF8.GetBytes(xml.Reader.Value), decimalComma: false, out var bpm) ? bpm.ToDouble() : 0;
                    break;
                case XmlNodeType.EndElement when xml.Reader.LocalName == "HeartRateBpm":
                    inRate = false;
                    break;
                case XmlNodeType.EndElement when xml.Reader.LocalName == "Trackpoint":
                    if (time is null && seen.Dropped++ == 0)
                        seen.Remark($"Track points without a time that can be read were left out; the first ends at line {xml.Line}.", xml.Line);
                    if (time is { } at && rate > 0)
                    {
                        first ??= at;
                        times.Add(at.ClockMs - (at.Offset ?? TimeSpan.Zero).TotalMilliseconds);
                        rates.Add(rate);
                    }

                    break;
            }
        }
    }
}
