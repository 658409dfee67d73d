using System.CommandLine;
using System.Globalization;
using Attune.Exchange.Study;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>What the verbs for studies read and say alike.</summary>
internal static class StudyWords
{
    /// <summary>What was left out, a line each; nothing where nothing was.</summary>
    public static void Show(IAnsiConsole console, StudyTally tally)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Rows} rows · {tally.Courses} courses"));
        foreach (var (count, what) in new (long Count, string What)[]
        {
            (tally.NotNumbers, "cells hold text where a number is wanted: they count as missing"),
            (tally.OutOfRange, "cells lie outside of the range: they count as missing"),
            (tally.RowsWithoutCourse, "rows name no course: left out"),
            (tally.RowsWithoutSession, "rows have no session: left out"),
            (tally.UnsortedCourses, "courses had their sessions out of order: put in order"),
        })
        {
            if (count > 0)
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {what}."));
        }
    }

    /// <summary>Names of choices separated by commas; "all" for all of them.</summary>
    public static Option<string> Choices<T>(string name, string description) where T : struct, Enum
    {
        var option = new Option<string>(name) { Description = description, HelpName = "all|NAME,NAME", DefaultValueFactory = _ => "all" };
        option.Validators.Add(result =>
        {
            var unknown = (result.GetValueOrDefault<string>() ?? "").Split(',', StringSplitOptions.TrimEntries).Where(one => one != "all" && Choice<T>(one) is null).ToArray();
            if (unknown.Length > 0)
                result.AddError($"{name}: there is no '{unknown[0]}'; there are all, {string.Join(", ", Enum.GetValues<T>().Select(StudyNames.Of))}.");
        });
        return option;
    }

    public static IReadOnlyList<T> Chosen<T>(string names) where T : struct, Enum =>
        [.. names.Split(',', StringSplitOptions.TrimEntries).SelectMany(one => one == "all" ? Enum.GetValues<T>() : [Choice<T>(one)!.Value]).Distinct()];

    /// <summary>A choice by its name as columns have it.</summary>
    public static Option<string> OneOf<T>(string name, string description, T usual) where T : struct, Enum
    {
        var all = Enum.GetValues<T>().Select(StudyNames.Of).ToArray();
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', all), DefaultValueFactory = _ => StudyNames.Of(usual) };
        option.AcceptOnlyFromAmong(all);
        return option;
    }

    public static T? Choice<T>(string name) where T : struct, Enum
    {
        foreach (var choice in Enum.GetValues<T>())
        {
            if (string.Equals(StudyNames.Of(choice), name, StringComparison.OrdinalIgnoreCase) || string.Equals(choice.ToString(), name, StringComparison.OrdinalIgnoreCase))
                return choice;
        }

        return null;
    }

    /// <summary>Two numbers with a colon between, or "none".</summary>
    public static Option<string> Range(string usual)
    {
        var option = new Option<string>("--range") { Description = "Least and most of the scale, as 1:7; 'none' for no bounds. What lies outside counts as missing.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (RangeOf(result.GetValueOrDefault<string>()) is null)
                result.AddError("--range: two numbers, the lesser first, with a colon between, or 'none'.");
        });
        return option;
    }

    public static (double Least, double Most)? RangeOf(string? text)
    {
        if (text == "none")
            return (double.NegativeInfinity, double.PositiveInfinity);
        return text?.Split(':') is [var low, var high]
            && double.TryParse(low, NumberStyles.Float, CultureInfo.InvariantCulture, out var least)
            && double.TryParse(high, NumberStyles.Float, CultureInfo.InvariantCulture, out var most) && least < most && double.IsFinite(least) && double.IsFinite(most) ? (least, most) : null;
    }
}
