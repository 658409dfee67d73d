using System.Buffers;

namespace Attune.Signals.Artefacts;

/// <summary>
/// Lipponen and Tarvainen's correction of one stretch without gaps, on the moments of its beats: extra beats go, a missed one is put
/// midway, then ectopic, long and short ones move to the middle between their neighbours; again and again while the number of artefacts
/// falls. The first and the last moment never move, so the stretch lasts as long as before.
/// </summary>
/// <remarks>
/// An early beat is mostly flagged together with the good beat after it. Code that moves each to the middle of neighbours that are flagged
/// themselves leaves the RMSSD of a spoilt series up to 21% from the truth; here such a run shares the room between the beats that stand,
/// which stays within 8% (our choice; <c>ArtefactReferenceTests</c>).
/// </remarks>
internal ref struct BeatMending
{
    /// <summary>In <see cref="origins"/>: a beat that was not recorded.</summary>
    private const int Inserted = int.MinValue;

    private readonly ReadOnlySpan<double> recorded;
    private readonly double start;
    private readonly Span<bool> touched;
    private double[] moments;
    private double[] intervals;
    // Which recorded interval a beat ends; as its complement once the beat has moved.
    private int[] origins;
    private BeatClass[] classes;
    private int count;

    private BeatMending(ReadOnlySpan<double> recorded, ReadOnlySpan<double> endsMs, double startMs, Span<bool> touched)
    {
        this.recorded = recorded;
        this.touched = touched;
        start = startMs;
        count = recorded.Length;
        (moments, intervals, origins, classes) = ([], [], [], []);
        Reserve(count);
        endsMs.CopyTo(moments);
        recorded.CopyTo(intervals);
        for (var i = 0; i < count; i++)
            origins[i] = i;
    }

    /// <summary>
    /// Mends the intervals of a stretch (ms, finite), which end at <paramref name="endsMs"/> and begin at <paramref name="startMs"/>.
    /// <paramref name="found"/> gets the classes of the first pass; <paramref name="touched"/> is set for every interval whose beat was
    /// taken for an artefact and corrected in any pass.
    /// </summary>
    internal static void Mend(
        ReadOnlySpan<double> recorded,
        ReadOnlySpan<double> endsMs,
        double startMs,
        Span<BeatClass> found,
        Span<bool> touched,
        MendedBeats into)
    {
        var mending = new BeatMending(recorded, endsMs, startMs, touched);
        try
        {
            mending.Run(found, into);
        }
        finally
        {
            mending.GiveBack();
        }
    }

    private void Run(Span<BeatClass> found, MendedBeats into)
    {
        var artefacts = LipponenTarvainen.Classify(recorded, found);
        found.CopyTo(classes);
        while (artefacts > 0)
        {
            Apply();
            Intervals();
            var left = LipponenTarvainen.Classify(intervals.AsSpan(0, count), classes.AsSpan(0, count));
            if (left >= artefacts)
                break;
            artefacts = left;
        }

        Deliver(into);
    }

    private void Apply()
    {
        DeleteAndInsert();
        MoveBetweenThoseThatStand();
    }

    private void DeleteAndInsert()
    {
        var missed = classes.AsSpan(0, count).Count(BeatClass.Missed);
        var extra = classes.AsSpan(0, count).Count(BeatClass.Extra);
        for (var i = 0; i < count; i++)
        {
            if (classes[i] is not BeatClass.Normal && origins[i] != Inserted)
                touched[Recorded(origins[i])] = true;
        }

        if (missed + extra == 0)
            return;
        var old = (moments, origins, classes);
        (moments, origins, classes) = ([], [], []);
        var oldCount = count;
        Reserve(count + missed);
        var (at, last) = (0, start);
        for (var i = 0; i < oldCount; i++)
        {
            if (old.classes[i] is BeatClass.Extra)
                continue;
            if (old.classes[i] is BeatClass.Missed)
                (moments[at], origins[at], classes[at++]) = ((last + old.moments[i]) / 2, Inserted, BeatClass.Normal);
            (moments[at], origins[at], classes[at++]) = (old.moments[i], old.origins[i], old.classes[i]);
            last = old.moments[i];
        }

        count = at;
        Return(old.moments, old.origins, old.classes);
    }

    // Beats beside each other share the room evenly: a neighbour that is itself wrong would pull a beat to a wrong place.
    private readonly void MoveBetweenThoseThatStand()
    {
        for (var i = 0; i < count - 1; i++)
        {
            if (!IsMisplaced(classes[i]))
                continue;
            var end = i + 1;
            while (end < count - 1 && IsMisplaced(classes[end]))
                end++;
            var from = i == 0 ? start : moments[i - 1];
            var step = (moments[end] - from) / (end - i + 1);
            for (var k = i; k < end; k++)
            {
                moments[k] = from + ((k - i + 1) * step);
                origins[k] = origins[k] >= 0 ? ~origins[k] : origins[k];
            }

            i = end;
        }
    }

    private static bool IsMisplaced(BeatClass one) => one is BeatClass.Ectopic or BeatClass.Long or BeatClass.Short;

    // An interval between two recorded beats that did not move is taken as recorded, to the last digit.
    private readonly void Intervals()
    {
        var last = start;
        for (var i = 0; i < count; i++)
        {
            intervals[i] = Stands(i) ? recorded[origins[i]] : moments[i] - last;
            last = moments[i];
        }
    }

    private readonly void Deliver(MendedBeats into)
    {
        for (var i = 0; i < count; i++)
            into.Add(intervals[i], moments[i], Stands(i));
    }

    private readonly bool Stands(int i) => origins[i] >= 0 && (i == 0 ? -1 : origins[i - 1]) == origins[i] - 1 && (origins[i] == 0 || origins[i - 1] >= 0);

    private static int Recorded(int origin) => origin >= 0 ? origin : ~origin;

    private void Reserve(int length)
    {
        if (moments.Length < length)
            moments = ArrayPool<double>.Shared.Rent(length);
        if (origins.Length < length)
            origins = ArrayPool<int>.Shared.Rent(length);
        if (classes.Length < length)
            classes = ArrayPool<BeatClass>.Shared.Rent(length);
        if (intervals.Length >= length)
            return;
        if (intervals.Length > 0)
            ArrayPool<double>.Shared.Return(intervals);
        intervals = ArrayPool<double>.Shared.Rent(length);
    }

    private readonly void GiveBack()
    {
        Return(moments, origins, classes);
        ArrayPool<double>.Shared.Return(intervals);
    }

    private static void Return(double[] moments, int[] origins, BeatClass[] classes)
    {
        ArrayPool<double>.Shared.Return(moments);
        ArrayPool<int>.Shared.Return(origins);
        ArrayPool<BeatClass>.Shared.Return(classes);
    }
}
