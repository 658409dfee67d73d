using System.Collections.Immutable;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Continuing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Refusals;
using Attune.Practice.Repairing;
using Attune.Practice.Safety;
using Attune.Practice.SelfReports;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.App.Tests.Asking;

/// <summary>All that differs from couple to couple while A's own life stays the same: what B is called, said, did, and what was written about B.</summary>
internal sealed record OtherHalf(string Name, ImmutableArray<OtherHalf.Deed> Deeds)
{
    /// <summary>The check-in that A is asked for.</summary>
    public const int AskedAfter = 2;

    /// <summary>Short words would be found by chance; these are found only where somebody put them.</summary>
    private static readonly Gen<string> Words = Gen.Char["bcdfghjklmnpqrstvwxz"].Array[9, 14].Select(letters => "Q" + new string(letters));

    private static readonly Gen<Deed> OneDeed = Gen.Select(Gen.Enum<DeedKind>(), Gen.Int[1, AskedAfter], Words, Gen.Int[1, 5])
        .Select((kind, session, words, strength) => new Deed(kind, session, words, strength));

    public static Gen<OtherHalf> Any { get; } = Gen.Select(Words, OneDeed.Array[0, 8]).Select((name, deeds) => new OtherHalf(name, [.. deeds]));

    public enum DeedKind { Expect, Answer, AnswerWithTension, PutOff, Assess, Voice, Screen, Flag, Miss, Doubt, Task, Debrief, Begin, Tell, Rupture }

    public sealed record Deed(DeedKind Kind, int Session, string Words, int Strength);

    /// <summary>What must never be seen on A's page.</summary>
    public IEnumerable<string> Secrets => Deeds.Select(deed => deed.Words).Append(Name);

    /// <summary>Makes a couple of A, always the same, and this other half.</summary>
    public async Task<CoupleId> LiveAsync(RunningHost host)
    {
        var id = new CoupleId(Guid.NewGuid());
        var therapist = host.Therapist;
        var couple = host.Grains.GetGrain<ICoupleGrain>(id.Value);
        await host.Grains.GetGrain<ITherapistGrain>(therapist.Id.Value).OpenCouple(therapist, id, "Alma", Name);
        await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.A, 0), new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Half });
        for (var session = 1; session <= AskedAfter; session++)
            await couple.Do(therapist, new HoldSession { Session = session, Minutes = 50 });
        foreach (var deed in Deeds)
            await DoAsync(couple, id, therapist, deed);
        return id;
    }

    // What is refused (a second answer, say) is part of a history too.
    private static Task<Outcome> DoAsync(ICoupleGrain couple, CoupleId id, Viewer therapist, Deed deed) => deed.Kind switch
    {
        DeedKind.Expect => couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, 0), new StateExpectation { Partner = Partner.B, Expectation = (ExpectationAnswer)deed.Strength }),
        DeedKind.Answer => couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, deed.Session), Answer(deed, null)),
        DeedKind.AnswerWithTension => couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, deed.Session),
            Answer(deed, new TensionAnswer { Any = true, Strength = deed.Strength, Words = deed.Words, MaySpeak = SpeakPermission.PleaseJustKnowIt })),
        DeedKind.PutOff => couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.B, deed.Session), new PutOffCheckIn { Partner = Partner.B, Session = deed.Session }),
        DeedKind.Assess => couple.Do(therapist, new AssessPartner
        {
            Partner = Partner.B,
            Motivation = deed.Strength,
            ReasonToCome = deed.Words,
            ExpectsOfTherapy = deed.Words,
            Trauma = deed.Words,
            Blames = BlameKind.ReportsAbuse,
            PastRuptures = [new PastRupture(PastRelation.FormerPartner, deed.Words, null)],
        }),
        DeedKind.Voice => couple.Do(therapist, new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.OtherPartner, Words = deed.Words }),
        DeedKind.Screen => couple.Do(therapist, new ScreenSafety { Partner = Partner.B, Alone = true, Concerns = [(SafetyConcern)deed.Strength], Note = deed.Words }),
        DeedKind.Flag => couple.Do(therapist, new RaiseSafetyFlag { Partner = Partner.B, Concern = (SafetyConcern)deed.Strength, Note = deed.Words }),
        DeedKind.Miss => couple.Do(therapist, new MissSession { How = MissedHow.Cancelled, Whose = RuptureOwner.B, Reason = deed.Words }),
        DeedKind.Doubt => couple.Do(therapist, new DoubtContinuing { Partner = Partner.B, Session = deed.Session, Words = deed.Words }),
        DeedKind.Task => couple.Do(therapist, new AgreeHomeTask { Session = deed.Session, For = RuptureOwner.B, Words = deed.Words }),
        DeedKind.Begin => couple.Do(new Viewer.PartnerWithReport(id, Partner.B), new KeepSelfReport { Partner = Partner.B, GoOnWith = deed.Session, Answers = new SelfReport { Fears = deed.Words } }),
        DeedKind.Tell => couple.Do(new Viewer.PartnerWithReport(id, Partner.B), new GiveSelfReport { Partner = Partner.B, Answers = new SelfReport { Hopes = deed.Words, MaySpeak = SpeakPermission.WhenWeAreThree } }),
        DeedKind.Debrief => couple.Do(therapist, new WriteDebrief { Session = deed.Session, B = new PartnerPart { Task = deed.Strength, Tension = true, Owed = deed.Words }, Own = new OwnPart { Note = deed.Words } }),
        _ => couple.Do(therapist, new NoteRupture
        {
            Rupture = new RuptureId(Guid.NewGuid()),
            Session = deed.Session,
            Owner = RuptureOwner.B,
            Source = RuptureSource.NoticedByTherapist,
            Formulation = new RuptureFormulation { Need = deed.Words },
        }),
    };

    private static AnswerCheckIn Answer(Deed deed, TensionAnswer? tension) => new()
    {
        Partner = Partner.B,
        Session = deed.Session,
        Answers = new CheckInAnswers { Task = deed.Strength, Goal = deed.Strength, Bond = deed.Strength, Tension = tension, Expectation = (ExpectationAnswer)deed.Strength },
    };
}
