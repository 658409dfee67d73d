using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests;

/// <summary>One partner's course in the words of a case: each answer is one more held session.</summary>
internal sealed class Course
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);
    private readonly Partner _partner;
    private readonly List<CheckInAnswers?> _forms = [];
    private readonly List<CaseEvent> _afterwards = [];
    private ExpectationAnswer? _first;

    private Course(Partner partner) => _partner = partner;

    public static RuptureId TheRupture { get; } = new(new Guid("00000000-0000-0000-0000-000000000001"));

    public static Course Of(Partner partner) => new(partner);

    public static CheckInAnswers Rated(int task, int goal, int bond) => new() { Task = task, Goal = goal, Bond = bond };

    public static CheckInAnswers Rated(double composite)
    {
        var sum = (int)Math.Round(composite * 3);
        return Rated((sum + 2) / 3, (sum + 1) / 3, sum / 3);
    }

    public Course Composite(params double[] values) => Forms([.. values.Select(Rated)]);

    public Course Forms(params CheckInAnswers[] forms)
    {
        _forms.AddRange(forms);
        return this;
    }

    public Course Silent(int sessions = 1)
    {
        _forms.AddRange(Enumerable.Repeat<CheckInAnswers?>(null, sessions));
        return this;
    }

    public Course PutOff()
    {
        Silent();
        return Then(new CheckInPutOff { At = At(_forms.Count), Session = _forms.Count, Partner = _partner });
    }

    public Course WithTension(int? strength = 3, int? cleared = null) =>
        Last(form => form with { Tension = new TensionAnswer { Any = true, Strength = strength, Cleared = cleared } });

    public Course With(StillOpenAnswer open) => Last(form => form with { StillOpen = open });

    public Course ExpectingFirst(ExpectationAnswer expectation)
    {
        _first = expectation;
        return this;
    }

    public Course Care(ExpectationAnswer next, params CareAnswer[] care) =>
        Forms([.. care.Select(answer => new CheckInAnswers { Care = answer, Expectation = next })]);

    public Course Rupture(int session, RuptureFormulation? formulation = null, RuptureOwner? owner = null) => Then(new RuptureNoted
    {
        At = At(session),
        Rupture = TheRupture,
        Session = session,
        Owner = owner ?? Owner,
        Source = RuptureSource.ReportedByPartner,
        Formulation = formulation ?? new RuptureFormulation(),
    });

    public Course RuptureOf(RuptureArea area, int session) => Rupture(session, new RuptureFormulation { Areas = [area], PrimaryArea = area });

    public Course Claimed(int session) => Then(new RepairClaimed { At = At(session), Rupture = TheRupture, Owner = Owner, Session = session });

    public Course Told(int session) => Then(new RepairToldInTheRoom { At = At(session), Rupture = TheRupture, Owner = Owner, Session = session });

    public Course SetAside() => Then(new RuptureSetAside { At = Start, Rupture = TheRupture, Owner = Owner });

    public Course Step(int number, RepairStepKind kind, WitnessReaction? witness = null)
    {
        Then(new RepairStepTaken { At = At(1), Rupture = TheRupture, Owner = Owner, Step = number, Session = 1, Kind = kind });
        return witness is not { } seen ? this
            : Then(new WitnessSeen { At = At(1), Rupture = TheRupture, Step = number, Witness = _partner.Other(), Reaction = seen });
    }

    public Course Then(CaseEvent happened)
    {
        _afterwards.Add(happened);
        return this;
    }

    public CoupleCase Fold() => CoupleCase.Fold(Events());

    public RuptureRecord FoldedRupture() => Fold().FindRupture(TheRupture)!;

    private IEnumerable<CaseEvent> Events()
    {
        yield return new CoupleOpened { At = Start, Couple = default };
        if (_first is { } first)
            yield return new ExpectationStated { At = Start, Partner = _partner, Expectation = first };
        for (var i = 0; i < _forms.Count; i++)
        {
            yield return new SessionHeld { At = At(i + 1), Session = i + 1, StartedAt = At(i + 1) };
            if (_forms[i] is { } form)
                yield return new CheckInAnswered { At = At(i + 1), Session = i + 1, Partner = _partner, Answers = form };
        }
        foreach (var happened in _afterwards)
            yield return happened;
    }

    private RuptureOwner Owner => (RuptureOwner)(int)_partner;

    private static DateTimeOffset At(int session) => Start.AddDays(7 * session);

    private Course Last(Func<CheckInAnswers, CheckInAnswers> change)
    {
        _forms[^1] = change(_forms[^1] ?? new CheckInAnswers());
        return this;
    }
}
