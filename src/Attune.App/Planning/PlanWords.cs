using Attune.Method.Anticipation;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.App.Planning;

/// <summary>The words for the map, the plan and the brief.</summary>
internal static class PlanWords
{
    /// <summary>Under every figure or word that rests on the prior alone.</summary>
    public const string OwnWeights = "our own weights, not measured";

    public static string Of(Likelihood likelihood) => likelihood switch
    {
        Likelihood.More => "more than usual",
        Likelihood.Less => "less than usual",
        _ => "about usual",
    };

    public static string Area(RuptureArea area) => area switch
    {
        RuptureArea.Task => "what we do",
        RuptureArea.Goal => "what we do it for",
        _ => "how we are with each other",
    };

    public static string Schema(MethodCatalogue catalogue, string code) => catalogue.TryGetSchema(code, out var schema) ? schema.PlainName : code;

    public static string Technique(MethodCatalogue catalogue, string code) =>
        catalogue.TryGetTechnique(code, out var technique) ? technique.PlainName : catalogue.TryGetOccasion(code, out var occasion) ? occasion.PlainName : code;

    /// <summary>For whom a planned technique or occasion may be too much, why, and what else could be done.</summary>
    public static string Of(PlanFit fit, MethodCatalogue catalogue)
    {
        if (!fit.IsOffered)
            return $"{Technique(catalogue, fit.Code)} is not offered at the moment. What happened can be noted all the same.";
        var said = TooMuch(fit, catalogue);
        if (fit.StartAtStep is { } step)
            said += $" Start at step {step} of its ladder.";
        if (fit.Alternatives is [var other, ..])
            said += $" Or, with the same aim: {Technique(catalogue, other.Code).ToLowerInvariant()}.";
        return said;
    }

    /// <summary>
    /// All of one partner's on paper, in a line: the same under a safety flag as without one. Why, and what is offered instead, stays on the screen.
    /// Null when there is nothing to be said.
    /// </summary>
    public static string? OnPaper(IEnumerable<PlanFit> fits, MethodCatalogue catalogue)
    {
        var names = fits.Where(fit => fit.IsOnPaper && !fit.IsKept).Select(fit => Named(fit.Code, catalogue)).ToList();
        return names.Count == 0 ? null : $"May be too much: {string.Join(", ", names)}.";
    }

    private static string Named(string code, MethodCatalogue catalogue) =>
        catalogue.TryGetTechnique(code, out var technique) ? technique.PlainName.ToLowerInvariant() : $"“{Technique(catalogue, code)}”";

    private static string TooMuch(PlanFit fit, MethodCatalogue catalogue)
    {
        var why = string.Join(" and ", fit.Schemas.Take(3).Select(code => $"“{Schema(catalogue, code).ToLowerInvariant()}”"));
        if (!catalogue.TryGetTechnique(fit.Code, out _))
            return $"“{Technique(catalogue, fit.Code)}” touches {why}.";
        return why.Length > 0
            ? $"{Technique(catalogue, fit.Code)} may be too much: it touches {why}."
            : $"{Technique(catalogue, fit.Code)} may be too much: little comfort with it.";
    }

    /// <summary>What is offered in its place depends on a safety flag, and stays on the screen.</summary>
    public static string Of(SameTechniqueAgain again, MethodCatalogue catalogue)
    {
        var others = string.Join(" or ", again.Alternatives.Take(2).Select(code => Technique(catalogue, code).ToLowerInvariant()));
        return OnPaper(again, catalogue) + (others.Length > 0 ? $" Offer another way: {others}?" : "");
    }

    public static string OnPaper(SameTechniqueAgain again, MethodCatalogue catalogue)
    {
        var times = again.Times switch { 3 => "three times", 4 => "four times", var n => $"{n} times" };
        return $"{Technique(catalogue, again.Code)}: the same technique {times}, and the answer to “what we did suited me” fell {(again.Falls == 2 ? "twice" : $"{again.Falls} times")} running.";
    }

    public static string Of(SpeakPermission permission) => permission switch
    {
        SpeakPermission.WhenWeAreThree => "told you something; you may speak of it when you are three",
        SpeakPermission.OnlyWithMeAlone => "told alone",
        _ => "told you something and asks you only to know it",
    };

    public static string Of(UnsettledReason reason) => reason switch
    {
        UnsettledReason.Unanswered => "not answered yet",
        UnsettledReason.NotDecidedYet => "you do not know yet",
        _ => "answered with a yes and with a no",
    };

    public static string Telling(Telling telling) => telling switch
    {
        Method.Catalogue.Telling.Told => "will probably tell you",
        Method.Catalogue.Telling.Silent => "will probably not tell you",
        _ => "will say nothing for a long while, then everything at once",
    };

    public static string Family(ModeFamily? family, MethodCatalogue catalogue) =>
        catalogue.Families.FirstOrDefault(one => one.Family == family)?.PlainName ?? "not clear yet";

    /// <summary>What a contribution comes from.</summary>
    public static string Of(Contribution reason, MethodCatalogue catalogue) =>
        reason.Of is { } of ? Technique(catalogue, of)
        : reason.Schema is { } schema ? Schema(catalogue, schema)
        : catalogue.Forecast.Terms.FirstOrDefault(term => term.Code == reason.Term)?.PlainName ?? reason.Term;

    public static string Of(MissingInput missing, MethodCatalogue catalogue)
    {
        var term = missing.Term switch
        {
            "level" => "an answer to a check-in",
            "technique" => "a plan",
            "schema-level" when missing.Detail is null => "scores of early schemas",
            "comfort" => "comfort with",
            "pull" => "your own profile",
            "split" => "two answers to one session",
            var code => (catalogue.Forecast.Terms.FirstOrDefault(one => one.Code == code)?.Name ?? code).ToLowerInvariant(),
        };
        return missing.Detail is null ? term : $"{term} {(missing.Term is "comfort" ? Technique(catalogue, missing.Detail).ToLowerInvariant() : $"({Schema(catalogue, missing.Detail).ToLowerInvariant()})")}";
    }
}
