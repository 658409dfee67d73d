using System.Collections.Immutable;
using System.Globalization;
using Attune.Practice.Refusals;
using Microsoft.Extensions.Primitives;

namespace Attune.App.Forms;

/// <summary>The fields of a form as they were sent. What cannot be read is named in <see cref="Unreadable"/>, and stays on the screen as typed.</summary>
public sealed class SentForm
{
    public static readonly SentForm Nothing = new(null);

    private const string Offered = "one of the answers offered";

    private readonly IFormCollection? _fields;
    private readonly List<Refusal> _unreadable = [];

    private SentForm(IFormCollection? fields) => _fields = fields;

    public bool IsThere => _fields is not null;

    /// <summary>Whether it was sent with the form of that name: a page may have several, and each shows back only what is its own.</summary>
    public bool IsOf(string form) => Field("_handler") == form;

    public ImmutableArray<Refusal> Unreadable => [.. _unreadable];

    /// <summary>Whether the form that was sent has this field at all, empty or not.</summary>
    public bool Has(string name) => _fields?.ContainsKey(name) == true;

    public IFormFile? File(string name) => _fields?.Files.GetFile(name) is { Length: > 0 } file ? file : null;

    public static SentForm From(HttpContext http) =>
        http.Features.Get<KeptForm>() is { } kept ? new(kept.Fields)
        : HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? new(http.Request.Form) : Nothing;

    /// <summary>What the field shows: what was typed, or what is stored when nothing was sent.</summary>
    public string? Show(string name, object? stored) =>
        _fields is null ? Convert.ToString(stored, CultureInfo.InvariantCulture) : Field(name);

    public bool ShowMark(string name, string value, bool stored) => _fields is null ? stored : Many(name).Contains(value);

    public string? Text(string name) => Field(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public ImmutableArray<string> Many(string name) =>
        _fields is not null && _fields.TryGetValue(name, out var values) ? [.. values.Where(value => !string.IsNullOrEmpty(value))!] : [];

    /// <summary>Ticks, each one of the answers offered.</summary>
    public ImmutableArray<TEnum> ManyOf<TEnum>(string name, string label) where TEnum : struct, Enum =>
        [.. Many(name).Select(text => Read<TEnum>(name, label, Offered, text, OneOf<TEnum>)).OfType<TEnum>()];

    public int? Whole(string name, string label) => Parse<int>(name, label, "a whole number",
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>Fields named <c>prefix.code</c>, each a whole number; empty ones are left out.</summary>
    public ImmutableSortedDictionary<string, int> Wholes(string prefix, Func<string, string> label) => Each(prefix, (name, code) => Whole(name, label(code)));

    /// <summary>Fields named <c>prefix.code</c>, each a text; empty ones are left out.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string prefix)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in Names(prefix))
        {
            if (Text(name) is { } text)
                read[code] = text;
        }

        return read.ToImmutable();
    }

    /// <summary>A number with a point or a comma.</summary>
    public double? Number(string name, string label) => Parse<double>(name, label, "a number",
        text => double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null);

    public DateOnly? Date(string name, string label) => Parse<DateOnly>(name, label, "a date",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null);

    public TEnum? Choice<TEnum>(string name, string label) where TEnum : struct, Enum => Parse<TEnum>(name, label, Offered, OneOf<TEnum>);

    /// <summary>A choice that the thing cannot be without: nothing chosen is named in <see cref="Unreadable"/> too.</summary>
    public TEnum Needed<TEnum>(string name, string label) where TEnum : struct, Enum =>
        IsChosen(name, label) ? Choice<TEnum>(name, label) ?? default : default;

    /// <summary>"yes" or not; nothing chosen is named in <see cref="Unreadable"/>.</summary>
    public bool NeededYes(string name, string label) => IsChosen(name, label) && Text(name) == "yes";

    /// <summary>"yes", "no", or null.</summary>
    public bool? YesOrNo(string name) => Text(name) switch { "yes" => true, "no" => false, _ => null };

    /// <summary>Fields named <c>prefix.code</c>, each a choice; those where nothing was chosen are left out.</summary>
    public ImmutableSortedDictionary<string, TEnum> Choices<TEnum>(string prefix, Func<string, string> label) where TEnum : struct, Enum =>
        Each(prefix, (name, code) => Choice<TEnum>(name, label(code)));

    /// <summary>Fields named <c>prefix.code</c>, each a number; empty ones are left out.</summary>
    public ImmutableSortedDictionary<string, double> Numbers(string prefix, Func<string, string> label) => Each(prefix, (name, code) => Number(name, label(code)));

    private string? Field(string name) =>
        _fields is not null && _fields.TryGetValue(name, out StringValues values) ? values.ToString() : null;

    private bool IsChosen(string name, string label)
    {
        if (Text(name) is not null)
            return true;
        _unreadable.Add(new Refusal("APP002", $"{label}: choose one.", name));
        return false;
    }

    private ImmutableSortedDictionary<string, T> Each<T>(string prefix, Func<string, string, T?> read) where T : struct
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (name, code) in Names(prefix))
        {
            if (read(name, code) is { } value)
                all[code] = value;
        }

        return all.ToImmutable();
    }

    private IEnumerable<(string Name, string Code)> Names(string prefix) =>
        _fields?.Keys.Where(key => key.StartsWith(prefix + ".", StringComparison.Ordinal)).Select(key => (key, key[(prefix.Length + 1)..])) ?? [];

    private static TEnum? OneOf<TEnum>(string text) where TEnum : struct, Enum => Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private T? Parse<T>(string name, string label, string kind, Func<string, T?> read) where T : struct =>
        Text(name) is { } text ? Read(name, label, kind, text, read) : null;

    private T? Read<T>(string name, string label, string kind, string text, Func<string, T?> read) where T : struct
    {
        var value = read(text);
        if (value is null)
            _unreadable.Add(new Refusal("APP001", $"{label}: \"{text}\" is not {kind}.", name));
        return value;
    }
}

/// <summary>What a partner sent while the record was sealed: it cannot be taken, and is shown back.</summary>
internal sealed record KeptForm(IFormCollection Fields);
