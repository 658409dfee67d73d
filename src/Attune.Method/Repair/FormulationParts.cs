using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Repair;

/// <summary>The parts of a formulation in the order of the page: what is seen, whose voice, who is hurt, what is needed (article-map row 29).</summary>
public enum FormulationPartKind
{
    CopingMode = 1,
    ParentMode = 2,
    ChildMode = 3,
    Need = 4,
}

/// <summary>One part. <paramref name="Value"/>: a mode's code, or the need in words; null: not clear yet.</summary>
public sealed record FormulationPart(FormulationPartKind Kind, string? Value);

public static class FormulationParts
{
    /// <summary>All four, always, in the order of the page.</summary>
    public static ImmutableArray<FormulationPart> Of(RuptureFormulation formulation) =>
    [
        new(FormulationPartKind.CopingMode, formulation.CopingMode),
        new(FormulationPartKind.ParentMode, formulation.ParentMode),
        new(FormulationPartKind.ChildMode, formulation.ChildMode),
        new(FormulationPartKind.Need, formulation.Need),
    ];
}
