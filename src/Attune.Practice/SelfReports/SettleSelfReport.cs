using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.SelfReports;

/// <summary>The therapist takes a partner's report over into the assessment, or leaves it beside it. What was left can be taken over later.</summary>
public sealed record SettleSelfReport : CoupleCommand
{
    public required Partner Partner { get; init; }

    /// <summary>The number under which it was given: a newer one is a proposal of its own.</summary>
    public required long Given { get; init; }

    public required bool TakeOver { get; init; }

    internal override Decision Decide(CoupleCase couple, DateTimeOffset at)
    {
        if (!Enum.IsDefined(Partner) || couple[Partner].SelfReport is not { Given: { } given } own || own.GivenNumber != Given)
            return Decision.No(SelfReportRefusals.NoSuch);
        // Twice by a double tap is once.
        if (own.Settled?.TakenOver == TakeOver)
            return Decision.Record();
        var settled = new SelfReportSettled { At = at, Partner = Partner, Given = Given, TakenOver = TakeOver };
        if (!TakeOver)
            return Decision.Record(settled);
        var before = couple[Partner];
        if (Stale(before.AssessmentNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var taking = SelfReportTaking.Of(before, given.Report);
        var events = new List<CaseEvent> { settled };
        if (taking.Parts.Any(part => part != SelfReportPart.Hopes))
            events.Add(taking.Assessed with { At = at, Amends = before.AssessmentNumber is 0 ? null : before.AssessmentNumber });
        if (taking.Hope is { } hope)
        {
            events.Add(new TherapyExpectationVoiced
            {
                At = at,
                Partner = Partner,
                Expectation = before.Expectations.Count == 0 ? 1 : before.Expectations.Max(one => one.Number) + 1,
                Of = ExpectationOf.Therapy,
                Words = hope,
            });
        }

        return Decision.Record([.. events]);
    }
}

internal static class SelfReportRefusals
{
    public static readonly Refusal NoSuch = new("SRP001", "There is a newer one, or none. Open the assessment again and look at what is there.");
}
