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
        var confidence = new Option<double>("--confidence") { Description = "Of the intervals.", DefaultValueFactory = _ => .95 };
        HeartsOptions.Require(confidence, value => value is > 0 and < 1, "Between 0 and 1.");
        var seed = new Option<uint>("--seed") { Description = "Of the intervals of alpha: the same seed gives the same.", DefaultValueFactory = _ => 1U };
        var resamples = new Option<int>("--resamples") { Description = "Bootstrap samples of the intervals of alpha.", DefaultValueFactory = _ => AlphaIntervals.UsualResamples };
        HeartsOptions.Require(resamples, count => count is >= 100 and <= 1_000_000, "From 100 to 1,000,000 samples.");
        var events = new Option<bool>("--events") { Description = "The table holds events: observer, code, start. Exports of BORIS are read as they are." };
        var observer = new Option<string>("--observer") { Description = "The column that tells observers of events apart.", DefaultValueFactory = _ => "observer" };
        var other = new Option<FileInfo?>("--with") { Description = "A second table of events, of the other observer." };
        var tolerance = new Option<double>("--tolerance") { Description = "How far apart two events may begin and be one, s.", DefaultValueFactory = _ => 1 };
        HeartsOptions.Require(tolerance, value => value is >= 0 and <= 1e6, "A tolerance is not below 0.");
        var verb = options.AddTo(new Command("agreement", "How far raters agree beyond chance: kappas, alpha, intraclass correlations, events within a tolerance. The table is read whole."), withPlot: false, withThreads: false, withStrict: false);
        foreach (var option in new Option[] { coefficient, raters, confidence, seed, resamples, events, observer, other, tolerance })
            verb.Add(option);
        verb.SetAction(given =>
        {
            var request = options.Read(given);
            if (given.GetValue(other) is { Exists: false } absent)
                return Faults.Say($"There is no file {absent.FullName}.");
            if (given.GetValue(other) is { } with && request.Out?.FullName == with.FullName)
                return Faults.Say($"{with.Name} is a table that is read: choose another name for the result.");
            var intervals = new AgreementIntervalOptions(given.GetValue(confidence), given.GetValue(seed), given.GetValue(resamples));
            return given.GetValue(events)
                ? StudyRun.Of(request, _ => OfEvents(request, given.GetValue(other), given.GetRequiredValue(observer), given.GetValue(tolerance)))
                : StudyRun.Of(request, _ => OfRatings(request, [.. Split(given.GetValue(raters))], [.. Split(given.GetRequiredValue(coefficient))], intervals));
        });
        return verb;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void OfRatings(StudyRequest request, string[] raters, string[] names, AgreementIntervalOptions intervals)
    {
        var ratings = RatingRows.Read(request.Table!, raters);
        var isSofta = names is ["softa"];
        var rows = isSofta ? AgreementTable.Softa(ratings) : AgreementTable.Of(ratings, names.Contains("all") ? AgreementTable.Fitting(ratings) : names, intervals);
        using var output = new StudyOutput("agreement", request, rows.Columns);
        output.Append(rows);
        var read = new JsonObject { ["units"] = ratings.Units.Count, ["raters"] = ratings.Raters.Count, ["ratings_missing"] = ratings.Empty, ["codes_are_numbers"] = ratings.AreNumbers };
        output.Finish(
            new JsonObject { ["coefficient"] = string.Join(',', names), ["raters"] = string.Join(',', raters), ["confidence"] = intervals.Confidence, ["seed"] = intervals.Seed, ["resamples"] = intervals.Resamples }, read, [],
            console => console.WriteLine(HeartsWords.Plain(FormattableString.Invariant(
                $"{ratings.Units.Count} units · {ratings.Raters.Count} raters ({string.Join(", ", ratings.Raters)}) · {ratings.Empty} ratings missing"))));
    }

    private static void OfEvents(StudyRequest request, FileInfo? other, string observer, double tolerance)
    {
        var (one, two) = (EventRows.Read(request.Table!, observer), other is null ? null : EventRows.Read(other, observer));
        var noted = Noted(request.Table!, one, other, two);
        var (rows, leftOut) = EventTable.Of(noted, TimeSpan.FromSeconds(tolerance));
        using var output = new StudyOutput("agreement", request, rows.Columns);
        output.Append(rows);
        var (ends, observers, events) = (one.Ends + (two?.Ends ?? 0), noted.Select(part => part.Observer).Distinct().Count(), noted.Sum(part => part.Events.Count));
        output.Finish(
            new JsonObject { ["events"] = true, ["observer"] = observer, ["tolerance_s"] = tolerance, ["with"] = other is null ? null : StudyManifest.Of(other) },
            new JsonObject { ["observers"] = observers, ["events"] = events, ["ends_of_states_passed_over"] = ends, ["observations_of_one_left_out"] = leftOut }, [],
            console =>
            {
                console.WriteLine(FormattableString.Invariant($"{observers} observers · {events} events · {ends} ends of states passed over"));
                if (leftOut > 0)
                    console.WriteLine(FormattableString.Invariant($"{leftOut} observations have events of one of two observers alone: left out."));
            });
    }

    /// <summary>With two tables, each is one observer's, whatever the table calls them. One observation in each is the same one, whatever it is called.</summary>
    private static NotedEvents[] Noted(FileInfo first, EventRows one, FileInfo? second, EventRows? two)
    {
        if (two is null)
        {
            return one.Noted.Select(part => part.Observer).Distinct().Count() >= 2 ? [.. one.Noted] : throw new StudyRefusedException(new(
                StudyCodes.NotComputable, "There are events of one observer alone: a column 'observer' (or --observer COLUMN) with two or more of them, or --with the other's table."));
        }

        var names = first.Name == second!.Name ? ("first", "second") : (first.Name, second.Name);
        var isOneEach = new[] { one, two }.All(rows => rows.Noted.Select(part => part.Observation).Distinct().Count() == 1);
        return [.. Of(one, names.Item1), .. Of(two, names.Item2)];

        IEnumerable<NotedEvents> Of(EventRows rows, string name) => rows.Noted.GroupBy(part => (Observation: isOneEach ? "" : part.Observation, part.Subject))
            .Select(group => new NotedEvents(name, group.Key.Observation, group.Key.Subject, [.. group.SelectMany(part => part.Events)]));
    }
}
