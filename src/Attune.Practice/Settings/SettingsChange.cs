using Attune.Method.Measures;
using Attune.Practice.Refusals;

namespace Attune.Practice.Settings;

/// <summary>Something that the therapist chooses for the practice. A closed set; none of it is about a couple.</summary>
public abstract record SettingsChange
{
    private SettingsChange() { }

    /// <summary>Every reason why not.</summary>
    internal virtual Check Look(PracticeSettings now) => new();

    internal abstract PracticeSettings After(PracticeSettings now, DateTimeOffset at);

    /// <summary>bpm; within what an adult's heart can mean.</summary>
    public sealed record ArousalLimit(double? Bpm) : SettingsChange
    {
        internal override Check Look(PracticeSettings now) => new Check()
            .Given(Bpm is null ? null : "given", "Limit", "The limit").Within(Bpm, 60, 140, "Limit", "The limit, in beats a minute,");

        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { ArousalLimit = Bpm!.Value };
    }

    /// <summary>Code of a language that partners' pages are written in.</summary>
    public sealed record PartnersLanguage(string Code) : SettingsChange
    {
        internal override Check Look(PracticeSettings now) => new Check().Given(Code, "Language", "The language").NotLonger(Code, 8, "Language", "The language");

        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { PartnersLanguage = Code };
    }

    public sealed record FirstNames(bool Offered) : SettingsChange
    {
        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { OffersFirstNames = Offered };
    }

    /// <summary>Null: no reminder.</summary>
    public sealed record CopyReminder(int? Days) : SettingsChange
    {
        internal override Check Look(PracticeSettings now) => new Check().Within(Days, 1, 365, "Days", "The days");

        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { CopyDays = Days };
    }

    public sealed record CopyWasMade : SettingsChange
    {
        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { CopiedAt = at };
    }

    public sealed record Shortcuts(bool On) : SettingsChange
    {
        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { HasShortcuts = On };
    }

    public sealed record Walk(bool IsOver) : SettingsChange
    {
        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { IsWalkOver = IsOver };
    }

    /// <summary>A measure of the practice's own; in place of the one with the same code.</summary>
    public sealed record DefineMeasure(MeasureDefinition Measure) : SettingsChange
    {
        private const int MostItems = 40, MostMeasures = 12;

        internal override Check Look(PracticeSettings now) => new Check()
            .Given(Measure.Name, "Name", "A name").NotLonger(Measure.Name, 60, "Name", "The name")
            .Given(Measure.Source, "Source", "The source").NotLonger(Measure.Source, 200, "Source", "The source")
            .That(Measure.Code.Length > 0, new Refusal("SET001", "The name needs a letter or a digit.", "Name"))
            .That(Measure.Lowest < Measure.Highest, new Refusal("SET002", "The lowest answer lies below the highest.", "Lowest"))
            .That(double.IsFinite(Measure.Lowest) && double.IsFinite(Measure.Highest), new Refusal("SET003", "The range needs two numbers.", "Lowest"))
            .That(Measure.ReferenceSd is not <= 0, new Refusal("SET004", "A standard deviation is above 0; leave it empty when none is known.", "Sd"))
            .Within(Measure.ReferenceMean, Measure.LowestScore, Measure.HighestScore, "Mean", "The reference mean")
            .Within(Measure.Scoring == MeasureScoring.WholeScore ? null : Measure.Items, 1, MostItems, "Items", "The number of items")
            .That(now.Measures.Any(one => one.Code == Measure.Code) || now.Measures.Length < MostMeasures,
                new Refusal("SET005", $"{MostMeasures} measures are as many as a session's page can hold. Take one off first.", "Name"));

        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with
        {
            Measures = now.Measures.Any(one => one.Code == Measure.Code)
                ? [.. now.Measures.Select(one => one.Code == Measure.Code ? Measure : one)]
                : now.Measures.Add(Measure),
        };
    }

    /// <summary>It is asked for no longer; what was scored stays in the couples' records.</summary>
    public sealed record DropMeasure(string Code) : SettingsChange
    {
        internal override PracticeSettings After(PracticeSettings now, DateTimeOffset at) => now with { Measures = now.Measures.RemoveAll(one => one.Code == Code) };
    }
}
