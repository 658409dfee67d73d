using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.Exchange.Study;
using Attune.Method.Trust;

namespace Attune.App.Cli.Study;

/// <summary>The readings of trust over many courses, or the models of how it could be learnt.</summary>
internal static class TrustVerb
{
    public static Command Make()
    {
        var options = new StudyOptions();
        var models = new Option<string?>("--models")
        {
            Description = "The learning models in place of the readings, separated by commas; with '=' and numbers its parameters are given, else they are fitted.",
            HelpName = "all|NAME,NAME=0.2:0.5",
        };
        models.Validators.Add(result =>
        {
            foreach (var wrong in Split(result.GetValueOrDefault<string?>()).Where(one => one != "all" && TrustModelChoice.Of(one) is null).Take(1))
            {
                result.AddError($"--models: '{wrong}' is not understood; there are all, {string.Join(", ", Enum.GetValues<TrustModel>().Select(StudyNames.Of))}; "
                    + "given as beta_forgetting=alpha:beta:kept, rescorla_wagner=rate:first, rescorla_wagner_two_rates=gain:loss:first, pearce_hall=eta:first_rate:first.");
            }
        });
        var fit = new Option<string>("--fit") { Description = "One set of parameters for all courses, or one for each.", HelpName = "pooled|course", DefaultValueFactory = _ => "pooled" };
        fit.AcceptOnlyFromAmong("pooled", "course");
        var verb = options.AddTo(new Command("trust", "How care came, what was expected and how well it fitted: the three readings of trust, course by course."), withPlot: false);
        verb.Add(models);
        verb.Add(fit);
        verb.SetAction(given =>
        {
            var request = options.Read(given);
            ImmutableArray<TrustModelChoice> chosen = [.. Split(given.GetValue(models)).SelectMany(one => one == "all" ? Enum.GetValues<TrustModel>().Select(model => new TrustModelChoice(model, null)) : [TrustModelChoice.Of(one)!])];
            return chosen.IsEmpty ? Readings(request) : Models(request, given.GetValue(models)!, chosen, given.GetValue(fit) == "course" ? TrustParameters.Course : TrustParameters.Pooled);
        });
        return verb;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static CourseRequest Asked(StudyRequest request) => new(TrustTable.Wanted, IsStrict: request.IsStrict);

    private static int Readings(StudyRequest request) => CourseVerb.Run(
        new CourseWork("trust", Asked(request), TrustTable.Columns, TrustTable.Read)
        {
            Closing = "The word is of the present alone; below four tested moments it is too early for one.",
            Counted =
            [
                new("tested_moments", "tested moments", rows => CourseWork.Sum(rows, row => rows.Number(1, row))),
                new("courses_without_moment", "courses without a tested moment: no reading", rows => CourseWork.Missing(rows, 2)),
            ],
        },
        request, new JsonObject());

    private static int Models(StudyRequest request, string said, ImmutableArray<TrustModelChoice> chosen, TrustParameters fitted)
    {
        var isPooled = fitted == TrustParameters.Pooled && chosen.Any(one => one.Given is null);
        var models = isPooled ? [] : Prepared(chosen, null);
        var (reason, compared) = (PlaceOf("reason"), PlaceOf("compared"));
        return CourseVerb.Run(
            new CourseWork("trust", Asked(request), TrustModelTable.Columns, block => TrustModelTable.Of(block, models))
            {
                First = isPooled ? progress => models = Prepared(chosen, Pooled(request, progress)) : null,
                Closing = "Models of how an expectation of care could be learnt, one step ahead; none of them is shown to a couple. Lower scores are better.",
                Counted =
                [
                    new("not_fitted", "rows without parameters: the table says why", rows => CourseWork.Sum(rows, row => rows.Text(reason, row) is null ? 0 : 1)),
                    new("nothing_to_compare", "rows without a moment that has a forecast: nothing to compare with", rows => CourseWork.Sum(rows, row => rows.Number(compared, row) == 0 ? 1 : 0)),
                ],
            },
            request,
            new JsonObject { ["models"] = said, ["fit"] = StudyNames.Of(fitted) });
    }

    private static TrustPool Pooled(StudyRequest request, IProgress<double>? progress)
    {
        var pool = new TrustPool();
        foreach (var courses in CourseStream.Each(request.Table!, Asked(request), request.Crew, TrustPool.Of, progress))
            pool.Add(courses);
        return pool;
    }

    /// <param name="pool">Null: what is not given is fitted to each course.</param>
    private static ImmutableArray<TrustModelRun> Prepared(ImmutableArray<TrustModelChoice> chosen, TrustPool? pool) =>
    [
        .. chosen.Select(one =>
        {
            if (one.Given is not null)
                return new TrustModelRun(one.Model, TrustParameters.Given, one.Given, null);
            if (pool is null)
                return new TrustModelRun(one.Model, TrustParameters.Course, null, null);
            var fit = pool.Fit(one.Model);
            return new TrustModelRun(one.Model, TrustParameters.Pooled, (fit as TrustFit.Fitted)?.Learning, fit);
        }),
    ];

    private static int PlaceOf(string column) => TrustModelTable.Columns.IndexOf(TrustModelTable.Columns.First(one => one.Name == column));
}
