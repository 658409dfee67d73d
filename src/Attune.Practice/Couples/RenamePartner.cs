using Attune.Method.Cases;
using Attune.Practice.Refusals;

namespace Attune.Practice.Couples;

/// <summary>A partner's name was mistyped, or is another one now. Where the record named them before, it names them so.</summary>
public sealed record RenamePartner : CoupleCommand
{
    public required Partner Partner { get; init; }

    public required string Name { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var check = new Check().Defined<Partner>(Partner, "Partner", "Whose name it is").Given(Name, "Name", "A name").NotLonger(Name, 80, "Name", "The name");
        if (check.Fails)
            return Decision.No(check.Why);
        var before = couple.Recorded.LastOrDefault(one => !one.IsTakenBack && one.Event is PartnerIntroduced named && named.Partner == Partner);
        return Decision.Record(new PartnerIntroduced { At = at, Amends = before?.Number, Partner = Partner, Name = Name.Trim() });
    }
}
