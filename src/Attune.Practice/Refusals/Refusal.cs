using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Attune.Practice.Refusals;

/// <summary>
/// Why something was not done: the one error family of the practice. An expected answer, never an exception's text.
/// </summary>
/// <param name="Code">Stable; named in the slice that refuses.</param>
/// <param name="Message">What, where, and what to do; in words for the person who reads it.</param>
/// <param name="Field">The input that it is about; null when it is about the whole.</param>
public sealed record Refusal(string Code, string Message, string? Field = null);

/// <summary>What became of a command.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>Durable. <paramref name="Number"/> is the last event of the case now; 0 towards a partner.</summary>
    public sealed record Done(long Number) : Outcome
    {
        /// <summary>How many events it wrote; 0 towards a partner.</summary>
        public int Events { get; init; }
    }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(ImmutableArray<Refusal> Why) : Outcome;

    public static Outcome No(params ReadOnlySpan<Refusal> why) => new Refused([.. why]);
}

/// <summary>A refusal where a value was asked for: it travels as an exception through a grain call and is shown as what it says.</summary>
[GenerateSerializer, Alias("attune.refused.v1")]
public sealed class RefusedException : Exception
{
    public RefusedException(Refusal why) : base(why.Message) => (Code, Field) = (why.Code, why.Field);

    [Id(0)]
    public string Code { get; }

    [Id(1)]
    public string? Field { get; }

    public Refusal Refusal => new(Code, Message, Field);
}
