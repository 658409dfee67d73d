using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Cases;

/// <summary>
/// A couple's record told session by session. Every session is held; who is not named gave no answer. Ratings are task, goal and bond.
/// </summary>
internal sealed class ToldCourse
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly List<CaseEvent> _events = [];
    private int _session;
    private int _steps;

    public ToldCourse() => Then(new CoupleOpened { At = Start, Couple = new CoupleId(Guid.Parse("01890000-0000-7000-8000-000000000001")) });

    public static RuptureId TheRupture { get; } = new(Guid.Parse("01890000-0000-7000-8000-000000000002"));

    public IReadOnlyList<CaseEvent> Events => _events;

    public DateTimeOffset Now => Start.AddDays(7 * _session).AddMinutes(_events.Count);

    public CoupleCase Couple => CoupleCase.Fold(_events);

    /// <summary>A course in which one partner gave these forms, session by session; null is no answer.</summary>
    public static ToldCourse Of(Partner partner, params CheckInAnswers?[] forms) =>
        forms.Aggregate(new ToldCourse(), (course, form) => partner == Partner.A ? course.Session(form) : course.Session(null, form));

    /// <summary>A course in which A answered with these composites, each a multiple of a third.</summary>
    public static ToldCourse OfComposites(params double[] composites) => Of(Partner.A, [.. composites.Select(Composite)]);

    /// <summary>Task, goal and bond with this mean.</summary>
    public static CheckInAnswers Composite(double value)
    {
        int thirds = (int)Math.Round(value * 3);
        return Ratings(thirds / 3, (thirds + 1) / 3, (thirds + 2) / 3);
    }

    public static CheckInAnswers Ratings(int? task, int? goal, int? bond) => new() { Task = task, Goal = goal, Bond = bond };

    /// <summary>Every item the same.</summary>
    public static CheckInAnswers AllAlike(int mark) => new() { Task = mark, Goal = mark, Bond = mark, Fairness = mark, Safety = mark };

    public ToldCourse Then(CaseEvent happened)
    {
        _events.Add(happened);
        return this;
    }

    public ToldCourse Session(CheckInAnswers? a = null, CheckInAnswers? b = null)
    {
        _session++;
        Then(new SessionHeld { At = Now, Session = _session, StartedAt = Now });
        Answer(Partner.A, a);
        return Answer(Partner.B, b);
    }

    public ToldCourse SilentSessions(int count) => Enumerable.Range(0, count).Aggregate(this, (course, _) => course.Session());

    private ToldCourse Answer(Partner partner, CheckInAnswers? answers) =>
        answers is null ? this : Then(new CheckInAnswered { At = Now, Session = _session, Partner = partner, Answers = answers });

    public ToldCourse Expects(Partner partner, ExpectationAnswer expectation) =>
        Then(new ExpectationStated { At = Now, Partner = partner, Expectation = expectation });

    public ToldCourse Assessed(Partner partner, Dictionary<string, double> schemas, Dictionary<string, int>? comfort = null) => Then(new PartnerAssessed
    {
        At = Now,
        Partner = partner,
        EarlySchemas = schemas.ToImmutableSortedDictionary(),
        Comfort = comfort?.ToImmutableSortedDictionary() ?? ImmutableSortedDictionary<string, int>.Empty,
    });

    public ToldCourse Planned(int session, ImmutableArray<string> techniques, params ImmutableArray<string> occasions) =>
        Then(new SessionPlanned { At = Now, Session = session, Techniques = techniques, Occasions = occasions });

    public ToldCourse Owes(Partner partner, string text) =>
        Then(new PartnerDebriefed { At = Now, Session = _session, Partner = partner, Owed = text });

    /// <summary>A rupture in the session just held.</summary>
    public ToldCourse Rupture(
        RuptureOwner owner = RuptureOwner.A,
        RuptureArea? area = null,
        RuptureSource source = RuptureSource.NoticedByTherapist,
        string? copingMode = "detached-protector") => Then(new RuptureNoted
        {
            At = Now,
            Rupture = TheRupture,
            Session = _session,
            Owner = owner,
            Source = source,
            Formulation = new RuptureFormulation { Areas = area is { } broke ? [broke] : [], PrimaryArea = area, CopingMode = copingMode },
        });

    public ToldCourse Step(RepairStepKind kind, WitnessReaction? witness = null, Partner watching = Partner.B)
    {
        Then(new RepairStepTaken { At = Now, Rupture = TheRupture, Owner = RuptureOwner.A, Step = ++_steps, Session = _session, Kind = kind });
        return witness is { } reaction
            ? Then(new WitnessSeen { At = Now, Rupture = TheRupture, Step = _steps, Witness = watching, Reaction = reaction })
            : this;
    }

    public ToldCourse Claimed() => Then(new RepairClaimed { At = Now, Rupture = TheRupture, Owner = RuptureOwner.A, Session = _session });

    public ToldCourse ToldInTheRoom() => Then(new RepairToldInTheRoom { At = Now, Rupture = TheRupture, Owner = RuptureOwner.A, Session = _session });

    public ToldCourse SetAside() => Then(new RuptureSetAside { At = Now, Rupture = TheRupture, Owner = RuptureOwner.A });
}
