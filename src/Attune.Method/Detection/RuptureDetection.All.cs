namespace Attune.Method.Detection;

/// <content>Many courses at once.</content>
public static partial class RuptureDetection
{
    /// <summary>
    /// Judges each of many courses by all criteria that have the form, each as <see cref="Flag"/> does, to the same flags. Allocates nothing to speak of;
    /// blocks may be judged side by side.
    /// </summary>
    /// <param name="values">The courses one after the other, each as <see cref="Flag"/> takes a series.</param>
    /// <param name="offsets">Where each course begins, and where the last one ends: one more than there are courses, none below the one before it, from 0 to the length of the values.</param>
    /// <param name="flags">As long as the values; what it held is overwritten.</param>
    public static void FlagAll(
        DetectionForm form, ReadOnlySpan<double> values, ReadOnlySpan<int> offsets, DetectionReference reference, Span<SessionFlags> flags)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (flags.Length != values.Length)
            throw new ArgumentException($"{flags.Length} flags for {values.Length} sessions.", nameof(flags));
        if (offsets.IsEmpty || offsets[0] != 0 || offsets[^1] != values.Length)
            throw new ArgumentException("Courses begin at 0 and end where the values do.", nameof(offsets));
        for (var course = 0; course + 1 < offsets.Length; course++)
        {
            if (offsets[course + 1] < offsets[course] || offsets[course + 1] > values.Length)
                throw new ArgumentException($"Course {course} ends before it begins, or after the values.", nameof(offsets));
            var length = offsets[course + 1] - offsets[course];
            FlagOne(form, values.Slice(offsets[course], length), reference, flags.Slice(offsets[course], length));
        }
    }

    /// <summary>One course by all criteria.</summary>
    /// <param name="flags">As long as the series; what it held is overwritten.</param>
    public static void FlagOne(DetectionForm form, ReadOnlySpan<double> series, DetectionReference reference, Span<SessionFlags> flags)
    {
        flags.Clear();
        var one = series.Length <= 256 ? stackalloc bool[series.Length] : new bool[series.Length];
        foreach (var criterion in Criteria)
        {
            if (form == DetectionForm.WholeSeries && !HasWholeSeriesForm(criterion))
                continue;
            Flag(criterion, form, series, reference, one);
            for (var i = 0; i < one.Length; i++)
                flags[i] = new SessionFlags(flags[i].Bits | (one[i] ? SessionFlags.Of(criterion) : 0));
        }
    }
}
