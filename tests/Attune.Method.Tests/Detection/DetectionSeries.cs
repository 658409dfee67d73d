using Attune.Method.Detection;

namespace Attune.Method.Tests.Detection;

/// <summary>Series of thirds as the check-in makes them, with sessions that nobody answered, and what is flagged in them.</summary>
internal static class DetectionSeries
{
    public static readonly DetectionCriterion[] Criteria = [.. RuptureDetection.Criteria];

    public static readonly (DetectionCriterion Criterion, DetectionForm Form)[] Ways =
    [
        .. from criterion in Criteria
           from form in Enum.GetValues<DetectionForm>()
           where form == DetectionForm.SoFar || RuptureDetection.HasWholeSeriesForm(criterion)
           select (criterion, form),
    ];

    public static readonly Gen<double[]> Answered = Gen.Int[3, 21].Select(thirds => thirds / 3.0).Array[1, 40];

    public static readonly Gen<double[]> WithGaps =
        Gen.Select(Gen.Int[3, 21], Gen.Int[0, 4]).Select((thirds, gap) => gap == 0 ? double.NaN : thirds / 3.0).Array[0, 40];

    public static bool[] Flags(DetectionCriterion criterion, DetectionForm form, double[] series, DetectionReference? reference = null)
    {
        // Set before, so that a flag that is not written would show.
        var flags = Enumerable.Repeat(true, series.Length).ToArray();
        RuptureDetection.Flag(criterion, form, series, reference ?? DetectionReference.CheckIn, flags);
        return flags;
    }

    /// <summary>From 1.</summary>
    public static int[] Sessions(bool[] flags) => [.. Enumerable.Range(1, flags.Length).Where(session => flags[session - 1])];
}
