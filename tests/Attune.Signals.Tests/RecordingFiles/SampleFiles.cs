using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>A small valid file of every format, made here; where damage, cuts and fuzzing begin.</summary>
internal static class SampleFiles
{
    internal const uint FitTime = 1_000_000_000;

    internal static Dictionary<string, byte[]> All { get; } = new()
    {
        ["plain.txt"] = Text("800\n810\n790\n805\n"),
        ["seconds.txt"] = Text("# made by a recorder\nRR [s]\n0.8\n0.81\n0.79\n"),
        ["times.txt"] = Text("0.352\n1.036\n1.721\n2.4\n3.1\n"),
        ["table.csv"] = Text("time;rr\n0,8;800\n1,61;810\n2,40;790\n"),
        ["polar.hrm"] = Text("[Params]\r\nVersion=106\r\nInterval=238\r\nDate=20250315\r\nStartTime=09:28:17.5\r\n[HRData]\r\n800\r\n810\r\n815\r\n"),
        ["rates.hrm"] = Text("[Params]\r\nVersion=106\r\nInterval=5\r\nDate=20250315\r\nStartTime=09:28:17.5\r\n[HRData]\r\n72\t0\r\n73\t0\r\n"),
        ["selfloops.txt"] = Text("08 August 2017 18:51:01\nTime (ms),HR (bpm),R-R (ms)\n246,96,616\n851,96,605\n1440,96,589\n9000,96,600\n"),
        ["logger-ios.csv"] = Text("date, rr, since start\n2025-03-15 11:03:01 +0000, 966, 0\n2025-03-15 11:03:02 +0000, 950, 966\n2025-03-15 11:03:03 +0000, 940, 1916\n"),
        ["logger-android.csv"] = Text("timestamp, rr, since_start \n\n1742036580000, 800, 5000\n1742036580020, 810, 5800\n1742036581500, 790, 6610\n"),
        ["logger-events.csv"] = Text("date, timestamp, annotation, manual\n2025-03-15 11:03:00 +0000, 1742036580.5, start of rest, 1\n2025-03-15 11:04:00 +0000, 1742036640.5, end, 1\n"),
        ["psl_RR.txt"] = Text("Phone timestamp;RR-interval [ms]\n2025-03-15T11:03:01.000;800;\n2025-03-15T11:03:01.900;810;\n2025-03-15T11:03:02.700;790;\n"),
        ["psl_HR.txt"] = Text("Phone timestamp;HR [bpm];HRV [ms];Breathing interval [rpm];\n2025-03-15T11:03:01.000;72\n2025-03-15T11:03:02.000;73;12;\n"),
        ["psl_PPI.txt"] = Text("Phone Data RX timestamp;PP-interval [ms];error estimate [ms];blocker;contact;contact;hr [bpm]\n2025-03-15T11:03:01.000;800;10;0;1;1;75\n2025-03-15T11:03:01.900;300;10;1;1;1;75\n2025-03-15T11:03:02.700;810;10;0;1;1;75\n"),
        ["psl_ECG.txt"] = Text("Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"2025-03-15T11:03:01.{i * 8:000};{599_616_000_000_000_000 + (i * 8_000_000L)};{i * 8}.0;{i * 3}\n"))),
        ["HR-2025_01_25-16_42_59.csv"] = Text("   HR      25.01.25  16:42:59   1 \nAverage,RRData\n75.0,800\n74.0,808\n73.0,816\n"),
        ["ECG-2025_01_25-16_42_59.csv"] = Text("Timestamp,Sample\n" + string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1_737_823_379 + (i * .005):0.000},{i % 7}\n")))),
        ["Annotations-2025_01_25-16_42_59.csv"] = Text("Timestamp,Type,Content\n1737823379.5,RecordingStart,\n1737823500.5,Pause,\n1737823600.5,Resume,\n1737823700.5,RecordingStop,\n"),
        ["openhrv.csv"] = Text("event,value,timestamp\nInterBeatInterval,800,2025-03-15T11:03:01.000\nrmssd,12,2025-03-15T11:03:01.100\nInterBeatInterval,810,2025-03-15T11:03:02.000\nInterBeatInterval,790,2025-03-15T11:03:03.000\n"),
        ["IBI.csv"] = Text("1680686620.000000, IBI\n10.500000,0.800000\n11.312500,0.812500\n20.000000,0.750000\n"),
        ["HR.csv"] = Text("1680686630.000000\n1.000000\n72.00\n73.50\n74.00\n"),
        ["BVP.csv"] = Text("1680686620.000000\n64.000000\n-1.5\n2.25\n0\n"),
        ["ACC.csv"] = Text("1680686620.000000, 1680686620.000000, 1680686620.000000\n32.000000, 32.000000, 32.000000\n-21,4,60\n-20,5,61\n"),
        ["VNS - 0001 - 15.03.2025 09.07 Langzeit, 1h 46min.txt"] = Text("Korrektur\tAktiv\n\nRR-Intervalle - Rohwerte (Nicht aktiv)\n0,807\tNotiz: Start Ruhe\n0,838\n0,851\n\nRR-Intervalle - Korrigierte Werte (Aktiv)\n0,807\n0,838\n"),
        ["kubios.txt"] = Text("Kubios HRV results\n\nMean RR (ms),  805\nRR DATA\nTime (s),RR (s),FFT\n0.8,0.8,1\n1.61,0.81,2\n2.4,0.79,3\n"),
        ["timer.csv"] = Text("timer,hr\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i * 10},{500 + (i % 9)}\n"))),
        ["run.fit"] = Fit(),
        ["events.fit"] = FitEvents(),
        ["night.edf"] = Edf(),
        ["run.tcx"] = Text("<?xml version=\"1.0\"?><TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\"><Activities><Activity><Lap><Track>"
            + string.Concat(Enumerable.Range(0, 5).Select(i => $"<Trackpoint><Time>2025-03-15T11:03:0{i}Z</Time><HeartRateBpm><Value>{100 + i}</Value></HeartRateBpm></Trackpoint>\n"))
            + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>"),
        ["export.xml"] = Text("<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n]>\n<HealthData>\n"
            + string.Concat(Enumerable.Range(0, 5).Select(i => $"<Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"strap\" unit=\"count/min\" startDate=\"2025-03-15 11:03:0{i} +0100\" value=\"{100 + i}\"/>\n"))
            + "<Record type=\"HKQuantityTypeIdentifierStepCount\" startDate=\"2025-03-15 11:03:00 +0100\" value=\"9\"/></HealthData>"),
        ["numbers.npy"] = NumPy("<i8", "(4,)", [.. new long[] { 800, 810, 790, 805 }.SelectMany(BitConverter.GetBytes)]),
        ["reals.npy"] = NumPy("<f8", "(3,)", [.. new[] { .8, .81, .79 }.SelectMany(BitConverter.GetBytes)]),
        ["plain.txt.gz"] = Gzip(Text("800\n810\n790\n805\n")),
        ["session.zip"] = Zip(("1_A/IBI.csv", Text("1680686620.000000, IBI\n10.500000,0.800000\n11.312500,0.812500\n")), ("1_A/HR.csv", Text("1680686630.000000\n1.000000\n72.00\n73.50\n")),
            ("1_A/BVP.csv", Text("1680686620.000000\n64.000000\n-1.5\n2.25\n0\n")), ("1_A/tags.csv", Text("1680686625.50\n")), ("1_A/info.txt", Text("about\n"))),
        ["one.zip"] = Zip(("2025-03-15 11-03-00.txt", Text("800\n810\n")), ("__MACOSX/._2025-03-15 11-03-00.txt", [0, 5, 0x16, 7])),
    };

