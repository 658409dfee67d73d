using System.Globalization;
using System.Text;
using Attune.Exchange.Study;

namespace Attune.Exchange.Tests.Study;

public sealed class CourseStreamTests : IDisposable
{
    private static readonly CourseRequest Scores = new([new WantedColumn("score", true, 1, 7)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("attune-study-").FullName;

    private static Gen<(string Name, double[] Scores)[]> Courses { get; } =
        Gen.Select(Gen.String[Gen.Char["abc \";,é'"], 1, 6], Gen.Frequency((5, Gen.Double[1, 7].Select(score => Math.Round(score, 3))), (1, Gen.Const(double.NaN))).Array[1, 9])
            .Array[1, 12].Select(all => all.Select((one, i) => ($"{one.Item1.Trim()}{i}", one.Item2)).ToArray());

    [Theory]
    [InlineData(StudyFormat.Csv)]
    [InlineData(StudyFormat.Parquet)]
    public void Each_WhatWasWritten_IsReadBackOnAnyNumberOfThreads(StudyFormat format) => Courses.Sample(
        courses =>
        {
            var file = Written(courses, format);
            var one = Read(file, 1);
            Assert.Equal(one, Read(file, 2));
            Assert.Equal(courses.Select(course => Said(course.Name, course.Scores)), one);
        },
        iter: 60);

    /// <summary>Blocks of a megabyte end anywhere; courses lie across their ends, and quotation marks hold line breaks.</summary>
    [Fact]
    public void Each_TableOfSeveralBlocks_KeepsCoursesWhole()
    {
        var text = new StringBuilder("course,note,session,score\n");
        for (var course = 0; course < 9_000; course++)
        {
            for (var session = 1; session <= 16; session++)
                text.Append(CultureInfo.InvariantCulture, $"c{course},{(course % 50 == 0 ? "\"two\nlines, \"\"said\"\"\"" : "plain")},{session},{1 + (course + session) % 7}\n");
        }

        var file = Text(text.ToString());
        var read = Read(file, 2);

        Assert.True(file.Length > 2_000_000);
        Assert.Equal(9_000, read.Count);
        Assert.Equal(read, Read(file, 1));
        Assert.All(Enumerable.Range(0, 9_000), course => Assert.Equal(Said($"c{course}", [.. Enumerable.Range(1, 16).Select(session => 1.0 + (course + session) % 7)]), read[course]));
    }

    /// <summary>The short way of plain numbers and the library's agree to the last bit.</summary>
    [Fact]
    public void Each_AnyNumberThatIsWritten_IsReadExactly() => Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 15]).Array[1, 50].Sample(
        drawn =>
        {
            var texts = drawn.Select(one => Written(one.Item1, one.Item2)).ToArray();
            var file = Text("course;score\n" + string.Concat(texts.Select(text => $"a;{text}\n")));
            var request = new CourseRequest([new WantedColumn("score")], IsSessionNeeded: false);

            var read = CourseStream.Each(file, request, new StudyCrew(1), block => block.Count == 0 ? [] : block.Values(0, 0).ToArray()).SelectMany(all => all);

            Assert.Equal(texts.Select(text => double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture)), read);
        },
        iter: 60);

    [Theory]
    [InlineData("", StudyCodes.Empty, 1)]
    [InlineData("course,session,score\n", StudyCodes.Empty, null)]
    [InlineData("course,session\na,1\n", StudyCodes.MissingColumn, 1)]
    [InlineData("course,session,score,Score\na,1,2,3\n", StudyCodes.DoubledColumn, 1)]
    [InlineData("course,session,score\na,1,2\na,2\n", StudyCodes.BrokenRow, 3)]
    [InlineData("course,session,score\na,1,2\na,2,3\na,1,3\n", StudyCodes.RepeatedSession, 4)]
    [InlineData("course,session,score\na,1,2\nb,1,3\na,2,3\n", StudyCodes.ScatteredCourse, 4)]
    public void Each_TableThatCannotBeUsed_IsRefusedWithItsPlace(string text, string code, int? line)
    {
        var refused = Assert.Throws<StudyRefusedException>(() => Read(Text(text), 2));

        Assert.Equal((code, line), (refused.Refusal.Code, (int?)refused.Refusal.Line));
        Assert.DoesNotContain("{0}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("course,session,score\na,1,2\na,2,low\n", StudyCodes.NotANumber, 3)]
    [InlineData("course,session,score\na,1,2\n\na,2,7.5\n", StudyCodes.OutOfRange, 4)]
    [InlineData("course,session,score\na,1,2\n,2,3\n", StudyCodes.NoCourse, 3)]
    [InlineData("course,session,score\na,1,2\na,,3\n", StudyCodes.NoSession, 3)]
    [InlineData("course,session,score\na,2,2\na,1,3\n", StudyCodes.Unsorted, 3)]
    public void Each_WhatIsLeftOut_IsCountedAndRefusedWhenStrict(string text, string code, int line)
    {
        var tally = Tally(Text(text));
        var refused = Assert.Throws<StudyRefusedException>(() => CourseStream.Each(Text(text), Scores with { IsStrict = true }, new StudyCrew(1), block => block.Count, cancel: TestContext.Current.CancellationToken).Sum());

        Assert.Equal((code, (long?)line), (refused.Refusal.Code, refused.Refusal.Line));
        Assert.Equal(1, tally.NotNumbers + tally.OutOfRange + tally.RowsWithoutCourse + tally.RowsWithoutSession + tally.UnsortedCourses);
        Assert.Equal((2, 1), (tally.Rows, tally.Courses));
    }

    [Fact]
    public void Each_MarkSemicolonAndComma_AreUnderstood()
    {
        var file = Text("\uFEFFCASE;Score;Session Number\r\n7;5,5;2\r\n7;6;1\r\n");

        Assert.Equal([Said("7", [6, 5.5])], Read(file, 1));
    }

    [Fact]
    public void Each_FirstRowOfACourseLeftOut_TheNextIsNotTheCourseBefore()
    {
        var request = Scores;
        foreach (var format in new[] { StudyFormat.Csv, StudyFormat.Parquet })
        {
            var rows = new StudyRows([new("course", StudyKind.Text), new("session", StudyKind.Whole), new("score", StudyKind.Number)]);
            rows.Add("a").Add(1).Add(2).Add("b").Add(double.NaN).Add(3).Add("b").Add(2).Add(4);

            Assert.Equal([Said("a", [2]), Said("b", [4])], [.. CourseStream.Each(Saved(rows, format), request, new StudyCrew(1), Names, cancel: TestContext.Current.CancellationToken).SelectMany(all => all)]);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Written(long digits, int behind)
    {
        var text = Math.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(behind + 1, '0');
        return $"{(digits < 0 ? "-" : "")}{text[..^behind]}{(behind > 0 ? "," : "")}{text[^behind..]}";
    }

    private static string Said(string name, double[] scores) => $"{name}: {string.Join(' ', scores.Select(score => score.ToString("R", CultureInfo.InvariantCulture)))}";

    private static List<string> Read(FileInfo file, int threads) => [.. CourseStream.Each(file, Scores, new StudyCrew(threads), Names).SelectMany(all => all)];

    private static string[] Names(CourseBlock block) => [.. Enumerable.Range(0, block.Count).Select(course => Said(block.Name(course), block.Values(0, course).ToArray()))];

    private static StudyTally Tally(FileInfo file) => CourseStream.Each(file, Scores, new StudyCrew(1), block => block.Tally).Aggregate((one, other) => one + other);

    private FileInfo Text(string text)
    {
        var file = new FileInfo(Path.Combine(_folder, $"{Guid.NewGuid():N}.csv"));
        File.WriteAllText(file.FullName, text);
        return file;
    }

    private FileInfo Written((string Name, double[] Scores)[] courses, StudyFormat format)
    {
        var rows = new StudyRows([new("score", StudyKind.Number), new("Course", StudyKind.Text), new("session", StudyKind.Whole)]);
        foreach (var (name, scores) in courses)
        {
            for (var i = 0; i < scores.Length; i++)
                rows.Add(scores[i]).Add(name).Add(i + 1);
        }

        return Saved(rows, format);
    }

    private FileInfo Saved(StudyRows rows, StudyFormat format)
    {
        var file = new FileInfo(Path.Combine(_folder, $"{Guid.NewGuid():N}"));
        using (var stream = file.Create())
        using (var writer = StudyWriter.On(stream, format, rows.Columns))
        {
            writer.Append(writer.Encode(rows));
            writer.Finish();
        }

        return file;
    }
}
