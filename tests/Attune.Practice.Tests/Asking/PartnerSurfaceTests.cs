using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Continuing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Repairing;
using Attune.Practice.Safety;
using Attune.Practice.SelfReports;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Asking;

/// <summary>What A is shown and told is the same, byte for byte, whatever B is called, says, does or leaves out.</summary>
public sealed class PartnerSurfaceTests(SharedPractice shared)
{
    private readonly TestPractice _practice = shared.Practice;

    /// <summary>All that can differ about B: the name, and what is done between A's own steps, sessions 1 and 2 being held.</summary>
    private sealed record Other(string Name, ImmutableArray<CoupleCommand> Deeds);

    private static readonly Gen<CoupleCommand> Deed = Gen.OneOf(
        Gen.Enum<ExpectationAnswer>().Select(answer => (CoupleCommand)new StateExpectation { Partner = Partner.B, Expectation = answer }),
        Gen.Select(Gen.Int[1, 2], Gen.Int[1, 7], Gen.Bool, Gen.String).Select((session, rating, tension, words) => (CoupleCommand)new AnswerCheckIn
        {
            Partner = Partner.B,
            Session = session,
            Answers = new CheckInAnswers { Task = rating, Bond = rating, Tension = new TensionAnswer { Any = tension, Words = words } },
        }),
        Gen.Int[0, 2].Select(session => (CoupleCommand)new PutOffCheckIn { Partner = Partner.B, Session = session }),
        Gen.String[0, 40].Select(words => (CoupleCommand)new KeepSelfReport { Partner = Partner.B, GoOnWith = 2, Answers = new SelfReport { Hopes = words } }),
        Gen.String[0, 40].Select(words => (CoupleCommand)new GiveSelfReport { Partner = Partner.B, Answers = new SelfReport { Fears = words, Expectation = ExpectationAnswer.Hardly } }),
        Gen.Int[0, 10].Select(hope => (CoupleCommand)new AssessPartner { Partner = Partner.B, Hope = hope }),
        Gen.Select(Gen.Enum<BlameKind>(), Gen.Enum<Leaning>(), Gen.String[0, 400]).Select((blames, leaning, words) => (CoupleCommand)new AssessPartner
        {
            Partner = Partner.B,
            Blames = blames,
            Leaning = leaning,
            Trauma = words,
            PastRuptures = [new PastRupture(PastRelation.Caregiver, words, words)],
        }),
        Gen.Double[0, 30].Select(years => (CoupleCommand)new AssessCouple { YearsOfDistress = years, ModeOfB = "angry-child" }),
        Gen.Enum<SafetyConcern>().Select(concern => (CoupleCommand)new ScreenSafety { Partner = Partner.B, Alone = true, Concerns = [concern] }),
        Gen.Enum<SafetyConcern>().Select(concern => (CoupleCommand)new RaiseSafetyFlag { Partner = Partner.B, Concern = concern }),
        Gen.Enum<SafetyConcern>().Select(concern => (CoupleCommand)new LowerSafetyFlag { Partner = Partner.B, Concern = concern, Why = "apart" }),
        Gen.Int[1, 2].Select(session => (CoupleCommand)new SeeHopeFading { Partner = Partner.B, Session = session }),
        Gen.Int[1, 2].Select(session => (CoupleCommand)new PlaceMark { Session = session, Partner = Partner.B, Kind = MarkKind.Mode, Code = "angry-child" }),
        Gen.Const((CoupleCommand)new VoiceExpectation { Partner = Partner.B, Of = ExpectationOf.OtherPartner, Words = "That this stops." }),
        Gen.Const((CoupleCommand)new AgreeHomeTask { Session = 1, For = RuptureOwner.B, Words = "A letter." }),
        Gen.Int[1, 2].Select(session => (CoupleCommand)new WriteDebrief { Session = session, B = new PartnerPart { Task = 2, Owed = "Call." } }),
        Gen.Select(Gen.Guid, Gen.Int[1, 2]).Select((id, session) => (CoupleCommand)new NoteRupture
        {
            Rupture = new RuptureId(id),
            Session = session,
            Owner = RuptureOwner.B,
            Source = RuptureSource.NoticedByTherapist,
        }));

