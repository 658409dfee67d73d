namespace Attune.Method.Catalogue;

/// <summary>The same thing said twice: for a colleague, and in words that could be said to the person it is about.</summary>
/// <param name="Plain">The default on whatever can be printed, shown or released. Holds no forbidden word.</param>
public sealed record TwoWordings(string Clinical, string Plain);

/// <summary>What the <em>idea</em> of an entry rests on. The wording is always the project's own.</summary>
public enum Standing
{
    /// <summary>Found in the literature named as source.</summary>
    Published = 1,

    /// <summary>Found in the article that the program implements.</summary>
    Article = 2,

    /// <summary>The project's own clinical judgement; a page that shows it says so.</summary>
    OurProposal = 3,
}

/// <summary>What every entry of the catalogue has: a code that events store, a name, and what it rests on.</summary>
public interface ICatalogueEntry
{
    /// <summary>Lower-case, stable, stored in the record. Never shown to a partner.</summary>
    string Code { get; }

    /// <summary>The field's own name, for a colleague. May hold words that no partner should read.</summary>
    string Name { get; }

    /// <summary>The name in words that could be said to the person.</summary>
    string PlainName { get; }

    /// <summary>Author and year.</summary>
    string Source { get; }

    Standing Standing { get; }
}

/// <summary>How much a technique or an occasion touches one schema.</summary>
/// <param name="Schema">Code of an early schema.</param>
/// <param name="Weight">In [0, 1]: 0 not at all, 1 as much as anything can.</param>
public sealed record SchemaSensitivity(string Schema, double Weight);
