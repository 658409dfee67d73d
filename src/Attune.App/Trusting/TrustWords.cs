using System.Globalization;
using Attune.Method.Trust;

namespace Attune.App.Trusting;

/// <summary>The words of the trust page.</summary>
internal static class TrustWords
{
    public static string Of(TrustReading reading)
    {
        var word = reading.Word switch
        {
            TrustWord.TooEarly => "too early",
            TrustWord.Trust => "trust",
            TrustWord.NotBelievedYet => "not believed yet",
            TrustWord.CannotBeReliedOnYet => "cannot be relied on yet",
            TrustWord.Hoping => "hoping",
            TrustWord.PredictableNotTrust => "predictable, not trust",
            _ => reading.Word.ToString(),
        };
        return reading.IsLeaning ? $"leaning: {word}" : word;
    }

    public static string Meaning(TrustWord word) => word switch
    {
        TrustWord.TooEarly => "Fewer than four tested moments, or no forecast yet.",
        TrustWord.Trust => "Care came, they expect it, and the expectation fits.",
        TrustWord.NotBelievedYet => "Care came, and they do not count on it yet.",
        TrustWord.CannotBeReliedOnYet => "Care came unevenly. That is ours to mend.",
        TrustWord.Hoping => "They hope for more than came.",
        TrustWord.PredictableNotTrust => "They expect little, and little came. That is ours to mend.",
        _ => "",
    };

    public static string Shown(double? value) => value is { } known ? known.ToString("0.00", CultureInfo.InvariantCulture) : "not known";

    /// <summary>How much the tested moments tell, with the spread of how care came.</summary>
    public static string Known(CareKnowledge known)
    {
        var words = known.InWords switch
        {
            HowMuchWeKnow.HardlyAnything => "hardly anything is known yet",
            HowMuchWeKnow.ALittle => "a little is known",
            _ => "a fair amount is known",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{words} (± {known.Width:0.00})");
    }

    /// <summary>Null when nothing was raised.</summary>
    public static string? Raised(RaisedTensions raised) => raised switch
    {
        { Unasked: 0, InTheCheckIn: 0 } => null,
        { InTheCheckIn: 0 } => $"{Times(raised.Unasked)} they raised it themselves: a sign of trust.",
        { Unasked: 0 } => $"{Times(raised.InTheCheckIn)} they told of a tension in the check-in.",
        _ => $"{Times(raised.Unasked)} they raised it themselves: a sign of trust. {Times(raised.InTheCheckIn)} they told of a tension in the check-in.",
    };

    public static string Between(CareBetween care, string nameOfA, string nameOfB) => care switch
    {
        { Difference: not { } } => "Too early to compare: it takes four tested moments with each.",
        { Difference: var difference and < 0, Uncertainty: var spread } => Said(nameOfB, nameOfA, -difference.Value, spread!.Value),
        { Difference: var difference, Uncertainty: var spread } => Said(nameOfA, nameOfB, difference!.Value, spread!.Value),
    };

    private static string Said(string more, string less, double difference, double spread) => difference < 0.005
        ? string.Create(CultureInfo.InvariantCulture, $"Care came alike to both (± {spread:0.00}).")
        : string.Create(CultureInfo.InvariantCulture, $"Care came to {more} by {difference:0.00} more than to {less} (± {spread:0.00}).");

    public static string Moments(int count) => count switch { 0 => "no tested moment", 1 => "1 tested moment", var n => $"{n} tested moments" };

    public static string Times(int count) => count switch { 1 => "Once", 2 => "Twice", var n => $"{n} times" };
}
