namespace Attune.Vault.Tests;

public sealed class AuditTrailTests
{
    [Fact]
    public async Task Note_CasesAndPractice_KeepTheirOwnChainsAndTimes()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, _) = await test.CaseAsync();
        await test.Record.Audit.NoteAsync(caseId, TestRecord.Utf8("opened"), TestRecord.Cancel);
        test.Time.Advance(TimeSpan.FromMinutes(5));
        await test.Record.Audit.NoteAsync(caseId, TestRecord.Utf8("printed"), TestRecord.Cancel);
        await test.Record.Audit.NoteAsync(null, TestRecord.Utf8("signed in"), TestRecord.Cancel);

        var record = await test.ReopenAsync();

        Assert.Equal(
            [(1L, TestRecord.Start, "opened"), (2L, TestRecord.Start.AddMinutes(5), "printed")],
            record.Audit.Read(caseId).Select(entry => (entry.Number, entry.At, TestRecord.Text(entry.Payload))));
        Assert.Equal(["signed in"], record.Audit.Read(null).Select(entry => TestRecord.Text(entry.Payload)));
        Assert.Empty(record.Audit.Read(Guid.NewGuid()));
        Assert.Empty(record.Logs.Cases());
    }

    [Fact]
    public async Task Note_ManyAtOnce_LosesNone()
    {
        await using var test = await TestRecord.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => test.Record.Audit.NoteAsync(null, TestRecord.Utf8($"{i}"), TestRecord.Cancel)));

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), test.Record.Audit.Read(null).Select(entry => entry.Number));
    }
}
