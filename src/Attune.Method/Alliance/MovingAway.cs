using System.Collections.Immutable;

namespace Attune.Method.Alliance;

/// <summary>Which answer fell.</summary>
public enum FallingAnswer
{
    /// <summary>The bond item: "my therapist got what it is like to be me".</summary>
    Felt = 1,
    Fairness = 2,
}

/// <summary>
/// A partner is moving away from the therapist: the felt or the fairness answer stands at least two points below one of the two answered before it,
/// and did not rise in between (our proposal). <paramref name="Values"/>: from the one that it fell from to the present one, 1 to 7.
/// </summary>
public sealed record MovingAway(FallingAnswer Of, ImmutableArray<int> Values)
{
    /// <summary>The least fall, in points.</summary>
    public const int Fall = 2;

    /// <summary>Reads one partner's answers, oldest first. An item that was not answered is stepped over, and tells nothing for its session.</summary>
    internal sealed class Running
    {
        private readonly Recent _felt = new(FallingAnswer.Felt);
        private readonly Recent _fairness = new(FallingAnswer.Fairness);

        /// <summary>The larger of the two falls; that of felt when they are alike. Null: neither fell, or neither was answered.</summary>
        public MovingAway? Add(CoursePoint? point)
        {
            var felt = _felt.Add(point?.Bond);
            var fairness = _fairness.Add(point?.Fairness);
            return fairness is null || (felt is not null && Size(felt) >= Size(fairness)) ? felt : fairness;
        }

        private static int Size(MovingAway fall) => fall.Values[0] - fall.Values[^1];
    }

    private sealed class Recent(FallingAnswer of)
    {
        private int? _last;
        private int? _lastButOne;

        public MovingAway? Add(int? answered)
        {
            if (answered is not { } now)
                return null;
            var (last, lastButOne) = (_last, _lastButOne);
            (_last, _lastButOne) = (now, last);
            if (last is not { } before || now > before)
                return null;
            ImmutableArray<int> values = lastButOne > before ? [lastButOne.Value, before, now] : [before, now];
            return values[0] - now >= Fall ? new MovingAway(of, values) : null;
        }
    }
}
