using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Agreement;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>How far raters, or observers of events, agree.</summary>
internal static class AgreementVerb
{
    private static string[] Names { get; } =
        [.. Enum.GetValues<AgreementMeasure>().Select(StudyNames.Of), .. Enum.GetValues<IntraclassForm>().Select(form => $"icc_{StudyNames.Of(form)}"), "softa"];

    public static Command Make()
    {
        var options = new StudyOptions();
        var coefficient = new Option<string>("--coefficient") { Description = "Which coefficients, separated by commas; 'all' for those that fit the table.", HelpName = "all|NAME,NAME", DefaultValueFactory = _ => "all" };
        coefficient.Validators.Add(result =>
        {
            foreach (var unknown in Split(result.GetValueOrDefault<string>()).Where(name => name != "all" && !Names.Contains(name)).Take(1))
                result.AddError($"--coefficient: there is no '{unknown}'; there are all, {string.Join(", ", Names)}.");
        });
        var raters = new Option<string?>("--raters") { Description = "Columns of the raters, separated by commas; without it the table is long: unit, rater, rating." };
        var confidence = new Option<double>("--confidence") { Description = "Of the intervals of intraclass correlations.", DefaultValueFactory = _ => .95 };
        HeartsOptions.Require(confidence, value => value is > 0 and < 1, "Between 0 and 1.");
        var events = new Option<bool>("--events") { Description = "The table holds events: observer, code, start. Exports of BORIS are read as they are." };
        var other = new Option<FileInfo?>("--with") { Description = "A second table of events, of the other observer." };
        var tolerance = new Option<double>("--tolerance") { Description = "How far apart two events may begin and be one, s.", DefaultValueFactory = _ => 1 };
        HeartsOptions.Require(tolerance, value => value is >= 0 and <= 1e6, "A tolerance is not below 0.");
        var verb = options.AddTo(new Command("agreement", "How far raters agree beyond chance: kappas, alpha, intraclass correlations, events within a tolerance."), withPlot: false);
        foreach (var option in new Option[] { coefficient, raters, confidence, events, other, tolerance })
            verb.Add(option);
        verb.SetAction(given =>
        {
            var request = options.Read(given);
            if (given.GetValue(other) is { Exists: false } absent)
                return Faults.Say($"There is no file {absent.FullName}.");
            return given.GetValue(events)
                ? StudyRun.Of(request, _ => OfEvents(request, given.GetValue(other), given.GetValue(tolerance)))
                : StudyRun.Of(request, _ => OfRatings(request, [.. Split(given.GetValue(raters))], [.. Split(given.GetRequiredValue(coefficient))], given.GetValue(confidence)));
        });
        return verb;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void OfRatings(StudyRequest request, string[] raters, string[] names, double confidence)
    {
        var ratings = RatingRows.Read(request.Table!, raters);
        var isSofta = names is ["softa"];
        var rows = isSofta ? AgreementTable.Softa(ratings) : AgreementTable.Of(ratings, names.Contains("all") ? AgreementTable.Fitting(ratings) : names, confidence);
        using var output = new StudyOutput("agreement", request, rows.Columns);
        output.Append(rows);
        var read = new JsonObject { ["units"] = ratings.Units.Count, ["raters"] = ratings.Raters.Count, ["ratings_missing"] = ratings.Empty, ["codes_are_numbers"] = ratings.AreNumbers };
        output.Finish(
            new JsonObject { ["coefficient"] = string.Join(',', names), ["raters"] = string.Join(',', raters), ["confidence"] = confidence }, read, [],
            console => console.WriteLine(HeartsWords.Plain(FormattableString.Invariant(
                $"{ratings.Units.Count} units · {ratings.Raters.Count} raters ({string.Join(", ", ratings.Raters)}) · {ratings.Empty} ratings missing"))));
    }

    private static void OfEvents(StudyRequest request, FileInfo? other, double tolerance)
    {
        var (one, two) = (EventRows.Read(request.Table!), other is null ? null : EventRows.Read(other));
        var observers = Observers(request.Table!, one, other, two);
        var rows = AgreementTable.Events(observers, TimeSpan.FromSeconds(tolerance));
        using var output = new StudyOutput("agreement", request, rows.Columns);
        output.Append(rows);
        var ends = one.Ends + (two?.Ends ?? 0);
        output.Finish(
            new JsonObject { ["events"] = true, ["tolerance_s"] = tolerance, ["with"] = other is null ? null : StudyManifest.Of(other) },
            new JsonObject { ["observers"] = observers.Length, ["events"] = observers.Sum(observer => observer.Events.Count), ["ends_of_states_passed_over"] = ends }, [],
            console => console.WriteLine(FormattableString.Invariant($"{observers.Length} observers · {observers.Sum(observer => observer.Events.Count)} events · {ends} ends of states passed over")));
    }

    /// <summary>With two tables, each is one observer's, whatever the table calls them.</summary>
    private static ImmutableArray<(string Observer, IReadOnlyList<ObservedEvent> Events)> Observers(FileInfo first, EventRows one, FileInfo? second, EventRows? two)
    {
        if (two is not null)
            return [(first.Name, [.. one.Observers.SelectMany(observer => observer.Events)]), (second!.Name, [.. two.Observers.SelectMany(observer => observer.Events)])];
        return one.Observers.Count >= 2 ? [.. one.Observers] : throw new StudyRefusedException(new(
            StudyCodes.NotComputable, "There are events of one observer alone: a column 'observer' with two or more of them, or --with the other's table."));
    }
}
