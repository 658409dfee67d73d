using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Attune.Method.Catalogue.Reading;

/// <summary>What can only be judged when every file is read: references, groups, completeness, forbidden words.</summary>
internal static class CatalogueRules
{
    public static void Judge(CatalogueReading reading)
    {
        JudgeReferences(reading);
        JudgeForms(reading);
        JudgeInventory(reading);
        foreach (var (_, at, portrait) in reading.Portraits.Entries)
        {
            JudgePortrait(reading, at, portrait);
        }

        JudgePlans(reading);
        JudgeClashes(reading);
        JudgeForecast(reading);
        JudgePlainTexts(reading);
    }

    private static void JudgeForecast(CatalogueReading reading)
    {
        var nowhere = new Place("forecast.yaml", null, "");
        foreach (var missing in ForecastTerm.KnownCodes.Where(code => !reading.ForecastTerms.Has(code)))
        {
            reading.Notes.Fault(nowhere, $"The forecast term '{missing}' is missing.");
        }

        foreach (var (code, at, _) in reading.ForecastTerms.Entries.Where(term => !ForecastTerm.KnownCodes.Contains(term.Code)))
        {
            reading.Notes.Fault(at, $"The program gives no value to a term '{code}'; known: {string.Join(", ", ForecastTerm.KnownCodes)}.");
        }

        if (reading.ForecastReferences.Entries is [])
        {
            reading.Notes.Fault(nowhere, "There is no forecast reference.");
        }

        foreach (var (_, at, _) in reading.ForecastReferences.Entries.Skip(1))
        {
            reading.Notes.Fault(at, $"There can be one forecast reference only, and '{reading.ForecastReferences.Entries[0].Code}' is one already.");
        }

        foreach (var (_, at, reference) in reading.ForecastReferences.Entries)
        {
            if (Math.Abs(reference.Shares.Task + reference.Shares.Goal + reference.Shares.Bond - 1) > 1e-9)
            {
                reading.Notes.Fault(at, "The shares of the areas do not add up to 1.");
            }
        }
    }

    private static void JudgePlans(CatalogueReading reading)
    {
        foreach (var (code, at, _) in reading.Techniques.Entries.Where(entry => entry.Value.Alternatives.Any(other => SameCode(other, entry.Code))))
        {
            reading.Notes.Fault(at, $"'{code}' is named as an alternative to itself.");
        }

        // Counted twice, a schema would weigh twice in the forecast.
        var sensitivities = reading.Techniques.Entries.Select(entry => (entry.At, entry.Value.Sensitivities))
            .Concat(reading.Occasions.Entries.Select(entry => (entry.At, entry.Value.Sensitivities)));
        foreach (var (at, all) in sensitivities)
        {
            foreach (var twice in all.GroupBy(each => each.Schema, StringComparer.OrdinalIgnoreCase).Where(group => group.Key.Length > 0 && group.Count() > 1))
            {
                reading.Notes.Fault(at, $"'sensitivities' names the schema '{twice.Key}' twice.");
            }
        }
    }

    /// <summary>Of two clashes between the same families, the second would never be found.</summary>
    private static void JudgeClashes(CatalogueReading reading)
    {
        var taken = new Dictionary<(ModeFamily, ModeFamily?), string>();
        foreach (var (code, at, clash) in reading.Clashes.Entries)
        {
            var pair = clash.Other < clash.One ? (clash.Other.Value, clash.One) : (clash.One, clash.Other);
            if (!taken.TryAdd(pair, code))
            {
                reading.Notes.Fault(at, $"The same two families as in '{taken[pair]}'.");
            }
        }
    }

