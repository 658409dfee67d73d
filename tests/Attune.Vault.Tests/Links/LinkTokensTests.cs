namespace Attune.Vault.Tests;

public sealed class LinkTokensTests
{
    private static readonly DateTimeOffset Until = TestRecord.Start.AddHours(1);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    public static TheoryData<TimeSpan, bool, bool> Moments => new()
    {
        { TimeSpan.Zero, true, true },
        { TimeSpan.FromHours(1) - TimeSpan.FromTicks(1), true, true },
        { TimeSpan.FromHours(1), false, true },
        { TimeSpan.FromHours(3) - TimeSpan.FromTicks(1), false, true },
        { TimeSpan.FromHours(3), false, false },
    };

    [Theory, MemberData(nameof(Moments))]
    public async Task FindAndSpend_AtTheEdges_KeepToTheirTimes(TimeSpan after, bool found, bool spent)
    {
        await using var test = await TestRecord.CreateAsync();
        string token = await test.Record.Links.IssueAsync(TestRecord.Utf8("payload"), Until, TestRecord.Cancel);
        var now = (TestRecord.Start + after).ToOffset(TimeSpan.FromHours(2));

        Assert.Equal(found ? "payload" : null, TextOf(test.Record.Links.Find(token, now)));
        Assert.Equal(spent ? "payload" : null, TextOf(await test.Record.Links.SpendAsync(token, now, Grace, TestRecord.Cancel)));
    }

    [Fact]
    public async Task Spend_Once_StaysSpentAcrossRestarts()
    {
        await using var test = await TestRecord.CreateAsync();
        string token = await test.Record.Links.IssueAsync(TestRecord.Utf8("payload"), Until, TestRecord.Cancel);
        string other = await test.Record.Links.IssueAsync(TestRecord.Utf8("other"), Until, TestRecord.Cancel);

        var spending = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => test.Record.Links.SpendAsync(token, TestRecord.Start, Grace, TestRecord.Cancel)));

        Assert.Equal("payload", TextOf(Assert.Single(spending, payload => payload is not null)));
        for (int look = 0; look < 2; look++)
        {
            Assert.Null(test.Record.Links.Find(token, TestRecord.Start));
            Assert.Null(await test.Record.Links.SpendAsync(token, TestRecord.Start, Grace, TestRecord.Cancel));
            Assert.Equal("other", TextOf(test.Record.Links.Find(other, TestRecord.Start)));
            await test.ReopenAsync();
        }
    }

    [Fact]
    public async Task FindAndSpend_NoToken_GiveNull()
    {
        await using var test = await TestRecord.CreateAsync();
        string token = await test.Record.Links.IssueAsync(TestRecord.Utf8("payload"), Until, TestRecord.Cancel);
        Assert.Matches("^[A-Za-z0-9_-]{22}$", token);

        foreach (string wrong in (string[])["", token[..^1], token + "x", token + "=", new string('x', 22), new string('x', 5_000), "\ud800"])
        {
            Assert.Null(test.Record.Links.Find(wrong, TestRecord.Start));
            Assert.Null(await test.Record.Links.SpendAsync(wrong, TestRecord.Start, Grace, TestRecord.Cancel));
        }
    }

    private static string? TextOf(ReadOnlyMemory<byte>? payload) => payload is { } bytes ? TestRecord.Text(bytes) : null;
}
