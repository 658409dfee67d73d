using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;

namespace Attune.Practice.Holding;

/// <summary>Something seen in a partner: a channel, a marker, a mode. During a session, or noted from memory afterwards.</summary>
public sealed record PlaceMark : CoupleCommand
{
    private static readonly Refusal NoSuchMark = new("HLD001", "The mark that this would change is not there any more. Open the page again.");

    public required int Session { get; init; }

    public required Partner Partner { get; init; }

    public required MarkKind Kind { get; init; }

    public required string Code { get; init; }

    public string? EarlySchema { get; init; }

    public ReactionStrength Strength { get; init; } = ReactionStrength.Subtle;

    public bool WhileAroused { get; init; }

    public TimeSpan? Into { get; init; }

    /// <summary>The event of a mark of the same session that is said anew; null for a new one.</summary>
    public long? Replaces { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .That(SessionRules.MayExist(couple, Session), SessionRules.OutOfTurn(couple, Session))
            .Defined<Partner>(Partner, "Partner", "In whom it was seen")
            .Defined<MarkKind>(Kind, "Kind", "What kind of mark it is")
            .Defined<ReactionStrength>(Strength, "Strength", "How strong it was")
            .Given(Code, "Code", "What was seen")
            .Within(Into?.TotalMinutes, 0, 600, "Into", "About when, in minutes after the session began,")
            .That(Replaces is not { } before || couple.Recorded.Any(one => one.Number == before && !one.IsTakenBack && one.Event is MarkPlaced mark && mark.Session == Session), NoSuchMark);
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new MarkPlaced
            {
                At = at,
                Amends = Replaces,
                Session = Session,
                Partner = Partner,
                Kind = Kind,
                Code = Code,
                EarlySchema = EarlySchema,
                Strength = Strength,
                WhileAroused = WhileAroused,
                Into = Into,
            });
    }
}
