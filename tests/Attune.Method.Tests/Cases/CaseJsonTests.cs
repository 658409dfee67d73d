using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

public sealed class CaseJsonTests
{
    public static TheoryData<string> Golden => [.. GoldenFiles.Names];

    public static TheoryData<string> Before => [.. GoldenFiles.NamesBefore];

    [Theory, MemberData(nameof(Golden))]
    public void Read_GoldenFile_IsWrittenBackToTheSameBytes(string kind) =>
        Assert.Equal(Encoding.UTF8.GetString(GoldenFiles.Bytes(kind)), Encoding.UTF8.GetString(CaseJson.Write(GoldenFiles.Event(kind))));

    // Otherwise a field that is lost on the way would not show in the bytes either.
    [Theory, MemberData(nameof(Golden))]
    public void GoldenFile_Always_FillsEveryField(string kind) => Assert.Empty(Unfilled(GoldenFiles.Event(kind), kind));

    // Fields came to these kinds without a new version: what was written before them still reads.
    [Theory, MemberData(nameof(Before))]
    public void Read_WrittenBeforeAFieldWasAdded_LeavesItEmpty(string kind) =>
        Assert.True(CaseJson.Write(GoldenFiles.EventBefore(kind)).Length < CaseJson.Write(GoldenFiles.Event(kind)).Length);

    [Fact]
    public void GoldenFile_FieldLeftOut_IsCaught()
    {
        var specimen = (CheckInAnswered)GoldenFiles.Event("check-in-answered.1") with { Amends = null };
        specimen = specimen with { Answers = specimen.Answers with { Tension = specimen.Answers.Tension! with { Words = null } } };

        Assert.Equal(["x.Amends", "x.Answers.Tension.Words"], Unfilled(specimen, "x").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GoldenFiles_Always_CoverEveryKindAndNothingElse() => Assert.Empty(GoldenFiles.Mismatches(GoldenFiles.Kinds, GoldenFiles.Names));

    [Fact]
    public void GoldenFiles_KindWithoutAFile_IsCaught() =>
        Assert.Equal(["moon-watched.1 has no golden file"], GoldenFiles.Mismatches([.. GoldenFiles.Kinds, "moon-watched.1"], GoldenFiles.Names));

    [Fact]
    public void GoldenFiles_FileWithoutAKind_IsCaught() =>
        Assert.Equal(["moon-watched.1.json belongs to no kind of event"], GoldenFiles.Mismatches(GoldenFiles.Kinds, [.. GoldenFiles.Names, "moon-watched.1"]));

    [Fact]
    public void Kinds_Always_AreAllTheEventsThereAre()
    {
        var declared = typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToHashSet();
        var written = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).ToHashSet();

        Assert.Equal(67, GoldenFiles.Kinds.Count);
        Assert.True(declared.SetEquals(written));
    }

    [Theory]
    [InlineData("""{"event":"moon-watched.1","at":"2026-03-09T10:15:00+00:00"}""")]
    [InlineData("""{"event":"check-in-put-off.2","session":3,"partner":"A","at":"2026-03-09T10:15:00+00:00"}""")]
    [InlineData("""{"event":"check-in-put-off.1","session":3,"partner":"A","at":"2026-03-09T10:15:00+00:00","asked":"twice"}""")]
    [InlineData("""{"event":"rupture-noted.1","source":"ReadFromTheFace","rupture":"01890000-0000-7000-8000-000000000002","session":3,"owner":"B","at":"2026-03-09T10:15:00+00:00"}""")]
    public void Read_WrittenByANewerProgram_IsRefused(string json) => AssertRefused(json);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":"session-held.1","session":3""")]
    [InlineData("""{"event":"session-held.1","session":3,"startedAt":"2026-03-16T09:00:00+01:00"}""")]
    [InlineData("""{"event":"session-held.1","session":"three","startedAt":"2026-03-16T09:00:00+01:00","at":"2026-03-09T10:15:00+00:00"}""")]
    [InlineData("""{"event":"session-held.1","session":3,"startedAt":"yesterday","at":"2026-03-09T10:15:00+00:00"}""")]
    [InlineData("""{"event":"couple-opened.1","couple":"nobody","at":"2026-03-09T10:15:00+00:00"}""")]
    [InlineData("""{"event":"couple-opened.1","couple":7,"at":"2026-03-09T10:15:00+00:00"}""")]
    [InlineData("""{"session":3,"partner":"A","at":"2026-03-09T10:15:00+00:00","event":"check-in-put-off.1"}""")]
    [InlineData("""{"event":"check-in-put-off.1","session":3,"partner":7,"at":"2026-03-09T10:15:00+00:00"}""")]
    public void Read_Damaged_IsRefused(string json) => AssertRefused(json);

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        foreach (var kind in GoldenFiles.Kinds)
        {
            var whole = Encoding.UTF8.GetString(GoldenFiles.Bytes(kind));
            for (var length = 0; length < whole.Length; length++)
                AssertRefused(whole[..length]);
        }
    }

    private static void AssertRefused(string json) => Assert.Throws<JsonException>(() => CaseJson.Read(Encoding.UTF8.GetBytes(json)));

    private static IEnumerable<string> Unfilled(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties().Where(one => one.CanWrite && one.GetIndexParameters().Length == 0))
        {
            var here = $"{path}.{property.Name}";
            var content = property.GetValue(value);
            if (content is null || (content is IEnumerable many && !many.Cast<object>().Any()) || content.Equals(Default(property.PropertyType)))
                yield return here;
            foreach (var inner in Parts(content))
            {
                foreach (var missing in Unfilled(inner, here))
                    yield return missing;
            }
        }
    }

    // Index 0 of the first episode is a value like any other.
    private static object? Default(Type type) => type.IsValueType && type != typeof(int) ? Activator.CreateInstance(type) : null;

    private static IEnumerable<object> Parts(object? content) => content switch
    {
        ImmutableArray<EpisodeReflection> many => many,
        ImmutableArray<ArousalSpan> many => many,
        ImmutableArray<PastRupture> many => many,
        ImmutableArray<HeartSpan> many => many.Cast<object>(),
        CheckInAnswers or TensionAnswer or RuptureFormulation or OwnChain or RuptureStory or SelfReport => [content],
        _ => [],
    };
}
