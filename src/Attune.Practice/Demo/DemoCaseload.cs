using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Forecasting;
using Attune.Practice.Repairing;

namespace Attune.Practice.Demo;

/// <summary>The invented couples beside Alma and Bo. Nobody of them exists.</summary>
internal static class DemoCaseload
{
    public static ImmutableArray<CoupleScript> Scripts { get; } =
        [InesAndJule.Script, NiloAndWren.Script, RuthAndEmil.Script, MaritAndOskar.Script, SannaAndIlir.Script];

    /// <summary>Ids are part of the story: Alma and Bo are the first.</summary>
    public static CoupleId Couple(byte number) => new(new Guid(0x0192f0aa, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, number));

    /// <summary>Alma's is 0xf1.</summary>
    public static RuptureId Rupture(byte number) => new(new Guid(0x0192f0aa, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, number));

    /// <summary>A step of a repair, and how it was taken.</summary>
    public static TakeRepairStep Step(RuptureId rupture, int session, RepairStepKind kind, Reception taken, WitnessReaction? witness = null) =>
        new() { Rupture = rupture, Session = session, Kind = kind, Taken = taken, Witness = witness };

    /// <summary>What the therapist expects of a session.</summary>
    public static StateOwnForecast Expect(int session, StatedChance? ofA, StatedChance? ofB) => new() { Session = session, OfA = ofA, OfB = ofB };

    public static StateOwnForecast LeaveOpen(int session) => new() { Session = session, NotToday = true };

    public static ImmutableSortedDictionary<string, double> Scores(params (string Code, double Score)[] scores) =>
        scores.ToImmutableSortedDictionary(one => one.Code, one => one.Score, StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, int> Comfort(params (string Code, int Comfort)[] techniques) =>
        techniques.ToImmutableSortedDictionary(one => one.Code, one => one.Comfort, StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, string> NotYet(params (string Topic, string Line)[] lines) =>
        lines.ToImmutableSortedDictionary(one => one.Topic, one => one.Line, StringComparer.Ordinal);
}
