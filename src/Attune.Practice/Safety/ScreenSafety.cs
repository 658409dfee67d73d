using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Safety;

/// <summary>One partner was asked about safety. It records what was said; a flag is the therapist's own step.</summary>
public sealed record ScreenSafety : CoupleCommand
{
    public required Partner Partner { get; init; }

    /// <summary>Whether the other was out of the room and out of hearing.</summary>
    public required bool Alone { get; init; }

    public ImmutableArray<SafetyConcern> Concerns { get; init; } = [];

    public bool WouldRatherNot { get; init; }

    public string? Note { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Who was asked")
            .NotLonger(Note, 4_000, "Note", "The note");
        foreach (var concern in Concerns)
            check.Defined<SafetyConcern>(concern, "Concerns", "What came up");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new SafetyScreened { At = at, Partner = Partner, Alone = Alone, Concerns = Concerns, WouldRatherNot = WouldRatherNot, Note = Note });
    }
}

/// <summary>Raises a flag. It only ever keeps things off, and shows nowhere shared.</summary>
public sealed record RaiseSafetyFlag : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required SafetyConcern Concern { get; init; }

    public string? Note { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = SafetyRefusals.Check(Partner, Concern).NotLonger(Note, 1_000, "Note", "The note");
        if (check.Fails)
            return Decision.No(check.Why);
        return couple[Partner].SafetyFlags.Contains(Concern)
            ? Decision.No(SafetyRefusals.UpAlready)
            : Decision.Record(new SafetyFlagRaised { At = at, Partner = Partner, Concern = Concern, Note = Note });
    }
}

public sealed record LowerSafetyFlag : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required SafetyConcern Concern { get; init; }

    public string? Why { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = SafetyRefusals.Check(Partner, Concern).Given(Why, "Why", "A reason for lowering it").NotLonger(Why, 1_000, "Why", "The reason");
        if (check.Fails)
            return Decision.No(check.Why);
        return couple[Partner].SafetyFlags.Contains(Concern)
            ? Decision.Record(new SafetyFlagLowered { At = at, Partner = Partner, Concern = Concern, Why = Why })
            : Decision.No(SafetyRefusals.NotUp);
    }
}

internal static class SafetyRefusals
{
    public static readonly Refusal UpAlready = new("SAF001", "This flag is up already.", "Concern");

    public static readonly Refusal NotUp = new("SAF002", "This flag is not up.", "Concern");

    public static Check Check(Partner partner, SafetyConcern concern) => new Check()
        .Defined<Partner>(partner, "Partner", "Whose account it is")
        .Defined<SafetyConcern>(concern, "Concern", "What it is about");
}
