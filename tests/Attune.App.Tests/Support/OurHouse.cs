namespace Attune.App.Tests.Support;

/// <summary>A practice's own catalogue file.</summary>
internal static class OurHouse
{
    public const string Fee = """
        occasions:
          - code: fee
            name: Fee of our house
            plain-name: What our house asks for
            summary:
              clinical: The fee is spoken of.
              plain: We speak of what it costs.
            prepare: Lay the list of fees on the small table.
            first-sentence: Shall we speak of the fee?
            strengths: { task: 0.1, goal: 0.1, bond: 0.1 }
            sensitivities:
              - { schema: ed, weight: 0.5 }
            source: Our house, 2026
            standing: our-proposal
        """;
}
