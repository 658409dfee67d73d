using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Live;

/// <summary>A heart's clock ran early or late: everything of it moves by as much, in all and not in addition to what was said before.</summary>
public sealed record ShiftHeart : CoupleCommand
{
    /// <summary>Farther than this a clock is not put right: it would be another hour [our proposal].</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    public required int Session { get; init; }

    public required HeartOf Heart { get; init; }

    public required RecordingId Recording { get; init; }

    /// <summary>Negative: earlier.</summary>
    public required TimeSpan By { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var heart = couple.FindSession(Session)?.Live.Hearts.FirstOrDefault(one => one.Heard.Recording == Recording && one.Heard.Heart == Heart);
        if (heart is null or { Heard.IsSetAside: true })
            return Decision.No(ShiftRefusals.NoSuchHeart);
        var check = new Check().That(By.Duration() <= Most, ShiftRefusals.TooFar);
        if (check.Fails)
            return Decision.No(check.Why);
        return heart.Shift == By ? Decision.Record() : Decision.Record(new HeartShifted { At = at, Session = Session, Heart = Heart, Recording = Recording, By = By });
    }
}

internal static class ShiftRefusals
{
    public static readonly Refusal NoSuchHeart = new("LIV011", "This heart was not heard in this session. Open the page again.");

    public static readonly Refusal TooFar = new("LIV012", "A clock is put right by ten minutes at most, earlier or later.", "By");
}
