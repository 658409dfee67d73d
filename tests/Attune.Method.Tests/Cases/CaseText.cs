using System.Text.Encodings.Web;
using System.Text.Json;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

/// <summary>A case as text, so that two of them can be compared.</summary>
internal static class CaseText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(CoupleCase couple) => JsonSerializer.Serialize(
        new
        {
            couple.Id,
            couple.LastNumber,
            couple.Withheld,
            couple.OpenedAt,
            couple.Assessment,
            couple.Reactions,
            couple.HomeTasks,
            couple.Missed,
            couple.Closed,
            couple.AsksAboutHome,
            A = couple[Partner.A],
            B = couple[Partner.B],
            Sessions = couple.Sessions.Select(session => new { Session = session, A = session[Partner.A], B = session[Partner.B] }),
            couple.Ruptures,
        },
        Options);
}
