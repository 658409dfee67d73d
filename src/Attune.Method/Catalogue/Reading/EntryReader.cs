using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Attune.Method.Catalogue.Reading;

/// <summary>
/// Reads one mapping key by key into typed values. A fault is noted and a placeholder returned, so that reading goes on and finds the rest;
/// a catalogue with any fault is never handed out. (YamlDotNet's own deserialiser stops at the first fault.)
/// </summary>
internal sealed partial class EntryReader(ReadingNotes notes, string file, string entry, YamlMappingNode node)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public Place Here => At(node);

    /// <summary>Text that only a colleague reads.</summary>
    public string Clinical(string key) => Scalar(key, required: true) is { } scalar ? Filled(key, scalar) : "";

    /// <summary>Text that anybody may read: held against the forbidden words when every file is read.</summary>
    public string Plain(string key) => Scalar(key, required: true) is { } scalar ? PlainFrom(key, scalar) : "";

    public string? OptionalPlain(string key) => Scalar(key, required: false) is { } scalar ? PlainFrom(key, scalar) : null;

    public ImmutableArray<string> Plains(string key) => [.. Items(key, required: true).Select(item => PlainFrom(key, item))];

    public ImmutableArray<string> OptionalTexts(string key) => [.. Items(key, required: false).Select(item => Filled(key, item))];

    public TwoWordings Wordings(string key) =>
        Child(key, both => new TwoWordings(both.Clinical("clinical"), both.Plain("plain"))) ?? new TwoWordings("", "");

    /// <summary>The code of this entry itself.</summary>
    public string Code(string key = "code")
    {
        if (Scalar(key, required: true) is not { } scalar)
        {
            return "";
        }

        var code = Filled(key, scalar);
        if (code.Length > 0 && !CodePattern().IsMatch(code))
        {
            notes.Fault(At(scalar), $"'{code}' is not a code: lower-case letters, digits and hyphens.");
        }

        return code;
    }

    public string Reference(string key, EntryKind kind) => Scalar(key, required: true) is { } scalar ? Referred(key, scalar, kind) : "";

    public string? OptionalReference(string key, EntryKind kind) =>
        Scalar(key, required: false) is { } scalar ? Referred(key, scalar, kind) : null;

    public ImmutableArray<string> References(string key, EntryKind kind, bool required) =>
        [.. Items(key, required).Select(item => Referred(key, item, kind))];

    /// <summary>A number in [0, 1].</summary>
    public double Share(string key)
    {
        if (Scalar(key, required: true) is not { } scalar)
        {
            return 0;
        }

        if (!double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and <= 1))
        {
            notes.Fault(At(scalar), $"'{key}' is '{scalar.Value}', not a number from 0 to 1.");
            return 0;
        }

        return number;
    }

    /// <summary>Any finite number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public double Real(string key, double least, double most)
    {
        if (Scalar(key, required: true) is not { } scalar)
        {
            return least;
        }

        if (!double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(number >= least && number <= most))
        {
            notes.Fault(At(scalar), string.Create(CultureInfo.InvariantCulture, $"'{key}' is '{scalar.Value}', not a number from {least} to {most}."));
            return least;
        }

        return number;
    }

    public int Whole(string key, int least, int most) => Number(key, least, most, required: true) ?? least;

    public int? OptionalWhole(string key, int least, int most) => Number(key, least, most, required: false);

    public bool Flag(string key)
    {
        if (Scalar(key, required: false) is not { } scalar)
        {
            return false;
        }

        if (scalar.Value is not ("yes" or "no"))
        {
            notes.Fault(At(scalar), $"'{key}' is '{scalar.Value}', not yes or no.");
        }

        return scalar.Value == "yes";
    }

    public TEnum Choice<TEnum>(string key) where TEnum : struct, Enum =>
        Scalar(key, required: true) is { } scalar ? Chosen<TEnum>(key, scalar) : default;

    public TEnum? OptionalChoice<TEnum>(string key) where TEnum : struct, Enum =>
        Scalar(key, required: false) is { } scalar ? Chosen<TEnum>(key, scalar) : null;

    public ImmutableArray<TEnum> OptionalChoices<TEnum>(string key) where TEnum : struct, Enum =>
        [.. Items(key, required: false).Select(item => Chosen<TEnum>(key, item))];

    public ImmutableArray<TEnum> Choices<TEnum>(string key) where TEnum : struct, Enum =>
        [.. Items(key, required: true).Select(item => Chosen<TEnum>(key, item))];

    public AreaStrengths Strengths(string key) =>
        Child(key, areas => Tuple.Create(areas.Share("task"), areas.Share("goal"), areas.Share("bond"))) is var (task, goal, bond)
            ? new AreaStrengths(task, goal, bond)
            : default;

    public AreaStrengths? OptionalStrengths(string key) => Find(key, required: false) is null ? null : Strengths(key);

    public T? Child<T>(string key, Func<EntryReader, T> read) where T : class
    {
        switch (Find(key, required: true))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return Inner(mapping, read);
            case var other:
                notes.Fault(At(other), $"'{key}' should hold keys of its own.");
                return null;
        }
    }

    public ImmutableArray<T> Children<T>(string key, Func<EntryReader, T> read, bool required)
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Sequence(key, required))
        {
            if (item is YamlMappingNode mapping)
            {
                found.Add(Inner(mapping, read));
            }
            else
            {
                notes.Fault(At(item), $"'{key}' should list entries with keys of their own.");
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Notes every key that nobody asked for. Call once, after the last read.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_known.Contains(name))
            {
                notes.Fault(At(key), $"Unknown key '{name}'; known here: {string.Join(", ", _known)}.");
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex WordBoundary();

    private static string Spelled(string member) => WordBoundary().Replace(member, "-").ToLowerInvariant();

    private Place At(YamlNode at) => new(file, (int)at.Start.Line, entry);

    private T Inner<T>(YamlMappingNode mapping, Func<EntryReader, T> read)
    {
        var reader = new EntryReader(notes, file, entry, mapping);
        var value = read(reader);
        reader.Close();
        return value;
    }

    private TEnum Chosen<TEnum>(string key, YamlScalarNode scalar) where TEnum : struct, Enum
    {
        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (Spelled(member.ToString()) == scalar.Value)
            {
                return member;
            }
        }

        notes.Fault(At(scalar), $"'{key}' is '{scalar.Value}', not one of: {string.Join(", ", Enum.GetNames<TEnum>().Select(Spelled))}.");
        return default;
    }

    private int? Number(string key, int least, int most, bool required)
    {
        if (Scalar(key, required) is not { } scalar)
        {
            return null;
        }

        if (!int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            notes.Fault(At(scalar), $"'{key}' is '{scalar.Value}', not a whole number from {least} to {most}.");
            return null;
        }

        return number;
    }

    private string Referred(string key, YamlScalarNode scalar, EntryKind kind)
    {
        var code = Filled(key, scalar);
        if (code.Length > 0)
        {
            notes.References.Add((At(scalar), kind, code));
        }

        return code;
    }

    private string PlainFrom(string key, YamlScalarNode scalar)
    {
        var text = Filled(key, scalar);
        notes.PlainTexts.Add((At(scalar), key, text));
        return text;
    }

    private string Filled(string key, YamlScalarNode scalar)
    {
        var text = scalar.Value?.Trim() ?? "";
        if (text.Length == 0)
        {
            notes.Fault(At(scalar), $"'{key}' is empty.");
        }

        return text;
    }

    private YamlScalarNode? Scalar(string key, bool required)
    {
        switch (Find(key, required))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar;
            case var other:
                notes.Fault(At(other), $"'{key}' should be a single value.");
                return null;
        }
    }

    private IEnumerable<YamlScalarNode> Items(string key, bool required)
    {
        foreach (var item in Sequence(key, required))
        {
            if (item is YamlScalarNode scalar)
            {
                yield return scalar;
            }
            else
            {
                notes.Fault(At(item), $"'{key}' should list single values.");
            }
        }
    }

    private IReadOnlyList<YamlNode> Sequence(string key, bool required)
    {
        switch (Find(key, required))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                if (required && sequence.Children.Count == 0)
                {
                    notes.Fault(At(sequence), $"'{key}' is empty.");
                }

                return [.. sequence.Children];
            case var other:
                notes.Fault(At(other), $"'{key}' should be a list.");
                return [];
        }
    }

    private YamlNode? Find(string key, bool required)
    {
        _known.Add(key);
        if (node.Children.TryGetValue(new YamlScalarNode(key), out var found))
        {
            return found;
        }

        if (required)
        {
            notes.Fault(Here, $"'{key}' is missing.");
        }

        return null;
    }
}
