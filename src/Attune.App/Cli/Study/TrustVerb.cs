using System.CommandLine;
using System.Text.Json.Nodes;
using Attune.Exchange.Study;

namespace Attune.App.Cli.Study;

/// <summary>The readings of trust over many courses.</summary>
internal static class TrustVerb
{
    public static Command Make()
    {
        var options = new StudyOptions();
        var verb = options.AddTo(new Command("trust", "How care came, what was expected and how well it fitted: the three readings of trust, course by course."), withPlot: false);
        verb.SetAction(given =>
        {
            var request = options.Read(given);
            return CourseVerb.Run(
                "trust", request, new CourseRequest(TrustTable.Wanted, IsStrict: request.IsStrict), TrustTable.Columns, TrustTable.Read, new JsonObject(),
                "The word is of the present alone; below four tested moments it is too early for one.");
        });
        return verb;
    }
}
