using System.Collections;
using System.Text.RegularExpressions;
using Attune.App.Asking;
using Attune.App.Tests.Support;
using Attune.Method.Cases;

namespace Attune.App.Tests.Asking;

public sealed partial class CheckInTextTests
{
    /// <summary>Asked by their names, in a list.</summary>
    private static readonly string[] Ratings = ["Task", "Goal", "Bond", "Fairness", "Safety", "WithinCouple"];

    /// <summary>Where there is no page any more: named by the fault page.</summary>
    private static readonly string[] Faults = ["LaterText", "FormOld", "Fault"];

    /// <summary>Of these the answers are those of two others.</summary>
    private static readonly string[] AtHome = ["CareAtHome", "ExpectationAtHome"];

    private static readonly Dictionary<string, Type> Choices = new()
    {
        ["Care"] = typeof(CareAnswer),
        ["Expectation"] = typeof(ExpectationAnswer),
        ["StillOpen"] = typeof(StillOpenAnswer),
        ["SinceLastTime"] = typeof(SinceLastTimeAnswer),
        ["MaySpeak"] = typeof(SpeakPermission),
    };

    [Fact]
    public void Words_EveryKeyInUse_AreThereAndNotEmpty() => Assert.All(Used(), key => Assert.False(string.IsNullOrWhiteSpace(CheckInText.Of(key))));

    [Fact]
    public void Words_EveryKeyThatIsThere_IsInUse() => Assert.Empty(There().Except(Used()));

    [Fact]
    public void Words_EveryAnswerThatTheFormOffers_IsToldFromTheOthers() => Assert.All(Choices, choice =>
    {
        var words = Enum.GetNames(choice.Value).Select(value => CheckInText.Of($"{choice.Key}.{value}")).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    });

    [Fact]
    public void Choices_OfTheSource_AreTheOnesLookedAt() =>
        Assert.Equal(Choices.Select(choice => $"{choice.Value.Name} {choice.Key}").Order(), Picks().Distinct().Order());

    [Fact]
    public void Words_OfNoSuchKey_AreABugAndNoEmptyLabel() => Assert.Throws<KeyNotFoundException>(() => CheckInText.Of("NoSuchKey"));

    private static IEnumerable<string> There() =>
        CheckInText.Words.All(PartnerLanguage.English).Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    private static HashSet<string> Used() =>
    [
        .. Sources().SelectMany(text => Literal().Matches(text)).Select(match => match.Groups["key"].Value),
        .. Ratings,
        .. Faults,
        .. AtHome,
        .. Choices.SelectMany(choice => Enum.GetNames(choice.Value).Select(value => $"{choice.Key}.{value}").Append(choice.Key)),
    ];

    private static IEnumerable<string> Picks() =>
        Sources().SelectMany(text => Pick().Matches(text)).Select(match => $"{match.Groups["type"].Value} {match.Groups["key"].Value}");

    private static IEnumerable<string> Sources()
    {
        // What nobody was given is read by a partner too.
        return Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/Attune.App/Asking")).Append(Path.Combine(Checkout.Root, "src/Attune.App/Door/NotKnownPage.razor")).Where(file => Path.GetExtension(file) is ".razor" or ".cs").Select(File.ReadAllText);
    }

    [GeneratedRegex("""\b(?:T|Of)\((?:\w+, )?"(?<key>[\w.]+)"[,)]""")]
    private static partial Regex Literal();

    [GeneratedRegex("""Pick<(?<type>\w+)>\("(?<key>\w+)"\)""")]
    private static partial Regex Pick();
}
