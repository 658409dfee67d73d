using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attune.Exchange.Study;

/// <summary>What made a result, to lie beside it: enough to make it again. No clock and no folder, so that making it again gives the same bytes.</summary>
public static class StudyManifest
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where it lies: beside the result, with this behind its name.</summary>
    public static string PathBeside(string output) => $"{output}.manifest.json";

    /// <summary>Name without folder, size and SHA-256.</summary>
    public static JsonObject Of(FileInfo file, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var content = file.OpenRead();
        return new()
        {
            ["file"] = name ?? file.Name,
            ["bytes"] = content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)),
        };
    }

    /// <summary>What was read and what was left out.</summary>
    public static JsonObject Of(StudyTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new()
        {
            ["rows"] = tally.Rows,
            ["courses"] = tally.Courses,
            ["cells_not_numbers"] = tally.NotNumbers,
            ["cells_out_of_range"] = tally.OutOfRange,
            ["rows_without_course"] = tally.RowsWithoutCourse,
            ["rows_without_session"] = tally.RowsWithoutSession,
            ["courses_put_in_order"] = tally.UnsortedCourses,
        };
    }

    public static byte[] Bytes(JsonObject manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Encoding.UTF8.GetBytes(manifest.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n");
    }
}
