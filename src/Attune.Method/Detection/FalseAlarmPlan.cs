using System.Collections.Immutable;

namespace Attune.Method.Detection;

/// <summary>Which courses of noise are made, and how they are looked at.</summary>
/// <param name="Courses">For each autocorrelation; 1 or more. Shorter courses are the beginnings of the longest, so all lengths rest on the same ones.</param>
/// <param name="Sessions">Lengths, ascending, each 1 or more; all sessions answered.</param>
/// <param name="Autocorrelations">Each in (-1, 1).</param>
/// <param name="Forms">Several criteria together, and areas, are counted for <see cref="DetectionForm.SoFar"/> alone.</param>
/// <param name="OnRealScale">Three items in whole steps up to a ceiling (<see cref="AreaNoise"/>), or standard scores (<see cref="CourseNoise"/>), which have
/// no areas and no course to lead on.</param>
public sealed record FalseAlarmPlan(
    uint Seed, int Courses, ImmutableArray<int> Sessions, ImmutableArray<double> Autocorrelations, ImmutableArray<DetectionForm> Forms, bool OnRealScale)
{
    /// <summary>What is stored with the program.</summary>
    public static FalseAlarmPlan Stored { get; } = new(
        2611, 20_000, [.. Enumerable.Range(2, 19), 24, 30, 36, 42, 50, 60], [0, 0.2, 0.4, 0.6], [DetectionForm.SoFar, DetectionForm.WholeSeries], OnRealScale: true);

    /// <summary>Null when it can be run; else what is wrong with it.</summary>
    public string? Fault()
    {
        if (Courses < 1)
            return $"{Courses} courses: at least 1.";
        if (Sessions.IsDefaultOrEmpty || Sessions[0] < 1 || !Sessions.SequenceEqual(Sessions.Distinct().Order()))
            return "Numbers of sessions are at least 1, ascending, and none twice.";
        if (Autocorrelations.IsDefaultOrEmpty || !Autocorrelations.All(value => value is > -1 and < 1) || Autocorrelations.Distinct().Count() < Autocorrelations.Length)
            return "Autocorrelations lie in (-1, 1), none twice.";
        return Forms.IsDefaultOrEmpty || !Forms.All(Enum.IsDefined) || Forms.Distinct().Count() < Forms.Length ? "Forms are given once each." : null;
    }
}

/// <summary>So many of so many courses of noise, each this long, had at least one flag.</summary>
/// <param name="Criterion">One by itself; null: <paramref name="Together"/>.</param>
/// <param name="Together">Any of several; null: <paramref name="Criterion"/>.</param>
public sealed record FalseAlarmRow(
    DetectionCriterion? Criterion, LookedAtTogether? Together, DetectionForm Form, double Autocorrelation, int Sessions, FalseAlarmShare Share)
{
    /// <summary>The name of the criterion, or of what is looked at together.</summary>
    public string LookedAt => Criterion?.ToString() ?? Together!.Value.ToString();
}
