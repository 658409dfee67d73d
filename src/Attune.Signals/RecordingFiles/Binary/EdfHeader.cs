using System.Globalization;
using System.Text;

namespace Attune.Signals.RecordingFiles.Binary;

/// <summary>One signal of an EDF file by its header.</summary>
internal sealed record EdfSignal(string Label, string Unit, double PhysicalMin, double PhysicalMax, double DigitalMin, double DigitalMax, int SamplesPerRecord)
{
    internal const string AnnotationLabel = "EDF Annotations";

    internal bool IsAnnotations => Label == AnnotationLabel;

    /// <summary>Physical units per digital step; NaN when the header gives none.</summary>
    internal double Scale => DigitalMax == DigitalMin ? double.NaN : (PhysicalMax - PhysicalMin) / (DigitalMax - DigitalMin);

    internal double ToPhysical(short digital) => PhysicalMin + ((digital - DigitalMin) * Scale);
}

/// <summary>
/// The header of EDF and EDF+ (Kemp and Olivan, 2003): 256 bytes of ASCII and 256 per signal, in fields of fixed width. The patient's name is looked at only to say that it is there.
/// </summary>
internal sealed record EdfHeader(DateTime? Start, bool IsInterrupted, bool IsPlus, bool NamesPatient, long Records, double RecordSeconds, EdfSignal[] Signals)
{
    internal const int FixedLength = 256;
    internal const int MostSignals = 512;
    private const int PerSignal = 256;

    internal int Length => FixedLength + (PerSignal * Signals.Length);

    internal int RecordBytes => Signals.Sum(static signal => signal.SamplesPerRecord) * sizeof(short);

    internal static int SignalsIn(ReadOnlySpan<byte> fixedPart) => Int(fixedPart[252..256]) is { } count and > 0 and <= MostSignals ? (int)count : 0;

    /// <summary>The header, or what is wrong with it and at which byte.</summary>
    internal static (EdfHeader? Header, string Wrong, int At) Parse(ReadOnlySpan<byte> bytes)
    {
        var count = SignalsIn(bytes);
        if (Int(bytes[236..244]) is not { } records)
            return (null, "its number of data records is no number", 236);
        if (Real(bytes[244..252]) is not ({ } seconds and >= 0 and < 1e9))
            return (null, "the length of its data records is no number", 244);
        var signals = new EdfSignal[count];
        for (var i = 0; i < count; i++)
        {
            var per = FixedLength + (216 * count) + (8 * i);
            if (Int(bytes.Slice(per, 8)) is not ({ } samples and >= 0 and <= 4_000_000))
                return (null, "its number of samples in a record is no number", per);
            double? Field(ReadOnlySpan<byte> all, int before) => Real(all.Slice(FixedLength + (before * count) + (8 * i), 8));
            if (Field(bytes, 104) is not { } low || Field(bytes, 112) is not { } high || Field(bytes, 120) is not { } least || Field(bytes, 128) is not { } most)
                return (null, "the range of a signal is no number", FixedLength + (104 * count) + (8 * i));
            signals[i] = new(Text(bytes.Slice(FixedLength + (16 * i), 16)), Text(bytes.Slice(FixedLength + (96 * count) + (8 * i), 8)), low, high, least, most, (int)samples);
        }

        var reserved = Text(bytes[192..236]);
        return (new(StartOf(bytes), reserved.StartsWith("EDF+D", StringComparison.Ordinal), reserved.StartsWith("EDF+", StringComparison.Ordinal),
            NamesSomebody(Text(bytes[8..88])), records, seconds, signals), "", 0);
    }

    private static DateTime? StartOf(ReadOnlySpan<byte> bytes)
    {
        var (date, time) = (Text(bytes[168..176]), Text(bytes[176..184]).Replace(':', '.'));
        if (!TimeSpan.TryParseExact(time, @"hh\.mm\.ss", CultureInfo.InvariantCulture, out var clock))
            return null;
        // EDF+ gives the year in four digits; two digits mean 1985 to 2084.
        var recording = Text(bytes[88..168]).Split(' ');
        if (recording.Length > 1 && recording[0] == "Startdate" && DateTime.TryParseExact(recording[1], "dd-MMM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var full) && full.Year > 1970)
            return full + clock;
        if (date.Length != 8 || !int.TryParse(date.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        var whole = string.Create(CultureInfo.InvariantCulture, $"{date.Replace('/', '.')[..6]}{(year < 85 ? 2_000 : 1_900) + year}");
        return DateTime.TryParseExact(whole, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day + clock : null;
    }

    // EDF+: code, sex, birthdate, name; X = withheld.
    private static bool NamesSomebody(string patient) => patient.Length > 0 && patient.Split(' ').Any(static part => part is not ("" or "X" or "M" or "F"));

    private static string Text(ReadOnlySpan<byte> field) => Encoding.Latin1.GetString(field).Trim().TrimEnd('\0');

    private static long? Int(ReadOnlySpan<byte> field) => long.TryParse(Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Real(ReadOnlySpan<byte> field) =>
        double.TryParse(Text(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