    internal static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    internal static byte[] NumPy(string type, string shape, byte[] data)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)(header.Length & 0xFF), (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. data];
    }

    /// <summary>Two seconds of rates, beat intervals before each time, a field of a developer, a compressed time, a timer stop.</summary>
    private static byte[] Fit() => new FitFileWriter()
        .Define(0, 20, developer: [0, 2, 0], fields: [(253, 4, 0x86), (3, 1, 2)])
        .Define(1, 78, fields: [(0, 10, 0x84)])
        .Define(2, 20, fields: [(3, 1, 2)])
        .Define(3, 21, fields: [(253, 4, 0x86), (0, 1, 0), (1, 1, 0)])
        .Data(0, [.. FitFileWriter.U32(FitTime), 90, 7, 7])
        .Data(1, [.. Intervals(650, 660)])
        .Data(0, [.. FitFileWriter.U32(FitTime + 1), 91, 7, 7])
        .Data(1, [.. Intervals(655)])
        .Compressed(2, (int)((FitTime + 2) & 31), 92)
        .Data(3, [.. FitFileWriter.U32(FitTime + 3), 0, 4])
        .ToFile();

    private static byte[] FitEvents() => new FitFileWriter()
        .Define(0, 132, fields: [(253, 4, 0x86), (9, 4, 0x86)])
        .Define(1, 132, bigEndian: true, fields: [(10, 3, 0x0D)])
        .Data(0, [.. FitFileWriter.U32(FitTime), .. FitFileWriter.U32(4_000)])
        .Data(1, Twelve(4_000 + 819, 4_000 + 1_638))
        .Data(1, Twelve(4_000 + 2_457, 4_000 + 3_276))
        .ToFile(headerSize: 12);

    internal static byte[] Twelve(int first, int second) =>
        [(byte)first, (byte)(((first >> 8) & 0x0F) | ((second & 0x0F) << 4)), (byte)(second >> 4)];

    private static byte[] Intervals(params ushort[] ms) => [.. ms.Concat(Enumerable.Repeat(ushort.MaxValue, 5 - ms.Length)).SelectMany(FitFileWriter.U16)];

    private static byte[] Edf() => new EdfFileWriter { Lists = ["+0\x14\x14\0+.5\x15.25\x14note \u00B5\x14\0", "+1\x14\x14\0", "+2\x14\x14\0"] }
        .Signal("ECG", "mV", -5, 5, 250, (record, i) => (short)((record * 1_000) + i))
        .Signal("RESP", "L/s", 0, 100, 25, (_, i) => (short)-i)
        .ToFile();
}
