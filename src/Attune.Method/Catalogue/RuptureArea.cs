namespace Attune.Method.Catalogue;

/// <summary>Where an alliance can break, as each partner senses it (Bordin, 1979; the article's three areas).</summary>
public enum RuptureArea
{
    Task = 1,
    Goal = 2,
    Bond = 3,
}
