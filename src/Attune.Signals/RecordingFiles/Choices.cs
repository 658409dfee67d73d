using System.Globalization;

namespace Attune.Signals.RecordingFiles;

/// <summary>Questions that nothing in a file answers.</summary>
internal static class Choices
{
    /// <summary><paramref name="dayFirst"/> is the date as it was read, the day before the month.</summary>
    internal static RecordingOutcome DateOrder(DateTime dayFirst, RecordingOptions options)
    {
        var monthFirst = new DateTime(dayFirst.Year, dayFirst.Day, dayFirst.Month, 0, 0, 0, DateTimeKind.Unspecified);
        return new RecordingOutcome.Undecided(
            "The date of the file can be read in two ways. Which day was it?",
            [
                (Day(dayFirst), options with { DateOrder = RecordingFiles.DateOrder.DayMonth }),
                (Day(monthFirst), options with { DateOrder = RecordingFiles.DateOrder.MonthDay }),
            ]);
    }

    private static string Day(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
