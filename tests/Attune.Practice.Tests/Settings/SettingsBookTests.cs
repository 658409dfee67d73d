using System.Text;
using Attune.Method.Cases;
using Attune.Method.Measures;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Refusals;
using Attune.Practice.Settings;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;
using Microsoft.Extensions.DependencyInjection;

namespace Attune.Practice.Tests.Settings;

/// <summary>What the practice chose: kept over a restart, the therapist's alone, and about no person.</summary>
public sealed class SettingsBookTests
{
    [Fact]
    public async Task Change_EverySetting_IsThereAfterARestart()
    {
        await using var practice = await TestPractice.CreateAsync();
        var book = Book(practice);
        Assert.Equal(new PracticeSettings(), book.Read(practice.Own));
        foreach (var change in Some)
            Assert.Empty(await book.ChangeAsync(practice.Own, change));
        await practice.RestartAsync();

        var now = Book(practice).Read(practice.Own);
        Assert.Equal((80, "nl", true, 30, false, true), (now.ArousalLimit, now.PartnersLanguage, now.OffersFirstNames, now.CopyDays, now.HasShortcuts, now.IsWalkOver));
        Assert.Equal(Told.Measure, Assert.Single(now.Measures));
        Assert.NotNull(now.CopiedAt);
    }

    // A limit of the practice's holds from now on; each result keeps the one it was found by.
    [Fact]
    public async Task ArousalLimit_Changed_IsTheNextRecordings()
    {
        await using var practice = await TestPractice.CreateAsync();
        var couple = new CoupleId(Guid.NewGuid());
        await practice.Therapist.OpenCouple(practice.Own, couple, "Alma", "Bo");
        var grain = practice.Grains.GetGrain<ICoupleGrain>(couple.Value);
        foreach (var session in new[] { 1, 2 })
            await grain.Do(practice.Own, new HoldSession { Session = session, Minutes = 50 });
        // 90 beats a minute for four minutes: aroused by the athletes' limit alone.
        var file = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("667", 360)));
        await grain.AddRecording(practice.Own, new AddRecording { Session = 1, FileName = "heart.txt", Content = file });
        await Book(practice).ChangeAsync(practice.Own, new SettingsChange.ArousalLimit(PracticeSettings.AthletesArousalLimit));
        await grain.AddRecording(practice.Own, new AddRecording { Session = 2, FileName = "heart.txt", Content = file });

        var view = await grain.See(practice.Own, "test");
        Assert.Equal((100, 0), (view.Session(1)!.Arousal!.ThresholdBpm, view.Session(1)!.Arousal!.Episodes.Length));
        Assert.Equal((80, 1), (view.Session(2)!.Arousal!.ThresholdBpm, view.Session(2)!.Arousal!.Episodes.Length));
    }

    [Fact]
    public async Task ReadAndChange_ByAPartner_AreRefused()
    {
        await using var practice = await TestPractice.CreateAsync();
        var partner = new Viewer.PartnerWithCheckIn(new CoupleId(Guid.NewGuid()), Partner.A, 1);

        Assert.Throws<RefusedException>(() => Book(practice).Read(partner));
        await Assert.ThrowsAsync<RefusedException>(() => Book(practice).ChangeAsync(partner, new SettingsChange.Shortcuts(false)));
        Assert.True(Book(practice).Read(practice.Own).HasShortcuts);
    }

    // Two windows that change two things at once: neither takes back what the other chose.
    [Fact]
    public async Task Change_ManyAtOnce_KeepsEach()
    {
        await using var practice = await TestPractice.CreateAsync();
        await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Book(practice).ChangeAsync(practice.Own, new SettingsChange.DefineMeasure(Told.Measure with { Code = $"m{n}" }))));

        Assert.Equal(12, Book(practice).Read(practice.Own).Measures.Length);
        var oneMore = await Book(practice).ChangeAsync(practice.Own, new SettingsChange.DefineMeasure(Told.Measure with { Code = "m13" }));
        Assert.Equal("SET005", Assert.Single(oneMore).Code);
    }

    [Fact]
    public async Task DefineMeasure_ImpossibleOnes_AreNamed()
    {
        await using var practice = await TestPractice.CreateAsync();
        var bad = new (MeasureDefinition Measure, string Code)[]
        {
            (Told.Measure with { Code = "" }, "SET001"),
            (Told.Measure with { Lowest = 40, Highest = 0 }, "SET002"),
            (Told.Measure with { Lowest = double.NaN }, "SET003"),
            (Told.Measure with { ReferenceSd = 0 }, "SET004"),
            (Told.Measure with { ReferenceMean = 41 }, "PRA020"),
            (Told.Measure with { Scoring = MeasureScoring.SumOfItems, Items = 0 }, "PRA020"),
            (Told.Measure with { Source = " " }, "PRA023"),
        };
        foreach (var (measure, code) in bad)
            Assert.Contains(await Book(practice).ChangeAsync(practice.Own, new SettingsChange.DefineMeasure(measure)), why => why.Code == code);
        Assert.Empty(Book(practice).Read(practice.Own).Measures);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(59.0)]
    [InlineData(141.0)]
    [InlineData(double.NaN)]
    public async Task ArousalLimit_NoHeartsLimit_IsRefused(double? bpm)
    {
        await using var practice = await TestPractice.CreateAsync();

        Assert.Equal("Limit", Assert.Single(await Book(practice).ChangeAsync(practice.Own, new SettingsChange.ArousalLimit(bpm))).Field);
        Assert.Equal(100, Book(practice).Read(practice.Own).ArousalLimit);
    }

    [Fact]
    public void CopyOverdue_Always_CountsFromTheLastCopyOrTheBeginning()
    {
        var (begun, now) = (new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 15, 9, 0, 0, TimeSpan.Zero));
        var never = new PracticeSettings();

        Assert.Equal(14, never.CopyOverdue(now, begun));
        Assert.Null(never.CopyOverdue(now.AddMinutes(-1), begun));
        Assert.Null((never with { CopiedAt = now.AddDays(-13) }).CopyOverdue(now, begun));
        Assert.Equal(20, (never with { CopiedAt = now.AddDays(-20) }).CopyOverdue(now, begun.AddYears(-1)));
        Assert.Null((never with { CopyDays = null }).CopyOverdue(now.AddYears(1), begun));
    }

    [Fact]
    public async Task Begun_Always_IsWhenThePracticeWasMade()
    {
        var before = TimeProvider.System.GetUtcNow().AddMilliseconds(-1);
        await using var practice = await TestPractice.CreateAsync();

        Assert.InRange(Book(practice).Begun, before, TimeProvider.System.GetUtcNow());
    }

    private static readonly SettingsChange[] Some =
    [
        new SettingsChange.ArousalLimit(80), new SettingsChange.PartnersLanguage("nl"), new SettingsChange.FirstNames(true), new SettingsChange.CopyReminder(30),
        new SettingsChange.CopyWasMade(), new SettingsChange.Shortcuts(false), new SettingsChange.Walk(true), new SettingsChange.DefineMeasure(Told.Measure),
    ];

    private static SettingsBook Book(TestPractice practice) => practice.Services.GetRequiredService<SettingsBook>();
}
