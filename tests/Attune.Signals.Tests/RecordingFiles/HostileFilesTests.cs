using System.Text;
using Attune.Signals.RecordingFiles;

namespace Attune.Signals.Tests.RecordingFiles;

/// <summary>Damaged, cut, empty and malicious files of every format: an answer that names the place, bounded memory, nothing thrown.</summary>
public sealed class HostileFilesTests
{
    private const long MemoryBound = 256L * 1024 * 1024;

    public static TheoryData<string> Names => [.. SampleFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SampleOfEveryFormat_IsRead(string name) =>
        Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(name, SampleFiles.All[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_CutAtEveryByte_Answers(string name)
    {
        var whole = SampleFiles.All[name];
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 400))
            AssertSound(RecordingFile.Read(name, whole.AsSpan(0, length)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_MutatedFiles_Answer(string name)
    {
        var whole = SampleFiles.All[name];
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var file = whole.ToArray();
            foreach (var (at, value) in changes)
                file[at] = value;
            AssertSound(RecordingFile.Read(name, file));
        }, iter: 300);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_UnderAnotherName_Answers(string name) => AssertSound(RecordingFile.Read("unknown.bin", SampleFiles.All[name]));

    [Fact]
    public void Read_RandomBytesBehindEveryBeginning_Answer() =>
        Gen.Select(Gen.Int[0, SampleFiles.All.Count - 1], Gen.Int[1, 64], Gen.Byte.Array[0, 300]).Sample(
            (which, kept, noise) =>
            {
                var (name, file) = SampleFiles.All.ElementAt(which);
                AssertSound(RecordingFile.Read(name, [.. file.AsSpan(0, Math.Min(kept, file.Length)), .. noise]));
            }, iter: 2_000);

    [Fact]
    public void Read_OneLineOfTenGigabytes_IsRefusedAtOnce()
    {
        var endless = new EndlessStream((byte)'7', 10L * 1024 * 1024 * 1024);

        var refused = Assert.IsType<RecordingOutcome.Refused>(Streamed("a.txt", endless));

        Assert.Equal((RecordingCodes.LineTooLong, 1), (refused.Code, refused.Line));
        Assert.InRange(endless.Given, 0, 32 * 1024 * 1024);
    }

    [Fact]
    public void Read_EndlessBeats_EndAtThirtyOneDays()
    {
        var refused = Assert.IsType<RecordingOutcome.Refused>(Streamed("a.txt", new EndlessStream("800\n"u8.ToArray(), 10L * 1024 * 1024 * 1024)));

        Assert.Equal(RecordingCodes.TooLong, refused.Code);
    }

    [Theory]
    [InlineData("<HealthData>", "<a>", "deep")]
    [InlineData("<HealthData b=\"", "xxxx", "larger than 4 MiB")]
    [InlineData("<HealthData><!-- ", "xxxx", "larger than 4 MiB")]
    [InlineData("<HealthData><![CDATA[", "<<<<", "larger than 4 MiB")]
    [InlineData("<TrainingCenterDatabase>", "text ", "larger than 4 MiB")]
    public void Read_XmlWithoutEnd_IsRefusedWithinBounds(string head, string again, string words)
    {
        var endless = new EndlessStream(Encoding.ASCII.GetBytes(again), 10L * 1024 * 1024 * 1024, Encoding.ASCII.GetBytes(head));

        var refused = Assert.IsType<RecordingOutcome.Refused>(Streamed("export.xml", endless));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 0, MemoryBound);
    }

    [Fact]
    public void Read_EntityBomb_ResolvesNothing()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE HealthData [<!ENTITY a \"aaaaaaaaaa\">"
            + string.Concat(Enumerable.Range(0, 30).Select(i => $"<!ENTITY a{i} \"{(i == 0 ? "&a;" : $"&a{i - 1};")}{(i == 0 ? "&a;" : $"&a{i - 1};")}\">"))
            + "]><HealthData><Record type=\"&a29;\"/>&a29;</HealthData>";

        var refused = Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("export.xml", Encoding.ASCII.GetBytes(bomb)));

        Assert.Equal(RecordingCodes.Damaged, refused.Code);
        Assert.Equal(1, refused.Line);
    }

    [Fact]
    public void Read_ExternalEntity_IsNotFetched()
    {
        const string file = "<?xml version=\"1.0\"?><!DOCTYPE HealthData SYSTEM \"file:///etc/hostname\"><HealthData>&x;</HealthData>";

        Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("export.xml", Encoding.ASCII.GetBytes(file)));
    }

    [Theory]
    [InlineData("bomb.zip")]
    [InlineData("bomb.gz")]
    public void Read_ArchiveBomb_IsStoppedByItsRatio(string name)
    {
        // 64 MiB of blank lines pack to 64 KiB.
        var blanks = new byte[64 * 1024 * 1024];
        blanks.AsSpan().Fill((byte)'\n');
        var bomb = name.EndsWith("zip", StringComparison.Ordinal) ? SampleFiles.Zip(("a.txt", blanks)) : SampleFiles.Gzip(blanks);

        var refused = Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read(name, bomb));

