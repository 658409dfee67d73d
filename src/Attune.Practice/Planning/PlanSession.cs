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

    /// <summary>Technique code to the step of its ladder to begin at.</summary>
    public ImmutableSortedDictionary<string, int> LadderSteps { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Techniques kept although another way was offered: allowed, and noted.</summary>
    public ImmutableArray<string> KeptAsPlanned { get; init; } = [];

    /// <summary>What is to be said openly.</summary>
    public ImmutableArray<string> Transparency { get; init; } = [];

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        var before = couple.FindSession(Session);
        if (Stale(before?.PlanNumber ?? 0))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check()
            .That(SessionRules.MayExist(couple, Session), SessionRules.OutOfTurn(couple, Session))
            .NotLonger(Aim, 500, "Aim", "The aim");
        foreach (var (technique, step) in LadderSteps)
            check.Within(step, 1, 20, $"LadderStep.{technique}", "The step of the ladder");
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
                LadderSteps = LadderSteps,
                KeptAsPlanned = KeptAsPlanned,
                Transparency = Transparency,
            });
    }
}
