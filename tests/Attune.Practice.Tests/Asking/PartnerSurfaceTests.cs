using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Repairing;
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
        Gen.Int[0, 10].Select(hope => (CoupleCommand)new AssessPartner { Partner = Partner.B, Hope = hope }),
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

    /// <summary>A form that says whether the other has answered, and an outcome with the true number, are caught.</summary>
    [Fact]
    public async Task Surface_FormThatTellsOfTheOther_IsCaught()
    {
        var alone = await SurfaceAsync(new Other("Bo", []), Telling);

        await Assert.ThrowsAsync<CsCheckException>(() => Others.SampleAsync(async other => Assert.Equal(alone, await SurfaceAsync(other, Telling)), iter: 60));
    }

    [Fact]
    public void Form_ItsProperties_AreTheOnesThatWereLookedAt() => Assert.Equal(
        ["AsksSinceLastTime", "AsksWithinCouple", "Name", "OnlyExpectation", "Partner", "Session"],
        typeof(CheckInForm).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    /// <summary>Everything that reaches A: the form of each session, and the answer to each of A's three commands, also sent twice.</summary>
    private async Task<string> SurfaceAsync(Other other, Func<ICoupleGrain, Viewer, Task<string>> show)
    {
        var (id, couple) = await _practice.OpenCoupleAsync("Alma", other.Name);
        for (var session = 1; session <= 2; session++)
            Done(await couple.Do(_practice.Own, new HoldSession { Session = session }));
        foreach (var deed in other.Deeds)
            await couple.Do(deed is ICheckInCommand own ? new Viewer.PartnerWithCheckIn(id, Partner.B, own.Session) : _practice.Own, deed);

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
