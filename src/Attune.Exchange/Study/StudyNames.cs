using System.Text.Json;

namespace Attune.Exchange.Study;

/// <summary>Names of choices as columns and options have them: <c>two_own_sd_drop</c>.</summary>
public static class StudyNames
{
    public static string Of<T>(T choice) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());
}
