using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Forecasting;

namespace Attune.Practice.Demo;

/// <summary>An invented couple: what is told of it in its own words, and the level about which its ordinary sessions go. <see cref="StoryTeller"/> tells it.</summary>
internal sealed record CoupleScript(CoupleId Id, string A, string B, int Sessions)
{
    /// <summary>Whole days from the last session to the day on which the demo is looked at.</summary>
    public int DaysAgo { get; init; } = 1;

    /// <summary>Hour of the day, UTC.</summary>
    public int Hour { get; init; } = 10;

    public OrdinaryAnswers OfA { get; init; } = new(5, 6);

    public OrdinaryAnswers OfB { get; init; } = new(5, 6);

    /// <summary>What is planned where a turn names nothing, in turn.</summary>
    public ImmutableArray<string> Techniques { get; init; } = ["mode-cards"];

    /// <summary>Sessions after which a week fell out.</summary>
    public ImmutableArray<int> WeekOutAfter { get; init; } = [];

    /// <summary>What the therapist expected of some sessions, or left open; of the others they were not asked, and the next one asks.</summary>
    public ImmutableArray<StateOwnForecast> Expected { get; init; } = [];

    /// <summary>Before the first session.</summary>
    public ImmutableArray<CoupleCommand> FirstPhase { get; init; } = [];

    /// <summary>The sessions in which something happened; every other one is ordinary.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];
}

/// <summary>How one partner answers when nothing happens: about a level that goes from <paramref name="From"/> to <paramref name="To"/>.</summary>
internal sealed record OrdinaryAnswers(double From, double To)
{
    public int Fairness { get; init; } = 6;

    /// <summary>Every form is the same: somebody who does not want to trouble anybody.</summary>
    public bool NeverVary { get; init; }

    /// <summary>One after the other, again and again.</summary>
    public ImmutableArray<CareAnswer> Care { get; init; } = [CareAnswer.Yes, CareAnswer.DidNotComeUp, CareAnswer.Yes];

    /// <summary>From the first session to the last, in equal parts.</summary>
    public ImmutableArray<ExpectationAnswer> Expects { get; init; } = [ExpectationAnswer.Half, ExpectationAnswer.Rather];

    /// <summary>What the therapist saw of the shared view, 0 to 10, in equal parts; empty: nobody looked for it.</summary>
    public ImmutableArray<int> SharedView { get; init; } = [];
}

/// <summary>A session in which something happened. What is left out of it is ordinary.</summary>
internal sealed record Turn(int Session)
{
    public ImmutableArray<string> Techniques { get; init; } = [];

    public ImmutableArray<string> Occasions { get; init; } = [];

    public string? Aim { get; init; }

    /// <summary>Known before the hour: a session that fell out, a partner asked again.</summary>
    public ImmutableArray<CoupleCommand> Before { get; init; } = [];

    /// <summary>In the hour: marks, steps of a repair, a claim.</summary>
    public ImmutableArray<CoupleCommand> During { get; init; } = [];

    /// <summary>It was held live; null: with the lid closed.</summary>
    public LiveStory? Live { get; init; }

    /// <summary>How A's form differs from an ordinary one.</summary>
    public Func<CheckInAnswers, CheckInAnswers>? A { get; init; }

    public Func<CheckInAnswers, CheckInAnswers>? B { get; init; }

    /// <summary>From whom no form came.</summary>
    public ImmutableArray<Partner> NoAnswerFrom { get; init; } = [];

    public Func<WriteDebrief, WriteDebrief>? Debrief { get; init; }

    /// <summary>After the debrief: a rupture noted, an own reaction, a task for home.</summary>
    public ImmutableArray<CoupleCommand> After { get; init; } = [];

    public Func<CheckInAnswers, CheckInAnswers>? Of(Partner partner) => partner == Partner.A ? A : B;
}