    private static readonly Gen<Other> Others = Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 40], Deed.Array[0, 8])
        .Select((name, deeds) => new Other(name, [.. deeds]));

    [Fact]
    public async Task Surface_WhateverTheOtherDid_IsTheSame()
    {
        var alone = await SurfaceAsync(new Other("Bo", []), Shown);

        await Others.SampleAsync(async other => Assert.Equal(alone, await SurfaceAsync(other, Shown)), iter: 60);
    }

    /// <summary>
    /// What B, alone, tells of violence, and the flag that the therapist raises then, change nothing that A can see; nor, of what is B's own, B.
    /// </summary>
    [Theory]
    [InlineData(Partner.A)]
    [InlineData(Partner.B)]
    public async Task Surface_FlagIsRaised_IsTheSameBeforeAndAfterForBoth(Partner seenBy)
    {
        var (before, after) = await AroundAFlagAsync(seenBy, Shown);

        Assert.Equal(before, after);
    }

    /// <summary>A form that says how far the record has come is caught by it.</summary>
    [Fact]
    public async Task Surface_FormThatTellsOfTheFlag_IsCaught()
    {
        var (before, after) = await AroundAFlagAsync(Partner.A, Telling);

        Assert.NotEqual(before, after);
    }

    private async Task<(string Before, string After)> AroundAFlagAsync(Partner seenBy, Func<ICoupleGrain, Viewer, Task<string>> show)
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        for (var session = 1; session <= 2; session++)
            Done(await couple.Do(_practice.Own, new HoldSession { Session = session }));
        var before = await FormsAsync(id, couple, seenBy, show);

        Done(await couple.Do(_practice.Own, new ScreenSafety { Partner = Partner.B, Alone = true, Concerns = [SafetyConcern.Violence], Note = "told alone" }));
        Done(await couple.Do(_practice.Own, new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence, Note = "told alone" }));

        Assert.True((await couple.See(_practice.Own, "test")).HasSafetyFlag);
        return (before, await FormsAsync(id, couple, seenBy, show));
    }

    private static async Task<string> FormsAsync(CoupleId id, ICoupleGrain couple, Partner partner, Func<ICoupleGrain, Viewer, Task<string>> show)
    {
        var seen = new List<string>();
        for (var session = 0; session <= 2; session++)
            seen.Add(await show(couple, new Viewer.PartnerWithCheckIn(id, partner, session)));
        // Refused on purpose: an answer that is taken would be a change of its own.
        seen.Add(Wire.Json(await couple.Do(new Viewer.PartnerWithCheckIn(id, partner, 1), new AnswerCheckIn { Partner = partner, Session = 1, Answers = new CheckInAnswers { Task = 9 } })));
        return string.Join('\n', seen);
    }

    /// <summary>A form that says whether the other has answered, and an outcome with the true number, are caught.</summary>
    [Fact]
    public async Task Surface_FormThatTellsOfTheOther_IsCaught()
    {
        var alone = await SurfaceAsync(new Other("Bo", []), Telling);

        await Assert.ThrowsAsync<CsCheckException>(() => Others.SampleAsync(async other => Assert.Equal(alone, await SurfaceAsync(other, Telling)), iter: 60));
    }

    [Fact]
    public void Form_ItsProperties_AreTheOnesThatWereLookedAt() => Assert.Equal(
        ["AboutHomeIsOn", "AsksAboutHome", "AsksSafety", "AsksSinceLastTime", "AsksWithinCouple", "Name", "OnlyExpectation", "Partner", "Session"],
        typeof(CheckInForm).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    /// <summary>Everything that reaches A: the form of each session, and the answer to each of A's three commands, also sent twice.</summary>
    private async Task<string> SurfaceAsync(Other other, Func<ICoupleGrain, Viewer, Task<string>> show)
    {
        var (id, couple) = await _practice.OpenCoupleAsync("Alma", other.Name);
        for (var session = 1; session <= 2; session++)
            Done(await couple.Do(_practice.Own, new HoldSession { Session = session }));
        foreach (var deed in other.Deeds)
        {
            await couple.Do(deed switch
            {
                ICheckInCommand own => new Viewer.PartnerWithCheckIn(id, Partner.B, own.Session),
                ISelfReportCommand => new Viewer.PartnerWithReport(id, Partner.B),
                _ => _practice.Own,
            }, deed);
        }


        var seen = new List<string>();
        CoupleCommand[] said =
        [
            new StateExpectation { Partner = Partner.A, Expectation = ExpectationAnswer.Half },
            new PutOffCheckIn { Partner = Partner.A, Session = 1 },
            new AnswerCheckIn { Partner = Partner.A, Session = 1, Answers = new CheckInAnswers { Task = 5 } },
            new AnswerCheckIn { Partner = Partner.A, Session = 2, Answers = new CheckInAnswers { Task = 9 } },
            new AnswerCheckIn { Partner = Partner.A, Session = 3, Answers = new CheckInAnswers { Task = 5 } },
        ];
        foreach (var command in said.Append(said[2]))
        {
            var viewer = new Viewer.PartnerWithCheckIn(id, Partner.A, ((ICheckInCommand)command).Session);
            seen.Add(await show(couple, viewer));
            seen.Add(Wire.Json(await couple.Do(viewer, command)));
        }

        return string.Join('\n', seen);
    }

    private static async Task<string> Shown(ICoupleGrain couple, Viewer viewer) => Wire.Json(await couple.SeeCheckIn(viewer));

    private async Task<string> Telling(ICoupleGrain couple, Viewer viewer)
    {
        var case_ = await couple.See(_practice.Own, "specimen");
        return $"{await Shown(couple, viewer)} {case_.Session(1)?.B.AnsweredAt is not null} {case_.Number}";
    }
}
