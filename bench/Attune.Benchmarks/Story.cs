using Attune.Method.Cases;

namespace Attune.Benchmarks;

/// <summary>A long therapy as events: a hundred sessions of twenty events each, with words of the length that people write.</summary>
internal static class Story
{
    public const int Events = 2_000;

    private static readonly DateTimeOffset Beginning = new(2024, 1, 8, 15, 0, 0, TimeSpan.Zero);

    private static readonly string Words =
        string.Join(' ', Enumerable.Repeat("It went faster than I could follow, and I did not find the moment to say so before we had gone on.", 2));

    public static List<CaseEvent> Of(CoupleId couple)
    {
        List<CaseEvent> events =
        [
            new CoupleOpened { At = Beginning, Couple = couple },
            new PartnerIntroduced { At = Beginning, Partner = Partner.A, Name = "Alma" },
            new PartnerIntroduced { At = Beginning, Partner = Partner.B, Name = "Bo" },
        ];
        for (var session = 1; events.Count < Events; session++)
            events.AddRange(Session(session));
        return events[..Events];
    }

    private static IEnumerable<CaseEvent> Session(int session)
    {
        var at = Beginning.AddDays(7 * session);
        var recording = new RecordingId(new Guid(session, 1, 0, new byte[8]));
        var rupture = new RuptureId(new Guid(session, 2, 0, new byte[8]));
        yield return new PartnerAssessed { At = at, Partner = Partner.A, EarlySchemas = Scores("ed", "ei", "sb", "ma"), Motivation = 7, ReasonToCome = Words };
        yield return new PartnerAssessed { At = at, Partner = Partner.B, EarlySchemas = Scores("ma", "us", "is"), Hope = 4 };
        yield return new SessionPlanned { At = at, Session = session, On = DateOnly.FromDateTime(at.Date), Techniques = ["chair-work", "homework"], Aim = Words[..90] };
        yield return new SessionHeld { At = at, Session = session, StartedAt = at, Minutes = 50 };
        yield return new RecordingAdded { At = at, Session = session, Recording = recording, FileName = "heart.txt", Format = "PlainIntervals", Beats = 3_900, Duration = TimeSpan.FromMinutes(50) };
        yield return new ArousalNoted
        {
            At = at,
            Session = session,
            Recording = recording,
            ThresholdBpm = 100,
            Coverage = .993,
            Judgeable = true,
            RateChoice = "MeanOverWindow",
            ArtefactRule = "KarlssonMeanOfNeighbours",
            Algorithm = "article-rule 1",
            Episodes = [new ArousalSpan(TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(33), 114, 108)],
        };
        yield return new PartnerDebriefed { At = at, Session = session, Partner = Partner.A, Task = 5, Goal = 5, GuessedBond = 5, Tension = true, Owed = Words[..60] };
        yield return new PartnerDebriefed { At = at, Session = session, Partner = Partner.B, Task = 6, Goal = 6, GuessedBond = 5 };
        yield return new TherapistDebriefed { At = at, Session = session, WithA = Presence.FarFrom, WithB = Presence.WithThem, GotCare = CareGiven.B, Note = Words };
        yield return Answer(at, session, Partner.A, new TensionAnswer { Any = true, Strength = 4, Cleared = 2, Words = Words, MaySpeak = SpeakPermission.OnlyWithMeAlone });
        yield return Answer(at, session, Partner.B, new TensionAnswer { Any = false });
        yield return new RuptureNoted
        {
            At = at,
            Rupture = rupture,
            Session = session,
            Owner = RuptureOwner.A,
            Source = RuptureSource.ReportedByPartner,
            Formulation = new RuptureFormulation { EarlySchemas = ["ei", "ed"], PrimarySchema = "ei", Need = Words[..80] },
        };
        foreach (var kind in new[] { RepairStepKind.ThankedForTheRisk, RepairStepKind.OwnedWithoutDefence, RepairStepKind.HeldTheWitness, RepairStepKind.ChangedTaskOrGoal, RepairStepKind.ToldTheStory })
            yield return new RepairStepTaken { At = at, Rupture = rupture, Owner = RuptureOwner.A, Step = (int)kind, Session = session, Kind = kind, Taken = Reception.Fitted, Note = Words[..120] };
        yield return new RepairClaimed { At = at, Rupture = rupture, Owner = RuptureOwner.A, Session = session };
        yield return new RuptureReformulated { At = at, Rupture = rupture, Owner = RuptureOwner.A, Formulation = new RuptureFormulation { Need = Words } };
        yield return new CheckInPutOff { At = at, Session = session, Partner = Partner.B };
    }

    private static CheckInAnswered Answer(DateTimeOffset at, int session, Partner partner, TensionAnswer tension) => new()
    {
        At = at,
        Session = session,
        Partner = partner,
        Answers = new CheckInAnswers
        {
            Task = 5,
            Goal = 6,
            Bond = 5,
            Fairness = 6,
            Safety = 5,
            Tension = tension,
            Care = CareAnswer.Yes,
            Expectation = ExpectationAnswer.Rather,
            StillOpen = StillOpenAnswer.Nothing,
        },
    };

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, double> Scores(params string[] codes) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, codes.Select((code, i) => KeyValuePair.Create(code, 3.2 + (i * .4))));
}
