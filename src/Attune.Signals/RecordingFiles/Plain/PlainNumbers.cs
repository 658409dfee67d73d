using Attune.Signals.RecordingFiles.Text;

namespace Attune.Signals.RecordingFiles.Plain;

/// <summary>What a list of bare numbers is: intervals, times of beats, sample numbers or a raw signal; and in which unit.</summary>
internal static class PlainNumbers
{
    // Nobody's heart beats at 150 for a whole recording: whole numbers that rise by less than 400 are sample numbers (our proposal).
    private const double LeastStepMs = 400;

    // On the real recordings at hand the ratio of a signal is .09 or less and that of beats .22 or more (von Neumann, 1941, for the ratio); midway (our proposal).
    private const double SignalRatio = 0.14;
    private const int Window = 256;
    private const int LeastWindows = 4;
    private const int MostWindows = 200;
    private const int LeastTurns = 4;

    /// <summary>Unit that a column's name gives; null when it gives none.</summary>
    internal static IntervalUnit? UnitIn(string name)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (plain.Contains("1/1024", StringComparison.Ordinal))
            return IntervalUnit.Ticks1024;
        if (plain.Contains("[ms]", StringComparison.Ordinal) || plain.Contains("(ms)", StringComparison.Ordinal) || plain.EndsWith("_ms", StringComparison.Ordinal))
            return IntervalUnit.Milliseconds;
        return plain.Contains("[s]", StringComparison.Ordinal) || plain.Contains("(s)", StringComparison.Ordinal) || plain.EndsWith("_s", StringComparison.Ordinal)
            ? IntervalUnit.Seconds
            : null;
    }

    internal static RecordingOutcome Build(Understanding seen, IntervalNumbers numbers, IntervalUnit? named)
    {
        if (numbers.CountPositive() is var measured and < 2)
            return Refusals.TooFewBeats(measured);
        if (SeriesBuilding.LooksLikeBeatTimes(numbers))
            return Times(seen, numbers, named);
        if (seen.Options.Unit is null && named is null && LooksLikeSignal(numbers))
            return Refusals.RawSignal();
        return TryUnit(seen, numbers.Median(), named) is { } refused ? refused : SeriesBuilding.Intervals(seen, numbers);
    }

    /// <summary>Settles the unit by choice, by name or by the median, in this order.</summary>
    internal static RecordingOutcome.Refused? TryUnit(Understanding seen, double median, IntervalUnit? named)
    {
        if (seen.Options.Unit is { } chosen)
        {
            if (chosen is IntervalUnit.Samples)
                return Refusals.BadOption("Sample numbers need the sampling rate: say how many samples the signal has a second.");
            seen.UseUnit(chosen, "It was chosen.");
        }
        else if (named is { } unit)
        {
            seen.UseUnit(unit, "The column's name says so.");
        }
        else if (SeriesBuilding.GuessUnit(median) is { } guess)
        {
            seen.UseUnit(guess, FormattableString.Invariant($"Their median is {median:0.###}."));
            seen.Remark($"The numbers were taken to be {Word(guess)}: their median is {median:0.###}.");
            return null;
        }
        else
        {
            return Refusals.UnknownUnit(median);
        }

        seen.Remark($"The numbers were taken to be {Word(seen.Unit!.Value)}, as {(seen.Options.Unit is null ? "their header says" : "was chosen")}.");
        return null;
    }

    /// <summary>
    /// Whether neighbours differ far less than the window around them varies, as samples of a signal do: mean squared difference over the variance around a straight line (a heart that
    /// speeds up is no signal), in windows of 256 numbers that turn at least four times; the upper quartile of four windows or more.
    /// </summary>
    internal static bool LooksLikeSignal(IntervalNumbers numbers)
    {
        var ratios = new List<double>();
        Span<double> window = stackalloc double[Window];
        for (var from = 0; from + Window <= numbers.Count && ratios.Count < MostWindows; from += Window)
        {
            for (var i = 0; i < Window; i++)
                window[i] = numbers[from + i].ToDouble();
            if (Ratio(window) is var ratio && !double.IsNaN(ratio))
                ratios.Add(ratio);
        }

        ratios.Sort();
        return ratios.Count >= LeastWindows && ratios[ratios.Count * 3 / 4] < SignalRatio;
    }

    private static double Ratio(ReadOnlySpan<double> window)
    {
        var (sum, squares, tilt, differences, turns, last) = (0.0, 0.0, 0.0, 0.0, 0, 0.0);
        var middle = (window.Length - 1) / 2.0;
        for (var i = 0; i < window.Length; i++)
        {
            sum += window[i];
            squares += window[i] * window[i];
            tilt += (i - middle) * window[i];
            var step = i > 0 ? window[i] - window[i - 1] : 0;
            differences += step * step;
            turns += step * last < 0 ? 1 : 0;
            last = step != 0 ? step : last;
        }

        // Sum of squared places around the middle: n (n² - 1) / 12.
        var places = window.Length * ((window.Length * (double)window.Length) - 1) / 12;
        var variance = (squares - (sum / window.Length * sum) - (tilt / places * tilt)) / window.Length;
        return turns >= LeastTurns && variance > 0 ? differences / (window.Length - 1) / variance : double.NaN;
    }

    private static RecordingOutcome Times(Understanding seen, IntervalNumbers numbers, IntervalUnit? named)
    {
        if (numbers.IsFull)
            return Refusals.TooLong();
        var steps = new double[numbers.Count - 1];
        var whole = numbers[0].Scale == 0;
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = numbers[i + 1].ToDouble() - numbers[i].ToDouble();
            whole &= numbers[i + 1].Scale == 0;
        }

        Array.Sort(steps);
        var step = steps[steps.Length / 2];
        if (seen.Options.Unit is null && named is null && whole && step is > 2.5 and < LeastStepMs)
            return Refusals.SampleNumbers(step);
        var times = new Understanding(RecordingFormat.BeatTimes, seen.Options);
        times.Remark("The numbers rise throughout, so they were taken for the times of beats; the intervals are their differences.");
        if (TryUnit(times, step, named) is { } refused)
            return refused;
        return SeriesBuilding.BeatTimes(times, numbers.ToMs(times.Unit!.Value));
    }

    private static string Word(IntervalUnit unit) => unit switch
    {
        IntervalUnit.Seconds => "seconds",
        IntervalUnit.Ticks1024 => "1/1024 s",
        IntervalUnit.Samples => "sample numbers",
        _ => "milliseconds",
    };
}
