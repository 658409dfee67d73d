using System.Globalization;
using Attune.Journeys.Stage;
using Attune.Journeys.Straps;
using Microsoft.Playwright;

namespace Attune.Journeys.Live;

/// <summary>What is kept of a session that was heard: by the timeline, and by the beats that can be taken along as a file.</summary>
internal sealed class HeardRecord
{
    private const double TicksPerMs = 1.024;
    private const double LongestBeatMs = 3_000;

    private readonly Dictionary<string, double[]> _beats = [];

    private readonly IReadOnlyList<string> _lines;

    private HeardRecord(string timeline, IReadOnlyList<string> lines) => (Timeline, _lines) = (timeline, lines);

    /// <summary>All that the timeline says.</summary>
    public string Timeline { get; }

    public static async Task<HeardRecord> ReadAsync(IPage page, string couple)
    {
        await page.GotoAsync($"{couple}/sessions/1/timeline");
        await page.UnfoldAsync();
        var record = new HeardRecord(await page.WordsAsync(), await page.Locator("main table tbody tr").AllInnerTextsAsync());
        foreach (var heart in await page.Locator("a[data-heart]").AllAsync())
        {
            var file = await page.AskAsync((await heart.GetAttributeAsync("href"))!);
            Assert.Equal(200, file.Status);
            record._beats.Add((await heart.GetAttributeAsync("data-heart"))!,
                [.. file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))]);
        }

        return record;
    }

    /// <summary>Each beat that the strap said, exactly once and in order. Gives back how often there was silence: an interval that no heart has.</summary>
    public int Has(string heart, IEnumerable<string> said)
    {
        var kept = _beats[heart].Where(ms => ms <= LongestBeatMs).Select(ms => (int)Math.Round(ms * TicksPerMs));
        Assert.Equal(said.SelectMany(message => HeartRateMessage.TicksIn(Convert.FromHexString(message))), kept);
        return _beats[heart].Count(ms => ms > LongestBeatMs);
    }

    /// <summary>Each of these words stands in one line of the table, and in this order.</summary>
    public void Tells(params IEnumerable<string> words)
    {
        foreach (var word in words)
            Assert.Single(_lines, line => line.Contains(word, StringComparison.Ordinal));
        Assert.Equal(words, _lines.SelectMany(line => words.Where(word => line.Contains(word, StringComparison.Ordinal))));
    }

    public void HasNothingOf(string heart) => Assert.DoesNotContain(heart, _beats.Keys);
}