    private static void JudgeReferences(CatalogueReading reading)
    {
        foreach (var (at, kind, code) in reading.Notes.References)
        {
            var known = kind switch
            {
                EntryKind.Schema => reading.Schemas.Has(code),
                EntryKind.Mode => reading.Modes.Has(code),
                EntryKind.Technique => reading.Techniques.Has(code),
                EntryKind.Channel => reading.Channels.Has(code),
                EntryKind.Blame => reading.Blames.Has(code),
                _ => throw new InvalidOperationException($"No shelf for {kind}."),
            };
            if (!known)
            {
                reading.Notes.Fault(at, $"There is no {kind.ToString().ToLowerInvariant()} '{code}'.");
            }
        }
    }

    private static void JudgeForms(CatalogueReading reading)
    {
        foreach (var (code, at, mode) in reading.Modes.Entries)
        {
            if (mode.Family is null && mode.Group != SchemaModeGroup.Parent)
            {
                reading.Notes.Fault(at, "'family' is missing: only a parent mode may be without one.");
            }

            if (mode.FormOf is { } wider && reading.Modes.Find(wider)?.FormOf is not null)
            {
                reading.Notes.Fault(at, $"'{code}' is a form of '{wider}', which is itself only a form.");
            }
        }
    }

    private static void JudgeInventory(CatalogueReading reading)
    {
        var taken = new Dictionary<int, string>();
        foreach (var (code, at, mode) in reading.Modes.Entries)
        {
            if (mode.InventoryPlace is { } place && !taken.TryAdd(place, code))
            {
                reading.Notes.Fault(at, $"Place {place} of the inventory is taken by '{taken[place]}'.");
            }
        }
    }

    private static void JudgePortrait(CatalogueReading reading, Place at, SchemaPortrait portrait)
    {
        JudgeGroup(reading, at, portrait.ChildModes, SchemaModeGroup.Child, "child-modes");
        JudgeGroup(reading, at, portrait.ParentModes, SchemaModeGroup.Parent, "parent-modes");
        foreach (var way in portrait.WaysOfCoping)
        {
            var style = way.Style.ToString().ToLowerInvariant();
            JudgeGroup(reading, at, way.Modes, SchemaModeGroup.Coping, style);
            if (way.Modes.IsEmpty && !way.IsAsIs)
            {
                reading.Notes.Fault(at, $"'{style}' names no coping mode and does not say 'as-is: yes'.");
            }
        }

        foreach (var channel in reading.Channels.Values.Where(channel => !portrait.EarlySigns.Any(sign => SameCode(sign.Channel, channel.Code))))
        {
            reading.Notes.Fault(at, $"No early sign for the channel '{channel.Code}'.");
        }

        foreach (var twice in portrait.Triggers.GroupBy(trigger => trigger.Code).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            reading.Notes.Fault(at, $"The trigger '{twice.Key}' occurs twice.");
        }
    }

    private static bool SameCode(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static void JudgeGroup(CatalogueReading reading, Place at, ImmutableArray<string> codes, SchemaModeGroup group, string key)
    {
        foreach (var code in codes)
        {
            if (reading.Modes.Find(code) is { } mode && mode.Group != group)
            {
                reading.Notes.Fault(at, $"'{key}' names '{code}', which is a {mode.Group.ToString().ToLowerInvariant()} mode.");
            }
        }
    }

    private static void JudgePlainTexts(CatalogueReading reading)
    {
        var forbidden = reading.Forbidden.Values.Select(word => (Word: word, Pattern: ForbiddenPattern(word.Word))).ToArray();
        foreach (var (at, key, text) in reading.Notes.PlainTexts)
        {
            foreach (var (word, pattern) in forbidden)
            {
                if (pattern.Match(text) is { Success: true } hit)
                {
                    reading.Notes.Fault(at, $"'{key}' says '{hit.Value}', which nobody should read about themselves; say: {word.Instead}.");
                }
            }
        }
    }

    private static Regex ForbiddenPattern(string word)
    {
        var ending = word.EndsWith('*') ? @"\w*" : "";
        return new Regex($@"\b{Regex.Escape(word.TrimEnd('*'))}{ending}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
