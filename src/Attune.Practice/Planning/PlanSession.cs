using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Planning;

/// <summary>What the therapist means to do in a session. Planning advises elsewhere; here everything is taken down.</summary>
public sealed record PlanSession : CoupleCommand
{
    public required int Session { get; init; }

    public DateOnly? On { get; init; }

    public ImmutableArray<string> Techniques { get; init; } = [];

    public ImmutableArray<string> Occasions { get; init; } = [];

    public string? Aim { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var before = couple.FindSession(Session);
        if (Stale(before?.PlanNumber ?? 0))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check()
            .That(SessionRules.MayExist(couple, Session), SessionRules.OutOfTurn(couple, Session))
            .NotLonger(Aim, 500, "Aim", "The aim");
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new SessionPlanned
            {
                At = at,
                Amends = before is { PlanNumber: > 0 } ? before.PlanNumber : null,
                Session = Session,
                On = On,
                Techniques = Techniques,
                Occasions = Occasions,
                Aim = Aim,
            });
    }
}
