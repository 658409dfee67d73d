using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Continuing;
using Attune.Practice.Couples;
using Attune.Practice.Demo;
using Attune.Practice.Holding;
using Attune.Practice.Repairing;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.Benchmarks;

/// <summary>
/// A year of weekly sessions, told through the same commands as a person's by the demo's own teller: both assessed as in the demo, a rupture every fifth
/// session that is noted, worked on and claimed in the two after it, marks and own reactions in every hour, tasks for home. Nobody of it exists.
/// </summary>
internal static class LongCouple
{
    public const int Sessions = 50;

    private const string Words = "It went faster than I could follow, and I did not find the moment to say so before we had gone on.";

    private static readonly ImmutableArray<RepairStepKind> Steps =
        [RepairStepKind.Recognised, RepairStepKind.Validated, RepairStepKind.OwnedWithoutDefence, RepairStepKind.MetTheNeed];

    /// <summary>Oldest first; the first event names <paramref name="couple"/>, and no other does.</summary>
    public static ImmutableArray<CaseEvent> Tell(CoupleId couple, TherapistId therapist)
    {
        var told = new StoryTeller(Script(couple), new Viewer.OwnTherapist(therapist), new DateOnly(2026, 3, 2), seed: 1).Tell();
        // The next one is planned: only then is there a brief to look at.
        return told.Add(new SessionPlanned { At = told[^1].At, Session = Sessions + 1, Techniques = ["needs-and-wants"] });
    }

    private static CoupleScript Script(CoupleId couple) => InesAndJule.Script with
    {
        Id = couple,
        Sessions = Sessions,
        WeekOutAfter = [],
        Turns = [.. Enumerable.Range(1, Sessions).Select(session => TurnOf(session))],
    };

    private static Turn TurnOf(int session)
    {
        var since = session % 5;
        var whose = session / 5 % 2 == 0 ? Partner.A : Partner.B;
        var rupture = new RuptureId(new Guid(session / 5, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        var turn = new Turn(session)
        {
            Aim = Words[..60],
            During =
            [
                new PlaceMark { Session = session, Partner = Partner.A, Kind = MarkKind.Channel, Code = "eyes" },
                new PlaceMark { Session = session, Partner = Partner.B, Kind = MarkKind.Channel, Code = "tone" },
                new NoteOwnReaction { Session = session, Toward = session % 2 == 0 ? ReactionToward.A : ReactionToward.B, Direction = Involvement.Under, WhoseFeeling = FeelingOf.Mine },
            ],
            Debrief = debrief => debrief with { A = debrief.A with { Owed = session % 10 == 3 ? Words[..50] : null }, Own = debrief.Own with { Note = Words } },
        };
        return since switch
        {
            0 => Broken(turn, rupture, whose),
            1 or 2 when session > 5 => Mended(turn, rupture, last: since == 2),
            3 => turn with { After = [new AgreeHomeTask { Session = session, For = RuptureOwner.Both, Words = Words[..50] }] },
            _ => turn,
        };
    }

    private static Turn Broken(Turn turn, RuptureId rupture, Partner whose)
    {
        Func<CheckInAnswers, CheckInAnswers> tense = form => form with
        {
            Bond = 3,
            Care = CareAnswer.Partly,
            Tension = new TensionAnswer { Any = true, Strength = 4, Cleared = 2, Words = Words, MaySpeak = SpeakPermission.WhenWeAreThree },
        };
        return turn with
        {
            A = whose == Partner.A ? tense : null,
            B = whose == Partner.B ? tense : null,
            After =
            [
                new NoteRupture
                {
                    Rupture = rupture,
                    Session = turn.Session,
                    Owner = whose == Partner.A ? RuptureOwner.A : RuptureOwner.B,
                    Source = RuptureSource.ReportedByPartner,
                    Formulation = new RuptureFormulation { Areas = [RuptureArea.Bond], PrimaryArea = RuptureArea.Bond, EarlySchemas = ["ed"], PrimarySchema = "ed", CopingMode = "detached-protector", Need = Words },
                },
            ],
        };
    }

    private static Turn Mended(Turn turn, RuptureId rupture, bool last) => turn with
    {
        During =
        [
            .. turn.During,
            .. Steps.Select(kind => DemoCaseload.Step(rupture, turn.Session, kind, Reception.Fitted, WitnessReaction.Stayed)),
            .. last ? [new ClaimRepair { Rupture = rupture, Session = turn.Session }] : ImmutableArray<CoupleCommand>.Empty,
        ],
    };
}