        Assert.Equal(RecordingCodes.ArchiveBounds, refused.Code);
        Assert.Contains("250 times", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ArchivesInArchives_EndAtTheSecond()
    {
        var nested = SampleFiles.Gzip(SampleFiles.Gzip(SampleFiles.Gzip(SampleFiles.Text("800\n810\n"))));

        Assert.Equal(RecordingCodes.ArchiveBounds, Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a.gz", nested)).Code);
    }

    [Fact]
    public void Read_ArchiveOfManyEntries_IsRefused()
    {
        var many = SampleFiles.Zip([.. Enumerable.Range(0, 2_001).Select(i => ($"{i}.txt", Array.Empty<byte>()))]);

        Assert.Equal(RecordingCodes.ArchiveBounds, Assert.IsType<RecordingOutcome.Refused>(RecordingFile.Read("a.zip", many)).Code);
    }

    [Fact]
    public void Read_StreamThatCannotSeek_IsReadAlike()
    {
        foreach (var (name, file) in SampleFiles.All)
        {
            var expected = Assert.IsType<RecordingOutcome.Read>(RecordingFile.Read(name, file));
            var read = Assert.IsType<RecordingOutcome.Read>(Streamed(name, new EndlessStream(file, file.Length)));
            Assert.Equal(expected.Report.Length, read.Report.Length);
            Assert.Equal(expected.Remarks, read.Remarks);
        }
    }

    [Fact]
    public void Read_ProgressAndCancellation_AreHeard()
    {
        var told = new List<long>();
        var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("800\n", 1_000_000)));
        RecordingFile.Read("a.txt", new MemoryStream(lines), null, new Told(told), TestContext.Current.CancellationToken);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Equal(lines.Length, told[^1]);
        Assert.Equal(told.Order(), told);
        Assert.Throws<OperationCanceledException>(() => RecordingFile.Read("a.txt", new MemoryStream(lines), cancellation: cancelled.Token));
    }

    [Fact]
    public void Read_RecordingAcrossManyMebibytes_NeedsLittleMemory()
    {
        // An export of 300 MiB in which one element in a thousand is a heart rate.
        var steps = string.Concat(Enumerable.Repeat("<Record type=\"HKQuantityTypeIdentifierStepCount\" startDate=\"2025-03-15 11:03:00 +0100\" value=\"9\"/>\n", 1_000));
        var rate = "<Record type=\"HKQuantityTypeIdentifierHeartRate\" startDate=\"2025-03-15 11:03:00 +0100\" value=\"80\"/>\n";
        var endless = new EndlessStream(Encoding.ASCII.GetBytes(steps + rate), 300L * 1024 * 1024, "<HealthData>"u8.ToArray());
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var read = Assert.IsType<RecordingOutcome.Read>(Streamed("export.xml", endless));

        Assert.True(read.Report.WasCut);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, MemoryBound);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) > before);
    }

    private static RecordingOutcome Streamed(string name, Stream stream) =>
        RecordingFile.Read(name, stream, cancellation: TestContext.Current.CancellationToken);

    /// <summary>What every answer must be, whatever the bytes.</summary>
    internal static void AssertSound(RecordingOutcome outcome)
    {
        switch (outcome)
        {
            case RecordingOutcome.Refused refused:
                Assert.StartsWith("SIG", refused.Code, StringComparison.Ordinal);
                Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
                break;
            case RecordingOutcome.Ambiguous ambiguous:
                Assert.True(ambiguous.Readings.Length >= 2);
                break;
            case RecordingOutcome.Read read:
                Assert.InRange(read.Report.Coverage, 0, 1);
                Assert.True(read.Report.Length >= TimeSpan.Zero);
                AssertMonotone(read.Beats.EndsMs);
                foreach (var gap in read.Report.Gaps)
                    Assert.True(gap.End <= read.Report.Length + TimeSpan.FromMilliseconds(1));
                break;
            default:
                Assert.Fail($"{outcome.GetType().Name} is no answer.");
                break;
        }
    }

    private static void AssertMonotone(ReadOnlySpan<double> ends)
    {
        for (var i = 1; i < ends.Length; i++)
            Assert.True(ends[i] >= ends[i - 1]);
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }

    /// <summary>A beginning, then the same bytes again and again up to a length; it cannot seek.</summary>
    private sealed class EndlessStream(byte[] again, long length, byte[]? head = null) : Stream
    {
        internal EndlessStream(byte value, long length)
            : this([.. Enumerable.Repeat(value, 4_096)], length)
        {
        }

        internal long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var start = head?.Length ?? 0;
            count = (int)Math.Min(count, length - Given);
            var given = 0;
            while (given < count)
            {
                var (source, at) = Given < start ? (head!, (int)Given) : (again, (int)((Given - start) % again.Length));
                var part = Math.Min(count - given, source.Length - at);
                source.AsSpan(at, part).CopyTo(buffer.AsSpan(offset + given));
                given += part;
                Given += part;
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
