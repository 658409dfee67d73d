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
        var (a, b) = (AllianceCourse.Of(couple, Partner.A), AllianceCourse.Of(couple, Partner.B));
        var alliance = CoupleAlliance.Of(a, b);
        foreach (var course in new[] { a, b })
        {
            PersonLevel.Of(course, slowBond: false);
            BlindSpot.Of(couple, course);
            TrustReadings.Of(couple, course.Partner);
        }

        ThreatsToContinuing.Of(couple, alliance, couple.Ruptures.Where(rupture => RepairJudgement.Of(couple, rupture, a, b).IsStillOpen));
    }
}
