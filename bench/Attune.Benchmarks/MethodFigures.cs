using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Repair;
using Attune.Method.Trust;

namespace Attune.Benchmarks;

/// <summary>What the method infers, timed on one couple over fifty sessions; the same work a page does before it is drawn.</summary>
internal static class MethodFigures
{
    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var couple = FiftySessions.Fold();
        var catalogue = MethodCatalogue.BuiltIn;
        var own = FiftySessions.Therapist;
        const int Next = FiftySessions.Sessions + 1;
        yield return ("forecast for one couple, both reports, 50 sessions", .1, () => Forecasts.Of(couple, catalogue, own, Next));
        yield return ("rupture map for one couple, 50 sessions", .5, () => RuptureMapping.Of(couple, catalogue, own, Next));
        yield return ("all inferences over a course of 50 sessions, both partners", 1, () => Infer(couple));
    }

    private static void Infer(CoupleCase couple)
    {
        foreach (var partner in Partners.All)
        {
            AllianceCourse.Of(couple, partner);
            TrustReadings.Of(couple, partner);
        }

        foreach (var rupture in couple.Ruptures)
            RepairJudgement.Of(couple, rupture);
    }
}
