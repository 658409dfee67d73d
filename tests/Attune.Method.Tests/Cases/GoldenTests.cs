using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

/// <summary>What was once written must be read for ever: one file per kind and version, byte for byte.</summary>
public class GoldenTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(Path.GetFileName).Order().OfType<string>()];

    [Theory, MemberData(nameof(Files))]
    public void Read_GoldenFile_IsWrittenToTheSameBytes(string file)
    {
        var golden = File.ReadAllText(Path.Combine(Folder(), file)).TrimEnd('\n');
        Assert.Equal(golden, Encoding.UTF8.GetString(CaseJson.Write(CaseJson.Read(Encoding.UTF8.GetBytes(golden)))));
        Assert.Contains($"\"event\":\"{Path.GetFileNameWithoutExtension(file)}\"", golden, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_Always_HaveAGoldenFile() => Assert.Empty(WithoutGolden(Kinds(typeof(CaseEvent))));

    [Fact]
    public void Kinds_SpecimenWithoutGoldenFile_IsCaught() => Assert.Equal(["specimen.1"], WithoutGolden(Kinds(typeof(Specimen))));

    [Fact]
    public void Kinds_EveryEventType_IsNamed() => Assert.Equal(
        typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).Select(type => type.Name).Order(StringComparer.Ordinal),
        typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"event":"session-dreamt.1","at":"2026-03-02T15:00:00+01:00"}""", "session-dreamt.1")]
    [InlineData("""{"event":"session-held.2","session":1,"at":"2026-03-02T15:00:00+01:00"}""", "session-held.2")]
    [InlineData("null", "null")]
    public void Read_UnknownKind_IsRefusedByName(string json, string named) =>
        Assert.Contains(named, Assert.Throws<JsonException>(() => CaseJson.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    // An event may leave out every list: a reader must find it empty, not uninitialised.
    [Theory]
    [InlineData("""{"event":"session-planned.1","session":1,"at":"2026-03-02T15:00:00+01:00"}""")]
    [InlineData("""{"event":"partner-assessed.1","partner":"A","at":"2026-03-02T15:00:00+01:00"}""")]
    [InlineData("""{"event":"rupture-noted.1","rupture":"11111111-2222-3333-4444-555555555555","session":1,"owner":"A","source":"NoticedByTherapist","at":"2026-03-02T15:00:00+01:00"}""")]
    [InlineData("""{"event":"rupture-noted.1","rupture":"11111111-2222-3333-4444-555555555555","session":1,"owner":"A","source":"NoticedByTherapist","formulation":{},"at":"2026-03-02T15:00:00+01:00"}""")]
    public void Read_ListsLeftOut_AreEmpty(string json)
    {
        var happened = CaseJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(happened switch
        {
            SessionPlanned e => e.Techniques is [] && e.Occasions is [],
            PartnerAssessed e => e.EarlySchemas is { Count: 0 } && e.SchemaModes is { Count: 0 } && e.Comfort is { Count: 0 },
            RuptureNoted e => e.Formulation is { Areas: [], EarlySchemas: [] },
            _ => false,
        });
    }

    private static IEnumerable<string> Kinds(Type root) => root.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!);

    private static IEnumerable<string> WithoutGolden(IEnumerable<string> kinds) =>
        kinds.Where(kind => !File.Exists(Path.Combine(Folder(), kind + ".json")));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    [JsonDerivedType(typeof(SpecimenKind), "specimen.1")]
    private abstract record Specimen;

    private sealed record SpecimenKind : Specimen;
}
