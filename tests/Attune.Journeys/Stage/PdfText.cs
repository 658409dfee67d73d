using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Attune.Journeys.Stage;

/// <summary>
/// The words of a PDF that Chromium wrote, from its bytes: what lies on paper, and not what the page would show. It reads that one writer's form alone
/// (plain objects, glyph numbers in hexadecimal, one map of glyphs to characters for each font) and fails on anything else.
/// </summary>
internal sealed partial class PdfText
{
    private readonly string _bytes;

    private PdfText(byte[] pdf) => _bytes = Encoding.Latin1.GetString(pdf);

    /// <summary>In the order painted, a space for each line, white space made one.</summary>
    public static string Of(byte[] pdf) => new PdfText(pdf).Read();

    private string Read()
    {
        var text = new StringBuilder();
        foreach (Match page in PageObject().Matches(_bytes))
        {
            var fonts = FontOfPage().Matches(page.Value).ToDictionary(font => font.Groups["name"].Value, font => GlyphsOf(font.Groups["id"].Value), StringComparer.Ordinal);
            Paint(Stream(Contents().Match(page.Value).Groups[1].Value), fonts, text);
            text.Append(' ');
        }

        Assert.NotEmpty(text.ToString().Trim());
        return Steps.Plain(text.ToString());
    }

    private static void Paint(string content, Dictionary<string, Dictionary<int, string>> fonts, StringBuilder text)
    {
        Assert.DoesNotMatch(@"\)\s*Tj|\]\s*TJ", content);
        Dictionary<int, string> glyphs = [];
        var line = "";
        foreach (Match told in Told().Matches(content))
        {
            if (told.Groups["font"].Success)
                glyphs = fonts[told.Groups["font"].Value];
            else if (told.Groups["y"].Success && told.Groups["y"].Value != line)
                (line, _) = (told.Groups["y"].Value, text.Append(' '));
            else if (told.Groups["glyphs"].Success)
                text.AppendJoin("", told.Groups["glyphs"].Value.Chunk(4).Select(glyph => glyphs[Number(new string(glyph))]));
        }
    }

    // Character maps of single glyphs, and of runs of them.
    private Dictionary<int, string> GlyphsOf(string font)
    {
        var map = Stream(ToUnicode().Match(Object(font)).Groups[1].Value);
        Dictionary<int, string> glyphs = [];
        foreach (Match run in Mapped().Matches(map))
        {
            var (from, to) = (Number(run.Groups["from"].Value), run.Groups["to"].Success ? Number(run.Groups["to"].Value) : Number(run.Groups["from"].Value));
            for (var glyph = from; glyph <= to; glyph++)
                glyphs[glyph] = char.ConvertFromUtf32(Number(run.Groups["as"].Value) + glyph - from);
        }

        return glyphs;
    }

    private string Object(string id)
    {
        var start = _bytes.IndexOf($"\n{id} 0 obj", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The PDF has no object {id}.");
        return _bytes[start.._bytes.IndexOf("endobj", start, StringComparison.Ordinal)];
    }

    private string Stream(string id)
    {
        var written = Object(id);
        var begin = StreamBegins().Match(written);
        var data = Encoding.Latin1.GetBytes(written[(begin.Index + begin.Length)..]);
        if (!written.Contains("/FlateDecode", StringComparison.Ordinal))
            return Encoding.Latin1.GetString(data);
        using var inflated = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var reader = new StreamReader(inflated, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<</Type\s*/Page\b.*?endobj", RegexOptions.Singleline)]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/(?<name>F\d+) (?<id>\d+) 0 R")]
    private static partial Regex FontOfPage();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex Contents();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"stream\r?\n")]
    private static partial Regex StreamBegins();

    [GeneratedRegex(@"/(?<font>F\d+) \S+ Tf|(?<y>\S+) Tm|<(?<glyphs>[0-9A-F]+)> Tj")]
    private static partial Regex Told();

    [GeneratedRegex(@"^<(?<from>[0-9A-F]{4})> (<(?<to>[0-9A-F]{4})> )?<(?<as>[0-9A-F]{4})>\r?$", RegexOptions.Multiline)]
    private static partial Regex Mapped();
}
