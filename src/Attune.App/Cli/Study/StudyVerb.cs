using System.CommandLine;

namespace Attune.App.Cli.Study;

/// <summary>The method over tables of many courses, for researchers.</summary>
internal static class StudyVerb
{
    public static Command Make() => new("study", "The method's numbers over tables of many courses (CSV, Parquet), for researchers.")
    {
        SimulateVerb.Make(),
        DetectVerb.Make(),
        ForecastVerb.Make(),
        CouplesVerb.Make(),
        FalseAlarmsVerb.Make(),
        DetectorsVerb.Make(),
        TrustVerb.Make(),
        AgreementVerb.Make(),
        PairsVerb.Make(),
    };
}
