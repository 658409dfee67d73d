namespace Attune.Signals.Artefacts;

public static partial class ArtefactRules
{
    /// <summary>Share of the beat before by which a beat may differ, inside: .20 (Malik, as coded in hrv-analysis).</summary>
    public const double MalikShare = 0.20;

    /// <summary>Share of the beat before by which a beat may be longer, inside: .325 (Kamath, as coded in hrv-analysis).</summary>
    public const double KamathLongerShare = 0.325;

    /// <summary>Share of the beat before by which a beat may be shorter, inside: .245 (Kamath, as coded in hrv-analysis).</summary>
    public const double KamathShorterShare = 0.245;

    /// <summary>Share of the mean of the last nine kept by which a beat may differ, outside: .20 (Acar, as coded in hrv-analysis).</summary>
    public const double AcarShare = 0.20;

    /// <summary>Number of kept beats that Acar's mean is taken over: 9.</summary>
    public const int AcarBeats = 9;

    /// <summary>Share of the neighbours' mean by which a beat may differ, outside: .20 (Karlsson et al., 2012).</summary>
    public const double KarlssonShare = 0.20;

    private delegate void Kernel(ReadOnlySpan<double> sourceMs, Span<double> destinationMs);

    /// <summary>Keeps beats in [300, 2000] ms. Any n; each beat is judged alone.</summary>
    public static void KeepRange(ReadOnlySpan<double> sourceMs, Span<double> destinationMs)
    {
        RequireSameLength(sourceMs, destinationMs);
        for (var i = 0; i < sourceMs.Length; i++)
            destinationMs[i] = IsInRange(sourceMs[i]) ? sourceMs[i] : double.NaN;
    }

    /// <summary>
    /// Keeps a beat when it differs from the one before by at most .20 of the one before (Malik, as coded in hrv-analysis). The first beat
    /// is kept, and the beat after a removed or missing one is kept without test.
    /// </summary>
    public static void KeepMalik(ReadOnlySpan<double> sourceMs, Span<double> destinationMs) =>
        KeepByTheOneBefore(sourceMs, destinationMs, MalikShare, MalikShare);

    /// <summary>
    /// Keeps a beat that is longer than the one before by at most .325 of it, or shorter by at most .245 (Kamath, as coded in hrv-analysis).
    /// The first beat is kept, and the beat after a removed or missing one is kept without test.
    /// </summary>
    public static void KeepKamath(ReadOnlySpan<double> sourceMs, Span<double> destinationMs) =>
        KeepByTheOneBefore(sourceMs, destinationMs, KamathLongerShare, KamathShorterShare);

    /// <summary>
    /// Keeps beat i when |m - RR(i)| &lt; .20 m with m the mean of the beats before and after it in the <em>source</em> (Karlsson et
    /// al., 2012, as coded in hrv-analysis). The first and last beat, and a beat beside a missing one, cannot be judged and are kept;
    /// so below three beats all are kept.
    /// </summary>
    public static void KeepKarlsson(ReadOnlySpan<double> sourceMs, Span<double> destinationMs)
    {
        RequireSameLength(sourceMs, destinationMs);
        sourceMs.CopyTo(destinationMs);
        for (var i = 1; i < sourceMs.Length - 1; i++)
        {
            var mean = (sourceMs[i - 1] + sourceMs[i + 1]) / 2;
            if (Math.Abs(mean - sourceMs[i]) >= KarlssonShare * mean)
                destinationMs[i] = double.NaN;
        }
    }

    /// <summary>
    /// From the tenth beat on, keeps a beat when it differs from the mean of the last nine kept by less than .20 of that mean (Acar, as
    /// coded in hrv-analysis). The first nine are kept, so up to nine beats all are; missing ones among them do not enter the mean,
    /// and without any known beat before it a beat is kept.
    /// </summary>
    public static void KeepAcar(ReadOnlySpan<double> sourceMs, Span<double> destinationMs)
    {
        RequireSameLength(sourceMs, destinationMs);
        Span<double> last = stackalloc double[AcarBeats];
        var (known, sum) = (0, 0.0);
        for (var i = 0; i < sourceMs.Length; i++)
        {
            var mean = sum / Math.Min(known, AcarBeats);
            var kept = i < AcarBeats || known == 0 || Math.Abs(mean - sourceMs[i]) < AcarShare * mean;
            destinationMs[i] = kept ? sourceMs[i] : double.NaN;
            if (double.IsNaN(destinationMs[i]))
                continue;
            last[known++ % AcarBeats] = sourceMs[i];
            sum = 0;
            foreach (var beat in last[..Math.Min(known, AcarBeats)])
                sum += beat;
        }
    }

    private static void KeepByTheOneBefore(ReadOnlySpan<double> source, Span<double> destination, double longer, double shorter)
    {
        RequireSameLength(source, destination);
        var before = double.NaN;
        for (var i = 0; i < source.Length; i++)
        {
            var step = source[i] - before;
            before = step > longer * before || -step > shorter * before ? double.NaN : source[i];
            destination[i] = before;
        }
    }
}
