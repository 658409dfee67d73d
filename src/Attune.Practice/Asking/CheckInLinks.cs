using System.Text.Json;
using Attune.Method.Cases;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;

namespace Attune.Practice.Asking;

/// <summary>
/// One-time links for a check-in, where a partner's own phone can reach the program. A link is good for two days, is spent by sending, and a form that
/// was opened in time may be sent up to two hours after. Wrong, run out and spent are told apart to nobody.
/// </summary>
public sealed class CheckInLinks(PracticeDoor door)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(2);

    public static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>Makes a link for one partner and session; the token is shown once.</summary>
    public Task<string> IssueAsync(Viewer viewer, CoupleId couple, Partner partner, int session)
    {
        if (Access.ToSeeCase(viewer, door.Therapist) is { } no)
            throw new RefusedException(no);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Viewer.PartnerWithCheckIn(couple, partner, session));
        return door.Record.Links.IssueAsync(payload, door.Time.GetUtcNow() + Life);
    }

    /// <summary>Whom the token stands for, to open the form; null when it is not good.</summary>
    public Viewer.PartnerWithCheckIn? Open(string token) => Read(door.Record.Links.Find(token, door.Time.GetUtcNow()));

    /// <summary>The same for sending: a form that was opened in time may come a little late.</summary>
    public Viewer.PartnerWithCheckIn? OpenToSend(string token) => Read(door.Record.Links.Find(token, door.Time.GetUtcNow() - Grace));

    /// <summary>After the answers are durable.</summary>
    public Task SpendAsync(string token) => door.Record.Links.SpendAsync(token, door.Time.GetUtcNow(), Grace);

    private static Viewer.PartnerWithCheckIn? Read(ReadOnlyMemory<byte>? payload) =>
        payload is { } bytes ? JsonSerializer.Deserialize<Viewer.PartnerWithCheckIn>(bytes.Span) : null;
}
