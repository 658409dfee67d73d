using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Practice.Live;

/// <summary>What a session left that was held live, for the therapist. A heart that was set aside is none of it.</summary>
/// <param name="Hearts">The therapist's, A's, B's.</param>
/// <param name="OwnStates">Compartment data, in the order noted.</param>
/// <param name="Steadyings">Compartment data, in the order noted.</param>
public sealed record LiveView(ImmutableArray<HeardView> Hearts, ImmutableArray<OwnStateNoted> OwnStates, ImmutableArray<SteadyingPractised> Steadyings)
{
    public static LiveView Empty { get; } = new([], [], []);

    internal static LiveView Of(LiveRecord live) => new(
        [.. live.Hearts.Where(heart => !heart.Heard.IsSetAside).OrderBy(heart => heart.Heard.Heart).Select(HeardView.Of)], [.. live.OwnStates], [.. live.Steadyings]);
}

/// <summary>One heart that was heard, without what was shown of it.</summary>
public sealed record HeardView(HeartOf Heart, RecordingId Recording, TimeSpan Duration, bool Replayed)
{
    internal static HeardView Of(Method.Cases.HeardHeart heart) => new(heart.Heard.Heart, heart.Heard.Recording, heart.Heard.Duration, heart.Heard.Replayed);
}
