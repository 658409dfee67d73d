using Attune.Method.Cases;
using Attune.Method.Measures;
using Attune.Practice.Couples;
using Attune.Practice.Live;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;

namespace Attune.Practice.Tests.Fixtures;

/// <summary>A couple's case as far as a test tells it, and what a command makes of it.</summary>
internal sealed class Told
{
    public static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static readonly RuptureId Rupture = new(new Guid("0192f0aa-0000-7000-8000-0000000000aa"));

    public static readonly RecordingId HeartOfB = new(new Guid("0192f0aa-0000-7000-8000-0000000000ab"));

    public static readonly MeasureDefinition Measure = new()
    {
        Code = "quiet-scale",
        Name = "The quiet scale",
        Scoring = MeasureScoring.WholeScore,
        Lowest = 0,
        Highest = 40,
        Direction = MeasureDirection.HigherIsBetter,
        Source = "Invented for a test",
    };

    public CoupleCase Case { get; } = new();

    /// <summary>Alma and Bo, introduced; no session yet.</summary>
    public static Told Begun() => new Told()
        .With(new CoupleOpened { At = At, Couple = new CoupleId(Guid.Empty) })
        .With(new PartnerIntroduced { At = At, Partner = Partner.A, Name = "Alma" })
        .With(new PartnerIntroduced { At = At, Partner = Partner.B, Name = "Bo" });

    /// <summary>With sessions 1 to <paramref name="sessions"/> held.</summary>
    public static Told Held(int sessions = 1)
    {
        var told = Begun();
        for (var session = 1; session <= sessions; session++)
            told.With(new SessionHeld { At = At, Session = session, StartedAt = At, Minutes = 50 });
        return told;
    }

    /// <summary>One held session and one rupture in it.</summary>
    public static Told Ruptured(RuptureOwner owner = RuptureOwner.A) => Held().With(new RuptureNoted
    {
        At = At,
        Rupture = Rupture,
        Session = 1,
        Owner = owner,
        Source = RuptureSource.NoticedByTherapist,
    });

    public long Number => Case.LastNumber;

    public Told With(CaseEvent happened)
    {
        Case.Apply(Case.LastNumber + 1, happened);
        return this;
    }

    /// <summary>Decides the command and folds what follows from it.</summary>
    public Told Do(CoupleCommand command)
    {
        foreach (var happened in Events(command))
            With(happened);
        return this;
    }

    /// <summary>One of every command that there is, in the order of <see cref="OneOfEach"/>.</summary>
    public Told DoOneOfEach(Func<CoupleCommand, bool>? but = null)
    {
        foreach (var command in OneOfEach.Commands.Where(command => but?.Invoke(command) != true))
        {
            // No command says that a heart was heard: a live session leaves it.
            if (command is ShiftHeart)
                With(Heard(HeartOf.B, HeartOfB));
            Do(command is SettleSelfReport settle ? settle with { Given = Case[Partner.A].SelfReport.GivenNumber } : command);
        }

        return this;
    }

    /// <summary>A heart of session 1, from 0:40 to 40:40, aroused from 20:40 to 25:40.</summary>
    public static HeartHeard Heard(HeartOf heart, RecordingId recording) => new()
    {
        At = At,
        Session = 1,
        Heart = heart,
        Recording = recording,
        StartsInto = TimeSpan.FromSeconds(40),
        Duration = TimeSpan.FromMinutes(40),
        Beats = 2_900,
        Unreadable = 1,
        States = [new(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(1_240), HeartState.Quiet), new(TimeSpan.FromSeconds(1_240), TimeSpan.FromSeconds(1_540), HeartState.Aroused)],
    };

    public CaseEvent[] Events(CoupleCommand command)
    {
        var decision = command.Decide(Case, At);
        Assert.Empty(decision.Why);
        return [.. decision.Events];
    }

    public TEvent Event<TEvent>(CoupleCommand command) where TEvent : CaseEvent => Assert.IsType<TEvent>(Assert.Single(Events(command)));

    /// <summary>Code and field of every refusal; nothing may have happened beside it.</summary>
    public (string Code, string? Field)[] Refusals(CoupleCommand command)
    {
        var decision = command.Decide(Case, At);
        Assert.Empty(decision.Events);
        Assert.All(decision.Why, why => Assert.False(string.IsNullOrWhiteSpace(why.Message)));
        return [.. decision.Why.Select(why => (why.Code, why.Field))];
    }

    public static string Stale => CommonRefusals.ChangedMeanwhile.Code;
}
