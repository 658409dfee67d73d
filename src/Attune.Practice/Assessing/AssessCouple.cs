using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Assessing;

/// <summary>What belongs to the two together: the cycle, the years, what is not known yet. May come before any score.</summary>
public sealed record AssessCouple : CoupleCommand
{
    public double? YearsOfDistress { get; init; }

    public string? ModeOfA { get; init; }

    public string? ModeOfB { get; init; }

    public Partner? MovesFirst { get; init; }

    public ImmutableSortedDictionary<string, string> NotKnownYet { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (Stale(couple.AssessmentNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check()
            .Within(YearsOfDistress, 0, 80, "YearsOfDistress", "The years since it began")
            .Defined(MovesFirst, "MovesFirst", "Who moves first");
        NotKnown.Check(check, NotKnownYet);
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new CoupleAssessed
            {
                At = at,
                Amends = couple.AssessmentNumber is 0 ? null : couple.AssessmentNumber,
                YearsOfDistress = YearsOfDistress,
                ModeOfA = ModeOfA,
                ModeOfB = ModeOfB,
                MovesFirst = MovesFirst,
                NotKnownYet = NotKnownYet,
            });
    }
}

/// <summary>A partner's own chain for one schema, over whatever was proposed. A part left out is "not clear yet".</summary>
public sealed record SetOwnChain : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required string EarlySchema { get; init; }

    public OwnChain Chain { get; init; } = new();

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check()
            .Defined<Partner>(Partner, "Partner", "Whose chain it is")
            .Given(EarlySchema, "EarlySchema", "The schema of the chain");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new OwnChainSet { At = at, Partner = Partner, EarlySchema = EarlySchema, Chain = Chain });
    }
}
