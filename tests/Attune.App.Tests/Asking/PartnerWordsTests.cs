using System.Collections;
using System.Text.RegularExpressions;
using Attune.App.Asking;
using Attune.App.Repairing;
using Attune.App.SelfReports;
using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Microsoft.AspNetCore.Http;

namespace Attune.App.Tests.Asking;

/// <summary>What a partner reads is whole in each language: the same keys, the same places to fill in, and nothing left in English.</summary>
public sealed partial class PartnerWordsTests
{
    /// <summary>Written alike in both on purpose.</summary>
    private static readonly HashSet<(string Language, string Key)> Alike = [("es", "Tension.No"), ("es", "Care.No"), ("de", "Passphrase")];

    public static TheoryData<string, string> Sets
    {
        get
        {
            var sets = new TheoryData<string, string>();
            foreach (var language in PartnerLanguage.All)
            {
                sets.Add("check-in", language.Code);
                sets.Add("card", language.Code);
                sets.Add("self-report", language.Code);
                sets.Add("ways", language.Code);
            }

            return sets;
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public void Words_EachLanguage_LacksNothing(string page, string language) =>
        Assert.Empty(Faults(In(page, "en"), In(page, language), language));

    /// <summary>A key too few, one too many, a lost place, an empty label and English left over are each found.</summary>
    [Theory]
    [InlineData("Send=Senden", "lacks Kept")]
    [InlineData("Send=Senden;Kept=Bis {0}.;More=Mehr", "has More")]
    [InlineData("Send=Senden;Kept=Bis hier.", "places of Kept")]
    [InlineData("Send= ;Kept=Bis {0}.", "empty Send")]
    [InlineData("Send=Send;Kept=Bis {0}.", "English Send")]
    public void Specimen_FaultyTranslation_IsFound(string translated, string fault)
    {
        var english = new Dictionary<string, string> { ["Send"] = "Send", ["Kept"] = "Up to {0}." };

        Assert.Contains(fault, Faults(english, translated.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), "de"));
    }

    [Fact]
    public void Card_EveryStepThatItMayShow_HasASentenceInEachLanguage()
    {
        // Theirs alone: the other four are the therapist's own or the other partner's too.
        var shown = Enum.GetValues<RepairStepKind>().Except(
            [RepairStepKind.Steadied, RepairStepKind.DisclosedJudiciously, RepairStepKind.HeldTheWitness, RepairStepKind.CarriedOverToTheCouple]);

        foreach (var language in PartnerLanguage.All)
            Assert.Equal(shown.Select(kind => $"Did.{kind}").Order(), In("card", language.Code).Keys.Where(key => key.StartsWith("Did.", StringComparison.Ordinal)).Order());
        Assert.All(PartnerLanguage.All, language => Assert.Equal(3, CardText.Fits(language).Distinct().Count()));
    }

    [Theory]
    [InlineData("/check-in", "", null, "en")]
    [InlineData("/check-in", "?lang=nl", "de", "nl")]
    [InlineData("/check-in", "?lang=fr", "de", "en")]
    [InlineData("/check-in", "", "de-DE,de;q=0.9", "en")]
    [InlineData("/handed-back", "?lang=es", null, "es")]
    [InlineData("/your-part", "?mine=yes&page=2&lang=nl", "de", "nl")]
    [InlineData("/your-part", "", "de", "en")]
    [InlineData("/not-known", "", "de-AT,de;q=0.9", "de")]
    [InlineData("/not-known", "?lang=es", "de", "es")]
    [InlineData("/c/AAAA", "", "fr,de-AT;q=0.7,es;q=0.9", "es")]
    [InlineData("/c/AAAA", "", "fr", "en")]
    [InlineData("/c/AAAA", "", "de;q=0,nl;q=0.1", "nl")]
    [InlineData("/c/AAAA", "?lang=en", "de", "en")]
    [InlineData("/couples/1/ruptures/2/card", "?for=a&lang=de", "es", "de")]
    [InlineData("/couples/1", "?lang=de", "de", "en")]
    [InlineData("/me/cards", "?lang=de", "de", "en")]
    public void Language_OfARequest_IsTheAddressesAndForALinkTheBrowsers(string path, string query, string? accepted, string expected)
    {
        var http = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString(query) } };
        if (accepted is not null)
            http.Request.Headers.AcceptLanguage = accepted;

        Assert.Equal(expected, PartnerLanguage.Of(http).Code);
    }

    /// <summary>A refusal's own text is the therapist's: none of it reaches a partner, and each says what it is about.</summary>
    [Theory]
    [InlineData("PRA020", "Task", "1")]
    [InlineData("PRA020", "TensionStrength", "5")]
    [InlineData("PRA021", "Care", null)]
    [InlineData("APP001", "StillOpen", null)]
    [InlineData("PRA022", "TensionWords", "2000")]
    [InlineData("PRA012", null, null)]
    [InlineData("ASK001", null, null)]
    public void Refusal_WhateverItSays_IsReadInTheLanguage(string code, string? field, string? holds)
    {
        foreach (var language in PartnerLanguage.All)
        {
            var text = CheckInText.Of(language, new Refusal(code, "The record of Alma and Bo.", field));
            Assert.DoesNotContain("Alma", text, StringComparison.Ordinal);
            Assert.Contains(holds ?? "", text, StringComparison.Ordinal);
            Assert.Contains(field is null ? "" : CheckInText.Of(language, field), text, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> In(string page, string language) =>
        (page switch { "card" => CardText.Words, "self-report" => SelfReportText.Words, "ways" => SelfReportText.Ways, _ => CheckInText.Words }).All(PartnerLanguage.Find(language)!)
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static List<string> Faults(Dictionary<string, string> english, Dictionary<string, string> translated, string language) =>
    [
        .. english.Keys.Except(translated.Keys).Select(key => $"lacks {key}"),
        .. translated.Keys.Except(english.Keys).Select(key => $"has {key}"),
        .. translated.Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => $"empty {word.Key}"),
        .. translated.Where(word => english.TryGetValue(word.Key, out var original) && !Places(original).SequenceEqual(Places(word.Value))).Select(word => $"places of {word.Key}"),
        .. translated.Where(word => language != "en" && english.GetValueOrDefault(word.Key) == word.Value && !Alike.Contains((language, word.Key))).Select(word => $"English {word.Key}"),
    ];

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
