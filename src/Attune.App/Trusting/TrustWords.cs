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

    public static string Moments(int count) => count switch { 0 => "no tested moment", 1 => "1 tested moment", var n => $"{n} tested moments" };

    public static string Times(int count) => count switch { 1 => "Once", 2 => "Twice", var n => $"{n} times" };
}
