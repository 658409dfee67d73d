using System.Collections.Immutable;
using System.Globalization;
using Attune.Practice.Refusals;
using Microsoft.Extensions.Primitives;

namespace Attune.App.Forms;

/// <summary>The fields of a form as they were sent. What cannot be read is named in <see cref="Unreadable"/>, and stays on the screen as typed.</summary>
public sealed class SentForm
{
    public static readonly SentForm Nothing = new(null);

    private readonly IFormCollection? _fields;
    private readonly List<Refusal> _unreadable = [];

    private SentForm(IFormCollection? fields) => _fields = fields;

    public bool IsThere => _fields is not null;

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

    public int? Whole(string name, string label) => Parse<int>(name, label, "a whole number",
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>A number with a point or a comma.</summary>
    public double? Number(string name, string label) => Parse<double>(name, label, "a number",
        text => double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null);

    public DateOnly? Date(string name, string label) => Parse<DateOnly>(name, label, "a date",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null);

    public TEnum? Choice<TEnum>(string name, string label) where TEnum : struct, Enum => Parse<TEnum>(name, label, "one of the answers offered",
        text => Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value) ? value : null);

    /// <summary>Fields named <c>prefix.code</c>, each a number; empty ones are left out.</summary>
    public ImmutableSortedDictionary<string, double> Numbers(string prefix, Func<string, string> label)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var name in _fields?.Keys.Where(key => key.StartsWith(prefix + ".", StringComparison.Ordinal)) ?? [])
        {
            var code = name[(prefix.Length + 1)..];
            if (Number(name, label(code)) is { } value)
                read[code] = value;
        }

        return read.ToImmutable();
    }

    private string? Field(string name) =>
        _fields is not null && _fields.TryGetValue(name, out StringValues values) ? values.ToString() : null;

    private T? Parse<T>(string name, string label, string kind, Func<string, T?> read) where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            _unreadable.Add(new Refusal("APP001", $"{label}: \"{text}\" is not {kind}.", name));
        return value;
    }
}

/// <summary>What a partner sent while the record was sealed: it cannot be taken, and is shown back.</summary>
internal sealed record KeptForm(IFormCollection Fields);
