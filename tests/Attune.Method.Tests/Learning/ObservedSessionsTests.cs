using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Learning;
using Attune.Method.Simulation;

namespace Attune.Method.Tests.Learning;

/// <summary>A table that a simulated practice writes gives back the terms its ruptures were drawn from.</summary>
public sealed class ObservedSessionsTests
{
    private static readonly CoupleSimulator Simulator = new(MethodCatalogue.BuiltIn, new SimulationOptions());

    [Theory]
    [InlineData(TensionReporter.Partner)]
    [InlineData(TensionReporter.Therapist)]
    public void Of_SimulatedCouples_AreTheValuesTheTruthUsed(TensionReporter reporter)
    {
        var observed = new ObservedSessions(MethodCatalogue.BuiltIn, reporter);
        // No column tells it.
        var pull = observed.Terms.IndexOf("pull");
        var compared = 0;
        for (var number = 0u; number < 60; number++)
        {
            var used = new Dictionary<(Partner, int), double[]>();
            var couple = Simulator.Couple(20_261_124, number, (partner, session, inputs) => used[(partner, session)] = ValuesOf(observed.Terms, inputs, reporter));
            foreach (var partner in Partners.All)
            {
                // What is known to answer the same whatever happens is kept out by the truth, and cannot be seen in a table.
                if (couple.Truth[partner].IsFlatAnswerer)
                    continue;
                var own = couple.Of(partner).Where(row => row.Held).ToArray();
                var values = observed.Of([.. own.Select(Told)], [.. couple.Of(partner.Other()).Where(row => row.Held).Select(Told)]);
                for (var i = 0; i < own.Length; i++)
                {
                    var expected = used[(partner, own[i].Session)];
                    for (var at = 0; at < expected.Length; at++)
                    {
                        if (at % observed.Terms.Length == pull)
                            continue;
                        Assert.True(Math.Abs(expected[at] - values[i][at]) < 1e-12, $"couple {number}, {partner}, session {own[i].Session}: {observed.Terms[at % observed.Terms.Length]}");
                        compared += expected[at] != 0 ? 1 : 0;
                    }
                }
            }
        }

        Assert.True(compared > 10_000, $"{compared}");
    }

    [Fact]
    public void Of_AnswersOfASession_DoNotEnterItsOwnTerms()
    {
        var observed = new ObservedSessions(MethodCatalogue.BuiltIn, TensionReporter.Partner);
        ObservedSession[] own = [.. Enumerable.Range(1, 3).Select(number => Bare(number) with { Task = 5, Goal = 5, Bond = 5 })];

        var before = observed.Of(own, own);
        own[2] = own[2] with { Task = 1, Goal = 1, Bond = 1 };

        Assert.Equal(before.SelectMany(one => one), observed.Of(own, own).SelectMany(one => one));
        own[1] = own[1] with { Bond = 1 };
        Assert.NotEqual(before[2], observed.Of(own, own)[2], (one, other) => one.SequenceEqual(other));
    }

    private static ObservedSession Bare(int number) => new(number, null, null, null, null, null, null, null, null, []);

    private static ObservedSession Told(SimulatedSession row) => new(
        row.Session, row.Task, row.Goal, row.Bond, row.Technique, row.Occasion, row.Motivation, row.OtherMotivation, row.OpenBefore, row.Schemas);

    private static double[] ValuesOf(ImmutableArray<string> terms, IReadOnlyList<TermInput> inputs, TensionReporter reporter)
    {
        var values = new double[3 * terms.Length];
        foreach (var input in inputs)
            AreaValues.Add(input, terms.IndexOf(input.Term), reporter, values, terms.Length);
        return values;
    }
}
