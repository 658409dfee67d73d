using Attune.Method.Catalogue;

namespace Attune.Method.Tests.Catalogue;

/// <summary>Rules that look across entries, each with a specimen that must fail.</summary>
public sealed class CatalogueRuleTests
{
    private const string Mode = """
        modes:
          - code: specimen-child
            name: Specimen Child
            plain-name: A side of you
            group: child
            form-of: vulnerable-child
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

    [Theory]
    [InlineData("form-of: vulnerable-child", "form-of: nobody", 6, "There is no mode 'nobody'.")]
    [InlineData("form-of: vulnerable-child", "form-of: lonely-child", 2, "'specimen-child' is a form of 'lonely-child', which is itself only a form.")]
    [InlineData("form-of: vulnerable-child", "inventory-place: 3", 2, "Place 3 of the inventory is taken by 'enraged-child'.")]
    [InlineData("form-of: vulnerable-child", "inventory-place: 15", 6, "'inventory-place' is '15', not a whole number from 1 to 14.")]
    [InlineData("group: child", "group: toddler", 5, "'group' is 'toddler', not one of: child, parent, coping, healthy.")]
    public void Mode_OneThingWrong_GivesThatFaultAndLine(string before, string after, int line, string message)
    {
        var fault = Assert.Single(Specimen.Faults(Mode.With(before, after)));

        Assert.Equal((line, message), (fault.Line, fault.Message));
    }

    [Fact]
    public void Technique_AlternativeUnknown_IsAFault()
    {
        var techniques = CatalogueLoader.BuiltInFiles.Single(file => file.Text.StartsWith("techniques:", StringComparison.Ordinal)).Text;
        var spoilt = techniques.With("alternatives: [mode-cards]", "alternatives: [mode-cards, trapeze]");

        var fault = Assert.Single(Specimen.Faults(spoilt));

        Assert.Equal((spoilt.LineOf("trapeze"), "There is no technique 'trapeze'."), (fault.Line, fault.Message));
    }
}
