using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attune.App.Cli.Hearts;
using Attune.Exchange.Study;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;
using Spectre.Console;

namespace Attune.App.Cli.Study;

/// <summary>Couples that do not exist, with the truth beside what would have been seen.</summary>
internal static class SimulateVerb
{
    private const int CouplesInAPiece = 50;

    public static Command Make()
    {
        var options = new StudyOptions();
        var couples = new Option<int>("--couples") { Description = "How many.", DefaultValueFactory = _ => 100 };
        HeartsOptions.Require(couples, count => count is >= 1 and <= 100_000_000, "At least one couple.");
        var seed = new Option<uint>("--seed") { Description = "The same seed makes the same couples.", DefaultValueFactory = _ => 1U };
        var observed = new Option<bool>("--observed") { Description = "Without the columns that are known only because it was simulated (true_...)." };
        var shape = new Option<string?>("--shape") { Description = "One shape of ruptures alone.", HelpName = string.Join('|', Enum.GetValues<RuptureShape>().Select(StudyNames.Of)) };
        shape.AcceptOnlyFromAmong([.. Enum.GetValues<RuptureShape>().Select(StudyNames.Of)]);
        var weights = new Option<FileInfo?>("--weights") { Description = "A table (term, weight): true weights of the forecast's terms, in log-odds, in place of the method's." };
        var numbers = SimulationNumbers.All();
        var verb = options.AddTo(new Command("simulate", "Couples with a known truth, from a seed: sessions, answers and ruptures. Nobody's data."), withTable: false, withPlot: false);
        foreach (var option in (IEnumerable<Option>)[couples, seed, observed, shape, .. numbers.Select(one => one.Option)])
            verb.Add(option);
        verb.Add(weights);
        verb.SetAction(given =>
        {
            if (given.GetValue(weights) is { Exists: false } absent)
                return Faults.Say($"There is no file {absent.FullName}.");
            var chosen = numbers.Aggregate(new SimulationOptions(), (so, one) => one.Set(so, given));
            if (given.GetValue(shape) is { } only)
                chosen = chosen with { Shapes = RuptureShares.Only(StudyWords.Choice<RuptureShape>(only)!.Value) };
            try
            {
                chosen = given.GetValue(weights) is { } file ? chosen with { TrueWeights = WeightRows.Read(file) } : chosen;
            }
            catch (StudyRefusedException refused)
            {
                return StudyRun.Refused(given.GetValue(weights), refused);
            }

            foreach (var fault in chosen.Faults)
                Console.Error.WriteLine($"{SimulationNumbers.NameOf(fault.Option)}: {fault.Why}");
            return chosen.Faults.IsEmpty ? Run(options.Read(given, withTable: false), chosen, given.GetValue(couples), given.GetValue(seed), !given.GetValue(observed)) : HeartsRun.Usage;
        });
        return verb;
    }

    private static int Run(StudyRequest request, SimulationOptions chosen, int couples, uint seed, bool withTruth)
    {
        CoupleSimulator simulator;
        try
        {
            simulator = new CoupleSimulator(MethodCatalogue.BuiltIn, chosen);
        }
        catch (ArgumentException unreachable)
        {
            return Faults.Say(unreachable.Message);
        }

        var table = new SimulateTable(MethodCatalogue.BuiltIn, withTruth);
        return StudyRun.Of(request, progress =>
        {
            using var output = new StudyOutput("simulate", request, table.Columns);
            var (made, done) = (0L, 0);
            var pieces = Enumerable.Range(0, (couples + CouplesInAPiece - 1) / CouplesInAPiece).Select(piece => piece * CouplesInAPiece);
            foreach (var (rows, piece) in request.Crew.Each(pieces, first => Made(simulator, table, output, seed, first, Math.Min(CouplesInAPiece, couples - first))))
            {
                output.Append(rows, piece);
                made += rows.Count;
                progress?.Report((double)(done += CouplesInAPiece) / couples);
            }

            output.Finish(Parameters(chosen, couples, seed, withTruth), null, new JsonObject { ["couples"] = couples, ["rows"] = made },
                console => console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{couples} couples, {made} rows, seed {seed}. Simulated: nobody's data.")));
        });
    }

    private static (StudyRows Rows, StudyPiece? Piece) Made(CoupleSimulator simulator, SimulateTable table, StudyOutput output, uint seed, int first, int count)
    {
        var rows = table.Of(simulator.Couples(seed, (uint)first, count));
        return (rows, output.Encode(rows));
    }

    private static JsonObject Parameters(SimulationOptions chosen, int couples, uint seed, bool withTruth)
    {
        var parameters = new JsonObject { ["seed"] = seed, ["couples"] = couples, ["truth"] = withTruth };
        foreach (var (name, value) in SimulationNumbers.Of(chosen))
            parameters[name] = value;
        foreach (var shape in Enum.GetValues<RuptureShape>())
            parameters[$"shape_{StudyNames.Of(shape)}"] = chosen.Shapes.Of(shape);
        foreach (var (term, weight) in chosen.TrueWeights)
            parameters[$"weight_{term}"] = weight;
        return parameters;
    }
}

/// <summary>The simulator's numbers as options: what is added there is an option here.</summary>
internal sealed record SimulationNumbers(Option<double?> Option, PropertyInfo Property)
{
    private static IEnumerable<PropertyInfo> Properties => typeof(SimulationOptions).GetProperties().Where(one => one.CanWrite && (one.PropertyType == typeof(double) || one.PropertyType == typeof(int)));

    public static SimulationNumbers[] All()
    {
        var usual = new SimulationOptions();
        return [.. Properties.Select(property => new SimulationNumbers(new Option<double?>(NameOf(property.Name))
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"See docs/study.md; {property.GetValue(usual)} unless said otherwise."),
        }, property))];
    }

    public static string NameOf(string property) => $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(property)}";

    public static IEnumerable<(string Name, double Value)> Of(SimulationOptions chosen) =>
        Properties.Select(property => (JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), Convert.ToDouble(property.GetValue(chosen), CultureInfo.InvariantCulture)));

    public SimulationOptions Set(SimulationOptions so, ParseResult given)
    {
        if (given.GetValue(Option) is not { } value)
            return so;
        var changed = so with { };
        // A part of a session would be cut off without a word.
        var isWhole = Property.PropertyType == typeof(int);
        Property.SetValue(changed, isWhole ? (object)(value == Math.Floor(value) && Math.Abs(value) < int.MaxValue ? (int)value : -1) : value);
        return changed;
    }
}
