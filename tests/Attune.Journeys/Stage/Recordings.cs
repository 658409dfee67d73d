using System.Text;
using Attune.Signals.Simulation;
using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>Recordings of hearts that a journey can upload.</summary>
internal static class Recordings
{
    /// <summary>A real one, of a person who exercised; null where the folder of real recordings is not there.</summary>
    public static FilePayload? RealExercise()
    {
        if (Environment.GetEnvironmentVariable("ATTUNE_DATA") is not { Length: > 0 } folder)
            return null;
        var file = Path.Combine(folder, "rr", "hrv_exercise_rri.hrm");
        return File.Exists(file) ? Named(Path.GetFileName(file), File.ReadAllBytes(file)) : null;
    }

    /// <summary>Fifty made-up minutes with one rise to 112 beats a minute, of four minutes from minute 29 on.</summary>
    public static FilePayload Simulated()
    {
        var course = new HeartCourse(TimeSpan.FromMinutes(50), 72) { Rises = [new HeartRise(TimeSpan.FromMinutes(29), 112, TimeSpan.FromMinutes(4))] };
        return Named("simulated.txt", Encoding.UTF8.GetBytes(SimulatedHeart.Record(course, 7).ToPlainText()));
    }

    private static FilePayload Named(string name, byte[] content) => new() { Name = name, MimeType = "text/plain", Buffer = content };
}
