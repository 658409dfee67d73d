using Attune.Method.Agreement;

namespace Attune.Method.Tests.Agreement;

public sealed class EventKappaTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly Gen<ObservedEvent[]> Observed = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 2])
        .Select((quarters, code) => new ObservedEvent(TimeSpan.FromMilliseconds(250 * quarters), "abc"[code].ToString())).Array[0, 12];

    [Fact]
    public void Of_WorkedObservations_CountsPairsConfusionsAndMisses()
    {
        // w at 2.0 is nearer to w at 2.4 than w at 1.4 is; that one is left over and meets c at 1.5.
        var found = Measured(Events("w 1.4, w 2.0, c 5.0, c 9.0"), Events("c 1.5, w 2.4, c 5.0, w 20.0"), Second);

        Assert.Equal(new EventCounts(Same: 2, Confused: 1, OnlyFirst: 1, OnlySecond: 1), found.Counts);
        Assert.Equal((0.4, 0.3), (found.Observed, Math.Round(found.Expected, 12)));
        Assert.Equal(1.0 / 7, found.Value, 12);
    }

    [Theory]
    [InlineData(0.999, 0)]
    [InlineData(1.0, 1)]
    public void Of_TheToleranceItself_IsNearEnough(double seconds, int same) =>
        Assert.Equal(same, EventKappa.Of(Events("a 1"), Events("a 2, b 30"), TimeSpan.FromSeconds(seconds)).Counts.Same);

    // Taking the nearest first (3 with 3.9) would leave one behind.
    [Fact]
    public void Of_NearestTakenFirstWouldLoseOne_MatchesAsManyAsCanBe() =>
        Assert.Equal(2, EventKappa.Of(Events("a 3, a 4.8"), Events("a 2.1, a 3.9"), Second).Counts.Same);

    [Fact]
    public void Of_TwoPeoplesEventsThatOverlap_AreMatchedAcrossEachOther()
    {
        var counts = EventKappa.Of(Events("a 1.0, b 1.2"), Events("b 1.0, a 1.2"), Second).Counts;

        Assert.Equal(new EventCounts(Same: 2, Confused: 0, OnlyFirst: 0, OnlySecond: 0), counts);
    }

    [Fact]
    public void Of_NothingNoted_SaysSo() =>
        Assert.Equal(NoAgreementReason.NothingNoted, Assert.IsType<EventAgreement.CannotTell>(EventKappa.Of([], [], Second)).Reason);

    [Fact]
    public void Of_OneCodeOnly_SaysSoAndKeepsTheCounts()
    {
        var found = Assert.IsType<EventAgreement.CannotTell>(EventKappa.Of(Events("a 1, a 5"), Events("a 1.3"), Second));

        Assert.Equal((NoAgreementReason.OneCodeOnly, new EventCounts(1, 0, 1, 0)), (found.Reason, found.Counts));
    }

    [Fact]
    public void Of_OneObserverNotedNothing_IsNought() => Assert.Equal(0, Measured(Events("a 1, b 2"), [], Second).Value);

    [Fact]
    public void Of_NegativeToleranceOrNoCode_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EventKappa.Of([], [], -Second));
        Assert.Throws<ArgumentException>(() => EventKappa.Of([new ObservedEvent(Second, "")], [], Second));
        Assert.Throws<ArgumentException>(() => EventKappa.Of([], [default], Second));
    }

    // Two of one code within reach of each other could be crossed: the least distance keeps each with itself.
    [Fact]
    public void Of_TheSameEventsTwice_IsOne() => Gen.Select(Observed, Gen.Int[0, 4]).Where((events, _) => events.DistinctBy(one => one.Code).Count() > 1)
        .Sample((events, quarters) =>
        {
            var found = Measured(events, [.. events.Reverse()], TimeSpan.FromMilliseconds(250 * quarters));
            Assert.Equal((1.0, events.Length), (found.Value, found.Counts.Same));
        });

    [Fact]
    public void Of_ObserversExchangedAndCodesRelabelled_IsTheSame() => Gen.Select(Observed, Observed, Gen.Int[0, 8]).Sample((first, second, quarters) =>
    {
        var tolerance = TimeSpan.FromMilliseconds(250 * quarters);
        var (one, other) = (EventKappa.Of(first, second, tolerance), EventKappa.Of(Relabelled(second), Relabelled(first), tolerance));
        Assert.Equal(one.Counts with { OnlyFirst = one.Counts.OnlySecond, OnlySecond = one.Counts.OnlyFirst }, other.Counts);
        Assert.Equal(ValueOrNone(one), ValueOrNone(other));
    });

    [Fact]
    public void Of_AnyObservations_CountsEachEventOnce() => Gen.Select(Observed, Observed, Gen.Int[0, 8]).Sample((first, second, quarters) =>
    {
        var counts = EventKappa.Of(first, second, TimeSpan.FromMilliseconds(250 * quarters)).Counts;
        Assert.Equal((first.Length, second.Length), (counts.Same + counts.Confused + counts.OnlyFirst, counts.Same + counts.Confused + counts.OnlySecond));
        Assert.All(new[] { counts.Same, counts.Confused, counts.OnlyFirst, counts.OnlySecond }, count => Assert.True(count >= 0));
    });

    [Fact]
    public void Of_WiderTolerance_NeverLosesASharedEvent() => Gen.Select(Observed, Observed, Gen.Int[0, 8]).Sample((first, second, quarters) => Assert.True(
        EventKappa.Of(first, second, TimeSpan.FromMilliseconds(250 * quarters)).Counts.Same
            <= EventKappa.Of(first, second, TimeSpan.FromMilliseconds(250 * (quarters + 1))).Counts.Same));

    // Every matching tried, for one code: as many as can be, the least distance, whatever the shortcut of runs does.
    [Fact]
    public void Match_ShortLists_EqualsTheBestOfAllMatchings() =>
        Gen.Select(Gen.Int[0, 20].Array[0, 5], Gen.Int[0, 20].Array[0, 5], Gen.Int[0, 6]).Sample((first, second, tolerance) =>
        {
            Array.Sort(first);
            Array.Sort(second);
            var (ofFirst, ofSecond) = (new bool[first.Length], new bool[second.Length]);
            var pairs = EventMatching.Match(Ticks(first), Ticks(second), TimeSpan.FromTicks(tolerance), ofFirst, ofSecond);

            var matched = first.Where((_, i) => ofFirst[i]).Zip(second.Where((_, j) => ofSecond[j]), (a, b) => Math.Abs(a - b)).ToList();
            Assert.Equal((pairs, pairs), (matched.Count, ofSecond.Count(paired => paired)));
            Assert.All(matched, apart => Assert.True(apart <= tolerance));
            Assert.Equal(Best(first, second, tolerance), (pairs, matched.Sum()));
        });

    private static (int Pairs, int Distance) Best(ReadOnlySpan<int> first, int[] second, int tolerance)
    {
        if (first.IsEmpty)
            return default;
        var best = Best(first[1..], second, tolerance);
        foreach (var other in second.Distinct())
        {
            var apart = Math.Abs(other - first[0]);
            if (apart > tolerance)
                continue;
            var place = Array.IndexOf(second, other);
            var more = Best(first[1..], [.. second[..place], .. second[(place + 1)..]], tolerance);
            if (more.Pairs + 1 > best.Pairs || (more.Pairs + 1 == best.Pairs && more.Distance + apart < best.Distance))
                best = (more.Pairs + 1, more.Distance + apart);
        }
        return best;
    }

    private static TimeSpan[] Ticks(int[] times) => Array.ConvertAll(times, time => TimeSpan.FromTicks(time));

    private static ObservedEvent[] Relabelled(ObservedEvent[] events) =>
        Array.ConvertAll(events, one => one with { Code = one.Code switch { "a" => "z", "b" => "a", _ => "b" } });

    private static double? ValueOrNone(EventAgreement found) => (found as EventAgreement.Measured)?.Value;

    private static EventAgreement.Measured Measured(ObservedEvent[] first, ObservedEvent[] second, TimeSpan tolerance) =>
        Assert.IsType<EventAgreement.Measured>(EventKappa.Of(first, second, tolerance));

    private static ObservedEvent[] Events(string text) =>
        [.. text.Split(", ").Select(one => one.Split(' ')).Select(parts =>
            new ObservedEvent(TimeSpan.FromSeconds(double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)), parts[0]))];
}
