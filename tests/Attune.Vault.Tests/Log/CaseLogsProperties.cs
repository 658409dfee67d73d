namespace Attune.Vault.Tests;

public sealed class CaseLogsProperties
{
    private abstract record Act
    {
        public sealed record Append(int Case, byte[][] Payloads) : Act;

        public sealed record AppendBehind(int Case) : Act;

        public sealed record Reopen : Act;

        public sealed record SealAndUnseal : Act;
    }

    private static readonly Gen<Act> Acts = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 2], Gen.Byte.Array[0, 600].Array[1, 4]).Select(Act (c, payloads) => new Act.Append(c, payloads))),
        (2, Gen.Int[0, 2].Select(Act (c) => new Act.AppendBehind(c))),
        (1, Gen.Const<Act>(new Act.Reopen())),
        (1, Gen.Const<Act>(new Act.SealAndUnseal())));

    [Fact]
    public async Task Read_AfterAnySequenceOfActs_EqualsWhatWasAcknowledged() => await Acts.Array[1, 15].SampleAsync(async acts =>
    {
        await using var test = await TestRecord.CreateAsync();
        var cases = new (Guid Case, Guid Key)[3];
        for (int i = 0; i < cases.Length; i++) cases[i] = await test.CaseAsync();
        var expected = cases.Select(_ => new List<byte[]>()).ToArray();

        foreach (var act in acts)
        {
            switch (act)
            {
                case Act.Append(var c, var payloads):
                    LogEntry[] entries = [.. payloads.Select(payload => new LogEntry(cases[c].Key, payload))];
                    Assert.IsType<AppendOutcome.Appended>(await test.Record.Logs.AppendAsync(cases[c].Case, expected[c].Count, entries, TestRecord.Cancel));
                    expected[c].AddRange(payloads);
                    break;
                case Act.AppendBehind(var c) when expected[c].Count > 0:
                    Assert.Equal(
                        new AppendOutcome.NumberTaken(expected[c].Count),
                        await test.Record.Logs.AppendAsync(cases[c].Case, expected[c].Count - 1, [new LogEntry(cases[c].Key, default)], TestRecord.Cancel));
                    break;
                case Act.Reopen:
                    await test.ReopenAsync();
                    break;
                case Act.SealAndUnseal:
                    test.Record.Seal();
                    await test.Record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel);
                    break;
            }
        }

        for (int c = 0; c < cases.Length; c++)
        {
            var rows = test.Record.Logs.Read(cases[c].Case);
            Assert.Equal(Enumerable.Range(1, expected[c].Count).Select(n => (long)n), rows.Select(row => row.Number));
            Assert.Equal(expected[c], rows.Select(row => ((LogRow.Opened)row).Payload.ToArray()));
        }
    }, iter: 25, threads: 2);

    [Fact]
    public async Task Read_AnyByteOfAnyColumnFlipped_IsDamaged()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, _) = await test.CaseAsync("one", "two", "three");
        await test.CaseAsync("of another");

        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3].Select(i => new[] { "case_id", "key_id", "nonce", "ciphertext" }[i]), Gen.Int[0, 1_000], Gen.Int[1, 255]).Sample(
            (number, column, at, mask) =>
            {
                (string, object) ofCase = ("$case", caseId.ToByteArray(bigEndian: true));
                var before = (byte[])RawFile.Scalar(test.File, $"select {column} from log_row where case_id = $case and number = {number}", ofCase)!;
                var flipped = before.ToArray();
                flipped[at % flipped.Length] ^= (byte)mask;

                RawFile.Execute(test.File, $"update log_row set {column} = $to where case_id = $case and number = {number}", ofCase, ("$to", flipped));
                var fault = Assert.Throws<VaultException>(() => test.Record.Logs.Read(caseId));

                (string, object) found = column == "case_id" ? ("$case", flipped) : ofCase;
                RawFile.Execute(test.File, $"update log_row set {column} = $to where case_id = $case and number = {number}", found, ("$to", before));
                return fault.Kind == VaultFaultKind.Damaged && test.Texts(caseId) is ["one", "two", "three"];
            },
            iter: 150, threads: 1);
    }

    /// <summary>Past the columns: any byte of the closed file. Where SQLite does not notice, the chain does, or the byte meant nothing.</summary>
    [Fact]
    public async Task Open_AnyByteOfTheFileFlipped_ShowsTheTruthOrAFault()
    {
        await using var test = await TestRecord.CreateAsync();
        var (caseId, _) = await test.CaseAsync("one", "two", new string('x', 6_000));
        await test.Record.Audit.NoteAsync(null, TestRecord.Utf8("noted"), TestRecord.Cancel);
        string[] truth = test.Texts(caseId);
        await test.Record.DisposeAsync();
        byte[] whole = await File.ReadAllBytesAsync(test.File, TestRecord.Cancel);

        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[1, 255]).SampleAsync(async (at, mask) =>
        {
            string folder = TestRecord.NewFolder();
            var changed = whole.ToArray();
            changed[at] ^= (byte)mask;
            await File.WriteAllBytesAsync(Path.Combine(folder, "attune.db"), changed, TestRecord.Cancel);
            try
            {
                await using var record = PracticeRecord.Open(folder, test.Time);
                if (await record.UnsealAsync(TestRecord.Passphrase, TestRecord.Cancel) is UnsealOutcome.Opened)
                {
                    Assert.Equal(truth, record.Logs.Read(caseId).Select(TestRecord.Text));
                    Assert.Equal(["noted"], record.Audit.Read(null).Select(entry => TestRecord.Text(entry.Payload)));
                }
            }
            catch (VaultException)
            {
            }
            Directory.Delete(folder, recursive: true);
        }, iter: 400, threads: 2);
    }
}
