using System.Globalization;
using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>What one partner fills in after one session. Ratings 1 to 7; what is null stays empty.</summary>
internal sealed record Answers(int? OnTask, int? OnGoal, int? OnBond, string? Care, string? Expects)
{
    public int? OnFairness { get; init; }

    public string? StillOpen { get; init; }

    public TensionTold? Tension { get; init; }

    /// <summary>Each field that is filled in, in the order of the form.</summary>
    public IEnumerable<(string Name, string Value)> Fields =>
        new (string Name, string? Value)[]
        {
            ("Task", Mark(OnTask)), ("Goal", Mark(OnGoal)), ("Bond", Mark(OnBond)), ("Fairness", Mark(OnFairness)),
            ("Tension", Tension is null ? "no" : "yes"), ("TensionStrength", Mark(Tension?.Strength)), ("TensionCleared", Mark(Tension?.Cleared)),
            ("TensionWords", Tension?.Words), ("MaySpeak", Tension?.MaySpeak), ("Care", Care), ("Expectation", Expects), ("StillOpen", StillOpen),
        }.Where(one => one.Value is not null).Select(one => (one.Name, one.Value!));

    /// <summary>By hand, one after the other.</summary>
    public async Task FillInAsync(IPage page)
    {
        foreach (var (name, value) in Fields)
        {
            if (name == "TensionWords")
                await page.EnterAsync(name, value);
            else
                await page.ChooseAsync(name, value);
        }
    }

    private static string? Mark(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Tension as a partner tells it; strength and cleared 1 to 5. Words may stay empty.</summary>
internal sealed record TensionTold(int Strength, int Cleared, string MaySpeak, string? Words);
