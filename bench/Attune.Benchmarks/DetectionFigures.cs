using Attune.Method.Detection;

namespace Attune.Benchmarks;

/// <summary>Criteria over courses in memory: no file, no table. Goals in ms.</summary>
internal static class DetectionFigures
{
    private const int Charts = 100_000;
    private const int PointsOfAChart = 30;
    private const int Courses = 100_000;
    private const int Sessions = 16;
    private const int CoursesInABlock = 1_000;

    public static IEnumerable<(string Figure, double Goal, Action Work)> All()
    {
        var points = Noise(Charts, PointsOfAChart);
        var (limits, below) = (new ChartLimits[Charts], new bool[points.Length]);
        yield return ("individuals charts, 100,000 series of 30, limits and flags, one core", 20, () => IndividualsCharts.Judge(points, PointsOfAChart, 3, limits, below));

        var values = Noise(Courses, Sessions);
        yield return ("all criteria so far, 100,000 courses of 16, both cores", 400, () => Parallel.For(0, Courses / CoursesInABlock, block => Judge(DetectionForm.SoFar, block)));
        yield return ("the same, one core", 800, () => Each(DetectionForm.SoFar));
        yield return ("all criteria, whole series, one core", 800, () => Each(DetectionForm.WholeSeries));
        var plan = FalseAlarmPlan.Stored with { Courses = 1_000 };
        yield return ("the stored table of false alarms, a twentieth of its courses, both cores", 1_000, () => _ = FalseAlarmStudy.Run(plan).Count());

        void Each(DetectionForm form)
        {
            for (var block = 0; block < Courses / CoursesInABlock; block++)
                Judge(form, block);
        }

        void Judge(DetectionForm form, int block)
        {
            Span<bool> flags = stackalloc bool[Sessions];
            for (var course = block * CoursesInABlock; course < (block + 1) * CoursesInABlock; course++)
            {
                foreach (var criterion in RuptureDetection.Criteria)
                {
                    if (form == DetectionForm.SoFar || RuptureDetection.HasWholeSeriesForm(criterion))
                        RuptureDetection.Flag(criterion, form, values.AsSpan(course * Sessions, Sessions), DetectionReference.CheckIn, flags);
                }
            }
        }
    }

    private static double[] Noise(int courses, int sessions)
    {
        var noise = new CourseNoise(0.2, OnRealScale: true);
        var values = new double[courses * sessions];
        for (var course = 0; course < courses; course++)
            noise.Fill(11, (uint)course, values.AsSpan(course * sessions, sessions));
        return values;
    }
}
