using System.Collections.Immutable;
using System.Globalization;

namespace Attune.Practice.Refusals;

/// <summary>Gathers every refusal of an input at once, so that a person mends a form in one go.</summary>
internal sealed class Check
{
    private readonly ImmutableArray<Refusal>.Builder _why = ImmutableArray.CreateBuilder<Refusal>();

    public bool Fails => _why.Count > 0;

    public ReadOnlySpan<Refusal> Why => _why.ToArray();

    public Check Within(double? value, double low, double high, string field, string name)
    {
        if (value is { } given && !(given >= low && given <= high))
            _why.Add(new("PRA020", string.Create(CultureInfo.InvariantCulture, $"{name} goes from {low} to {high}; {given} was given."), field));
        return this;
    }

    public Check Defined<TEnum>(TEnum? value, string field, string name) where TEnum : struct, Enum
    {
        if (value is { } given && !Enum.IsDefined(given))
            _why.Add(new("PRA021", $"{name} has an answer that this form does not offer.", field));
        return this;
    }

    public Check NotLonger(string? text, int length, string field, string name)
    {
        if (text?.Length > length)
            _why.Add(new("PRA022", string.Create(CultureInfo.InvariantCulture, $"{name} takes up to {length} characters; {text.Length} were given."), field));
        return this;
    }

    public Check Given(string? text, string field, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
            _why.Add(new("PRA023", $"{name} is needed.", field));
        return this;
    }

    public Check That(bool holds, Refusal otherwise)
    {
        if (!holds)
            _why.Add(otherwise);
        return this;
    }
}
