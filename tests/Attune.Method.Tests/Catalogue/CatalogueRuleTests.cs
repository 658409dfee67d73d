namespace Attune.Method.Tests.Catalogue;

/// <summary>Rules that look across entries, each with a specimen that must fail.</summary>
public sealed class CatalogueRuleTests
{
    public const string Mode = """
        modes:
          - code: specimen-child
            name: Specimen Child
            plain-name: A side of you
            group: child
            form-of: vulnerable-child
            family: open
            summary:
              clinical: A specimen.
              plain: A side of you.
            source: Attune, 2026
            standing: our-proposal
        """;

    [Theory]
    [InlineData("surrender")]
    [InlineData("avoidance")]
    [InlineData("overcompensation")]
    public void Portrait_WithoutAWayOfCoping_IsAFault(string way)
    {
        var spoilt = Specimen.Portrait.With($"    {way}:\n", $"    {way}-not:\n");

        var faults = Specimen.Faults(spoilt);

        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Message == $"'{way}' is missing." && fault.Line == spoilt.LineOf("- schema: ed") && fault.Entry == "portrait ed");
        Assert.Contains(faults, fault => fault.Line == spoilt.LineOf($"{way}-not:"));
    }

    [Theory]
    [InlineData("- { channel: words,", "- { channel: smell, text: A scent. }\n      - { channel: words,", "There is no channel 'smell'.", "channel: smell")]
    [InlineData("child-modes: [lonely-child, angry-child]", "child-modes: [lonely-child, nobody]", "There is no mode 'nobody'.", "lonely-child, nobody")]
    [InlineData("child-modes: [lonely-child, angry-child]", "child-modes: []", "'child-modes' is empty.", "child-modes")]
    [InlineData("child-modes: [lonely-child, angry-child]", "child-modes: [clown]", "'child-modes' names 'clown', which is a coping mode.", "- schema: ed")]
    [InlineData("modes: [attention-seeker]", "modes: [happy-child]", "'overcompensation' names 'happy-child', which is a healthy mode.", "- schema: ed")]
    [InlineData("code: siding", "code: forgotten-detail", "The trigger 'forgotten-detail' occurs twice.", "- schema: ed")]
    [InlineData("telling: silent", "telling: sometimes", "'telling' is 'sometimes', not one of: told, silent, silent-until-sudden.", "telling: sometimes")]
    [InlineData("by-attune: yes", "by-attune: perhaps", "'by-attune' is 'perhaps', not yes or no.", "by-attune")]
    [InlineData("- schema: ed", "- schema: zz", "There is no schema 'zz'.", "- schema: zz")]
    public void Portrait_OneThingWrong_GivesThatFaultAndLine(string before, string after, string message, string at)
    {
        var spoilt = Specimen.Portrait.With(before, after);

        var faults = Specimen.Faults(spoilt).DistinctBy(fault => (fault.Message, fault.Entry)).Where(fault => fault.Message == message);

        Assert.Equal(spoilt.LineOf(at), Assert.Single(faults).Line);
        Assert.All(Specimen.Faults(spoilt), fault => Assert.Equal(message, fault.Message));
    }

    [Fact]
    public void Portrait_ChannelWithoutASign_IsAFault()
    {
        var lines = Specimen.Portrait.Split('\n').Where(line => !line.Contains("channel: timing", StringComparison.Ordinal));

        Assert.Equal("No early sign for the channel 'timing'.", Assert.Single(Specimen.Faults(string.Join('\n', lines))).Message);
    }

    [Fact]
    public void Mode_Valid_HasNoFault() => Assert.Empty(Specimen.Faults(Mode));

    [Fact]
    public void Mode_WithoutAFamily_IsAFaultUnlessItIsAParentMode()
    {
        var without = Mode.With("    family: open\n", "");

        Assert.Equal((2, "'family' is missing: only a parent mode may be without one."), LineAndMessage(without));
        Assert.Empty(Specimen.Faults(without.With("group: child", "group: parent")));
    }

    [Theory]
    [InlineData("form-of: vulnerable-child", "form-of: nobody", 6, "There is no mode 'nobody'.")]
    [InlineData("form-of: vulnerable-child", "form-of: lonely-child", 2, "'specimen-child' is a form of 'lonely-child', which is itself only a form.")]
    [InlineData("form-of: vulnerable-child", "inventory-place: 3", 2, "Place 3 of the inventory is taken by 'enraged-child'.")]
    [InlineData("form-of: vulnerable-child", "inventory-place: 15", 6, "'inventory-place' is '15', not a whole number from 1 to 14.")]
    [InlineData("family: open", "family: closed", 7, "'family' is 'closed', not one of: open, protest, attack, detach, surrender, healthy.")]
    [InlineData("family: open", "family: open\n    group-2021: coping", 8, "'group-2021' is 'coping', not one of: child, norm-setting, avoidance, inversion, healthy.")]
    [InlineData("family: open", "family: open\n    schemas: [zz]", 8, "There is no schema 'zz'.")]
    [InlineData("group: child", "group: toddler", 5, "'group' is 'toddler', not one of: child, parent, coping, healthy.")]
    public void Mode_OneThingWrong_GivesThatFaultAndLine(string before, string after, int line, string message)
    {
        Assert.Equal((line, message), LineAndMessage(Mode.With(before, after)));
    }

    [Fact]
    public void Technique_AlternativeUnknown_IsAFault()
    {
        var techniques = Specimen.Shipped("- code: chair-work\n");
        var spoilt = techniques.With("alternatives: [mode-cards]", "alternatives: [mode-cards, trapeze]");

        Assert.Equal((spoilt.LineOf("trapeze"), "There is no technique 'trapeze'."), LineAndMessage(spoilt));
    }

    [Fact]
    public void Technique_AlternativeToItself_IsAFault()
    {
        var techniques = Specimen.Shipped("- code: chair-work\n");
        var spoilt = techniques.With("alternatives: [mode-cards, letter-to-a-part]", "alternatives: [mode-cards, chair-work]");

        Assert.Equal((spoilt.LineOf("- code: chair-work\n"), "'chair-work' is named as an alternative to itself."), LineAndMessage(spoilt));
    }

    [Fact]
    public void Sensitivities_OneSchemaTwice_IsAFault() =>
        Assert.Equal(
            (2, "'sensitivities' names the schema 'ed' twice."),
            LineAndMessage(Specimen.Occasion.With("      - { schema: ed, weight: 0.5 }", "      - { schema: ed, weight: 0.5 }\n      - { schema: ED, weight: 0.1 }")));

    [Fact]
    public void Clash_OfTwoFamiliesThatHaveOne_IsAFaultInEitherOrder()
    {
        var clashes = Specimen.Shipped("- code: detach-detach\n");
        var spoilt = clashes.With("- code: detach-surrender\n    one: detach\n    other: surrender\n", "- code: another\n    one: surrender\n    other: detach\n");

        Assert.Equal((spoilt.LineOf("- code: another"), "The same two families as in 'detach-surrender'."), LineAndMessage(spoilt));
    }

    [Fact]
    public void Coping_WithoutAModeAndWithoutAsIs_IsAFault()
    {
        var spoilt = Specimen.Portrait.With("modes: [attention-seeker]", "modes: []");

        Assert.Equal((spoilt.LineOf("- schema: ed"), "'overcompensation' names no coping mode and does not say 'as-is: yes'."), LineAndMessage(spoilt));
        Assert.Empty(Specimen.Faults(spoilt.With("modes: []", "as-is: yes")));
    }

    [Fact]
    public void Blame_RulingOutSomethingUnknown_IsAFault()
    {
        var blames = Specimen.Shipped("- code: reports-abuse\n");
        var spoilt = blames.With("rule-out-first: [reports-abuse]", "rule-out-first: [reports-abuse, hearsay]");

        Assert.Equal((spoilt.LineOf("hearsay"), "There is no blame 'hearsay'."), LineAndMessage(spoilt));
    }

    [Theory]
    [InlineData("one: protest", "one: shouting", "'one' is 'shouting', not one of: open, protest, attack, detach, surrender, healthy.")]
    [InlineData("safety: ask-leaving", "safety: perhaps", "'safety' is 'perhaps', not one of: none, screen-violence, screen-alone, stop-now, ask-leaving, flat-answers.")]
    [InlineData("seat-families: [surrender]", "seat-families: [throne]", "'seat-families' is 'throne', not one of: open, protest, attack, detach, surrender, healthy.")]
    public void Clash_OneThingWrong_IsAFaultAtEachPlace(string before, string after, string message) =>
        Assert.All(Specimen.Faults(Specimen.Shipped("- code: detach-detach\n").With(before, after)), fault => Assert.Equal(message, fault.Message));

    private static (int? Line, string Message) LineAndMessage(string text)
    {
        var fault = Assert.Single(Specimen.Faults(text));
        return (fault.Line, fault.Message);
    }
}
