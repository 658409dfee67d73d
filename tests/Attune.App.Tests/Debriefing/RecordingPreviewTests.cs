using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Attune.App.Debriefing;
using Attune.App.Hosting;
using Attune.App.Tests.Support;
using Attune.Method.Cases;
using Attune.Practice.Holding;
using Attune.Signals.Simulation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Attune.App.Tests.Debriefing;

public sealed class RecordingPreviewTests(DemoHost demo)
{
    private static readonly string Rising = SimulatedHeart.Record(
        new HeartCourse(TimeSpan.FromMinutes(20), 70) { Rises = [new HeartRise(TimeSpan.FromMinutes(6), 115, TimeSpan.FromMinutes(4))] }, 7).ToPlainText();

    private static readonly string TwoWays = string.Concat(Enumerable.Repeat("800,800\n810,810\n815,815\n", 5));

    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Upload_Understood_IsShownAndNotKept()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await UploadAsync(couple, "heart.txt", Rising);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var words in new[] { "heart.txt: what was understood", "beat intervals as text", "ms (", "the file does not say", "none seen", "100% of its length has beats", "Your rate crossed once:", "The line as a table" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("#recording-preview svg polyline"));
        Assert.Equal(Page.NotPrinted, page.Printed);
        Assert.Null((await couple.SeeAsync()).Session(1)!.Recording);
        // Another browser of the same therapist does not see what waits in this one.
        Assert.DoesNotContain("heart.txt", (await demo.Host.TherapistsBrowser().GetAsync(Path(couple))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_AfterLooking_IsInTheRecordAndWaitsNoLonger()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var kept = await _browser.FollowAsync(await _browser.SubmitAsync(await UploadAsync(couple, "heart.txt", Rising), "keep-recording"));

        Assert.Contains("The recording is kept.", kept.Text, StringComparison.Ordinal);
        Assert.False(kept.HasForm("keep-recording"));
        Assert.True(kept.HasForm("recording"));
        var session = (await couple.SeeAsync()).Session(1)!;
        Assert.Equal("heart.txt", session.Recording!.FileName);
        Assert.Single(session.Arousal!.Episodes);
    }

    [Fact]
    public async Task ChooseAnother_AfterLooking_KeepsNothingAndAsksAgain()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var back = await _browser.FollowAsync(await _browser.SubmitAsync(await UploadAsync(couple, "heart.txt", Rising), "keep-recording", ("Another", "yes")));

        Assert.True(back.HasForm("recording"));
        Assert.DoesNotContain("heart.txt", back.Text, StringComparison.Ordinal);
        Assert.Null((await couple.SeeAsync()).Session(1)!.Recording);
    }

    [Fact]
    public async Task Keep_OfAnOlderPage_KeepsNoOtherFile()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var older = await UploadAsync(couple, "heart.txt", Rising);
        await _browser.SubmitAsync(older, "keep-recording", ("Another", "yes"));
        await UploadAsync(couple, "other.txt", Rising);

        var refused = await _browser.SubmitAsync(older, "keep-recording");

        Assert.Contains("DEB003", refused.Refusal, StringComparison.Ordinal);
        Assert.Null((await couple.SeeAsync()).Session(1)!.Recording);
    }

    [Fact]
    public async Task Ambiguous_NothingChosen_IsAskedAndThenKeptAsChosen()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);
        var page = await UploadAsync(couple, "a.txt", TwoWays);
        Assert.Equal(3, page.Document.QuerySelectorAll("#recording-preview input[type=radio]").Length);

        var refused = await _browser.SubmitAsync(page, "keep-recording");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("DEB002", refused.Refusal, StringComparison.Ordinal);
        await _browser.SubmitAsync(refused, "keep-recording", ("Reading", "1"));

        var session = (await couple.SeeAsync()).Session(1)!;
        Assert.Contains("this one was chosen", session.Recording!.Remarks[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heart.txt", "this is a letter\nand no recording\n", "SIG005")]
    [InlineData("HR.csv", "1680686630.0\n1.0\n90\n91\n", "HLD002")]
    public async Task Upload_NotUnderstood_SaysWhyInPlace(string name, string content, string code)
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 1);

        var page = await UploadAsync(couple, name, content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(code, page.Refusal, StringComparison.Ordinal);
        Assert.False(page.HasForm("keep-recording"));
    }

    /// <summary>Beyond its threshold a sent file would lie in the folder for temporary files, readable.</summary>
    [Fact]
    public void Upload_OfAnySize_StaysInMemory() =>
        Assert.True(demo.Host.Services.GetRequiredService<IOptions<FormOptions>>().Value.MemoryBufferThreshold >= AttuneHost.LargestRequest);

    [Fact]
    public void Lines_WithAGap_AreInPieces()
    {
        var reading = Reading([60, 62, null, 64, null]);

        Assert.Equal(2, PreviewWords.Lines(reading).Length);
        Assert.Equal(0, PreviewWords.Y(500));
        Assert.Equal(PreviewWords.Height, PreviewWords.Y(0));
        Assert.Equal("not known", PreviewWords.Rows(reading).Last().Rate);
    }

    private static PreviewedReading Reading(double?[] rates) => new()
    {
        Format = "PlainIntervals",
        Beats = 5,
        Length = TimeSpan.FromMinutes(10),
        Gaps = 0,
        InGaps = TimeSpan.Zero,
        Coverage = 1,
        Touched = 0,
        Rates = [.. rates],
        Arousal = new ArousalNoted { At = default, Session = 1, Recording = default, ThresholdBpm = 100, Coverage = 1, Judgeable = true, RateChoice = "EveryBeat", ArtefactRule = "None", Algorithm = "a 1" },
    };

    private static string Path(NewCouple couple) => couple.Page("/sessions/1/debrief");

    private async Task<Page> UploadAsync(NewCouple couple, string name, string content)
    {
        var (action, fields) = (await _browser.GetAsync(Path(couple))).Form("recording");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "Recording", name);
        var sent = await _browser.PostAsync(action, form);
        return sent.Location is null ? sent : await _browser.FollowAsync(sent);
    }
}
