using System.Text;
using System.Text.Json;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Cases;

/// <summary>Events of which not every field was written, and kinds that this program does not know.</summary>
public class CaseJsonEdgeTests
{
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
}
