using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Couples;
using Attune.Practice.Safety;
using Attune.Practice.SelfReports;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.SelfReports;

/// <summary>What A is shown and told on the own pages is the same whether B began, handed in, was taken over, or did nothing; and whatever the therapist noted of either.</summary>
public sealed class SelfReportSurfaceTests(SharedPractice shared)
{
    private static readonly SelfReport OfB = new()
    {
        ComingWords = "Only because of her.",
        Fears = "That she leaves.",
        Expectation = ExpectationAnswer.Hardly,
        MaySpeak = SpeakPermission.WhenWeAreThree,
    };

    private readonly TestPractice _practice = shared.Practice;

    [Fact]
    public async Task Surface_WhateverTheOtherTold_IsTheSame()
    {
        var alone = await SurfaceAsync((_, _) => Task.CompletedTask, Shown);

        foreach (var deed in Deeds)
            Assert.Equal(alone, await SurfaceAsync(deed, Shown));
    }

    /// <summary>The specimen: a form that says whether the other handed one in.</summary>
    [Fact]
    public async Task Specimen_FormThatTellsOfTheOther_IsCaught()
    {
        var alone = await SurfaceAsync((_, _) => Task.CompletedTask, Telling);

        Assert.NotEqual(alone, await SurfaceAsync(Deeds[1], Telling));
    }

    [Fact]
    public void Form_ItsProperties_AreTheOnesThatWereLookedAt() => Assert.Equal(
        ["AsksExpectation", "GoOnWith", "Name", "Partner"], typeof(SelfReportForm).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Form_OwnDraftAndOwnReport_ShowNoAnswer()
    {
        var (id, couple) = await _practice.OpenCoupleAsync();
        var own = new Viewer.PartnerWithReport(id, Partner.B);
        Done(await couple.Do(own, new KeepSelfReport { Partner = Partner.B, GoOnWith = 3, Answers = OfB }));

        Assert.Equal(new SelfReportForm(Partner.B, "Bo", true, 3), await couple.SeeSelfReport(own));
        var seen = (await couple.See(_practice.Own, "test")).B;
        Assert.NotNull(seen.SelfReportBegunAt);
        Assert.DoesNotContain("Only because of her", Wire.Json(seen), StringComparison.Ordinal);

        Done(await couple.Do(own, new GiveSelfReport { Partner = Partner.B, Answers = new SelfReport() }));

        Assert.Equal(new SelfReportForm(Partner.B, "Bo", true, 0), await couple.SeeSelfReport(own));
        Assert.Equal("Only because of her.", (await couple.See(_practice.Own, "test")).B.SelfReport!.Report.ComingWords);
        await Assert.ThrowsAsync<Refusals.RefusedException>(() => couple.SeeSelfReport(new Viewer.PartnerWithCheckIn(id, Partner.B, 0)));
        await Assert.ThrowsAsync<Refusals.RefusedException>(() => couple.SeeSelfReport(_practice.Own));
    }

    private Func<CoupleId, ICoupleGrain, Task>[] Deeds =>
    [
        async (id, couple) => Done(await couple.Do(OtherOf(id), new KeepSelfReport { Partner = Partner.B, GoOnWith = 4, Answers = OfB })),
        async (id, couple) => Done(await couple.Do(OtherOf(id), new GiveSelfReport { Partner = Partner.B, Answers = OfB })),
        async (id, couple) =>
        {
            Done(await couple.Do(OtherOf(id), new GiveSelfReport { Partner = Partner.B, Answers = OfB }));
            var given = (await couple.See(_practice.Own, "test")).B.SelfReport!.Number;
            Done(await couple.Do(_practice.Own, new SettleSelfReport { Partner = Partner.B, Given = given, TakeOver = true }));
        },
        async (_, couple) => Done(await couple.Do(_practice.Own, new ChoosePageLanguage { Partner = Partner.B, Language = PageLanguage.Spanish })),
        async (_, couple) =>
        {
            Done(await couple.Do(_practice.Own, new AssessPartner { Partner = Partner.A, ReasonToCome = "Noted by me.", Hope = 2 }));
            Done(await couple.Do(_practice.Own, new RaiseSafetyFlag { Partner = Partner.B, Concern = SafetyConcern.Violence }));
        },
    ];

    private static Viewer.PartnerWithReport OtherOf(CoupleId id) => new(id, Partner.B);

    /// <summary>The form, and the answer to each of A's commands, one of them refused and one twice.</summary>
    private async Task<string> SurfaceAsync(Func<CoupleId, ICoupleGrain, Task> deed, Func<ICoupleGrain, Viewer, Task<string>> show)
    {
        var (id, couple) = await _practice.OpenCoupleAsync("Alma", "Bo");
        await deed(id, couple);
        var own = new Viewer.PartnerWithReport(id, Partner.A);
        var seen = new List<string> { await show(couple, own) };
        CoupleCommand[] said =
        [
            new KeepSelfReport { Partner = Partner.A, GoOnWith = 2, Answers = new SelfReport { Hopes = "Quiet." } },
            new KeepSelfReport { Partner = Partner.A, GoOnWith = 2, Answers = new SelfReport { Hopes = new string('x', 2_000) } },
            new BeginSelfReportAfresh { Partner = Partner.A },
            new GiveSelfReport { Partner = Partner.A, Answers = new SelfReport { Hopes = "Quiet.", Expectation = ExpectationAnswer.Half } },
            new GiveSelfReport { Partner = Partner.A, Answers = new SelfReport { Hopes = "Quiet." } },
        ];
        foreach (var command in said)
        {
            seen.Add(Wire.Json(await couple.Do(own, command)));
            seen.Add(await show(couple, own));
        }

        return string.Join('\n', seen);
    }

    private static async Task<string> Shown(ICoupleGrain couple, Viewer viewer) => Wire.Json(await couple.SeeSelfReport(viewer));

    private async Task<string> Telling(ICoupleGrain couple, Viewer viewer) =>
        $"{await Shown(couple, viewer)} {(await couple.See(_practice.Own, "specimen")).B.SelfReport is not null}";
}
