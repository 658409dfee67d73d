using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Method.SelfInsight;

namespace Attune.Practice.Live;

/// <summary>Something that a page took, at a time of the session. A closed set; <c>docs/live.md</c> has it as it is sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Beat), "beat")]
[JsonDerivedType(typeof(Strap), "strap")]
[JsonDerivedType(typeof(Mark), "mark")]
[JsonDerivedType(typeof(Feeling), "feeling")]
[JsonDerivedType(typeof(OwnState), "own")]
[JsonDerivedType(typeof(Technique), "technique")]
[JsonDerivedType(typeof(Steadied), "steady")]
[JsonDerivedType(typeof(Missing), "missing")]
[JsonDerivedType(typeof(Whose), "whose")]
[JsonDerivedType(typeof(Quiet), "quiet")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(PageOpened), "page")]
public abstract record LiveItem
{
    private LiveItem() { }

    /// <summary>ms since the session began.</summary>
    public required double At { get; init; }

    /// <summary>Whom it is about: decides under whose key it lies.</summary>
    [JsonIgnore]
    public virtual Subject Subject => Subject.Therapist;

    /// <summary>One message of a strap, as its bytes came (characteristic 0x2A37).</summary>
    public sealed record Beat : LiveItem
    {
        public required HeartOf Heart { get; init; }

        /// <summary>In hexadecimal digits, at most 512 bytes.</summary>
        public required string Value { get; init; }

        [JsonIgnore]
        public override Subject Subject => Heart.AsSubject();
    }

    /// <summary>A strap was put on, was lost, or was taken off.</summary>
    public sealed record Strap : LiveItem
    {
        public required HeartOf Heart { get; init; }

        public required StrapIs Is { get; init; }

        /// <summary>Its beats are replayed from a recording.</summary>
        public bool Replayed { get; init; }

        [JsonIgnore]
        public override Subject Subject => Heart.AsSubject();
    }

    /// <summary>Seen in a partner.</summary>
    public sealed record Mark : LiveItem
    {
        public required Partner Partner { get; init; }

        public required MarkKind What { get; init; }

        public required string Code { get; init; }

        public bool Strong { get; init; }

        [JsonIgnore]
        public override Subject Subject => Partner.AsSubject();
    }

    /// <summary>An own feeling, or the own distance.</summary>
    public sealed record Feeling : LiveItem
    {
        public const string TooClose = "too-close";

        /// <summary>anxious, angry, <see cref="PresenceReactions.FarAway"/> or <see cref="TooClose"/>.</summary>
        public required string Code { get; init; }

        public required ReactionToward Toward { get; init; }

        public bool Strong { get; init; }
    }

    /// <summary>The own body and senses, the own mode, receptive or reactive.</summary>
    public sealed record OwnState : LiveItem
    {
        public required OwnStateKind What { get; init; }

        public required string Code { get; init; }

        public ReactionManner? Manner { get; init; }

        public bool Strong { get; init; }
    }

    /// <summary>A technique is in hand from now on.</summary>
    public sealed record Technique : LiveItem
    {
        public required string Code { get; init; }

        [JsonIgnore]
        public override Subject Subject => Subject.Couple;
    }

    /// <summary>The therapist steadied themselves; sent when it is over.</summary>
    public sealed record Steadied : LiveItem
    {
        public required string Exercise { get; init; }

        /// <summary>ms; it ended at <see cref="LiveItem.At"/>.</summary>
        public required double Lasted { get; init; }

        public required SteadyingEnd Ended { get; init; }

        public SteadyingChoice? Choice { get; init; }
    }

    /// <summary>Which of the four words is missing, after the last steadying.</summary>
    public sealed record Missing : LiveItem
    {
        /// <summary>curious, open, accepting or loving.</summary>
        public required string Code { get; init; }
    }

    /// <summary>Whose feeling it may be, after the last steadying.</summary>
    public sealed record Whose : LiveItem
    {
        public required FeelingOf Of { get; init; }
    }

    /// <summary>Quiet minutes begin or end.</summary>
    public sealed record Quiet : LiveItem
    {
        public required bool Begins { get; init; }
    }

    /// <summary>Takes back an earlier item of the same stream that is no beat.</summary>
    public sealed record Undo : LiveItem
    {
        public required long Number { get; init; }
    }

    /// <summary>A page was opened, or opened again: what came between was not heard by it.</summary>
    public sealed record PageOpened : LiveItem
    {
        /// <summary>Items of an earlier opening that are still to come; 0 when there are none.</summary>
        public int Waiting { get; init; }
    }
}

public enum StrapIs
{
    On = 1,
    Lost = 2,
    Off = 3,
}
