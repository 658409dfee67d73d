using System.Collections.Immutable;

namespace Attune.Method.Simulation;

/// <summary>
/// What couples are drawn from. Each value says where its default comes from; "our proposal" is a guess that looks plausible and was measured on nobody.
/// <see cref="Faults"/> names what cannot be drawn from.
/// </summary>
public sealed record SimulationOptions
{
    /// <summary>Sessions of a couple that stays, 1 to 1,000. 16: our proposal.</summary>
    public int Sessions { get; init; } = 16;

    /// <summary>Share of partners with a first rupture of their own telling within six sessions, in couples who stay. .37: the article (Norcross, 2011), for individual therapy.</summary>
    public double FirstSixPartner { get; init; } = 0.37;

    /// <summary>Share of partners with a first rupture at all within six sessions: what a therapist who misses none would report. .56: the same source.</summary>
    public double FirstSixTherapist { get; init; } = 0.56;

    /// <summary>
    /// SD, in log-odds, of the forecast's terms that are known before the first session; all true weights are stretched with it. 0 = off: nothing foretells a
    /// rupture, and the same chance holds in every session. .74: what an area under the curve of about .70 asks for (equal-variance binormal).
    /// </summary>
    public double SignalSpread { get; init; } = 0.74;

    /// <summary>
    /// True weights by the code of a forecast term, log-odds per unit; they take the place of the catalogue's, and of what <see cref="SignalSpread"/> makes
    /// of them. None: the prior means.
    /// </summary>
    public ImmutableSortedDictionary<string, double> TrueWeights { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Share of each shape; they add up to 1. A step is an unrepaired rupture.</summary>
    public RuptureShares Shapes { get; init; } = RuptureShares.Usual;

    /// <summary>Share of ruptures, steps apart, that return by half only, 0 to 1. .25: our proposal.</summary>
    public double PartialRepair { get; init; } = 0.25;

    /// <summary>Depth of a rupture in points of the composite: evenly between the two, above 0 and at most 6. .75 to 2.5: our proposal.</summary>
    public double LeastDepth { get; init; } = 0.75;

    /// <inheritdoc cref="LeastDepth"/>
    public double MostDepth { get; init; } = 2.5;

    /// <summary>Length of a rupture in sessions: evenly between the two, from 1 to 100. 1 to 6: the longest decline of Gumz et al. (2012) had six sessions.</summary>
    public int LeastLength { get; init; } = 1;

    /// <inheritdoc cref="LeastLength"/>
    public int MostLength { get; init; } = 6;

    /// <summary>Mean of the felt composite, 1 to 7. 5.5: our proposal, with ratings that crowd toward the ceiling, as they do.</summary>
    public double Level { get; init; } = 5.5;

    /// <summary>How far people differ in it, points, 0 or more. 1.0: our proposal.</summary>
    public double BetweenSd { get; init; } = 1;

    /// <summary>How far one person's sessions differ, points, 0 or more, before rounding. .5: our proposal.</summary>
    public double WithinSd { get; init; } = 0.5;

    /// <summary>Of neighbouring sessions' noise, 0 to .6. .3: our proposal.</summary>
    public double Autocorrelation { get; init; } = 0.3;

    /// <summary>Points a session by which the felt level rises, -1 to 1. 0: our proposal.</summary>
    public double Growth { get; init; }

    /// <summary>Share of couples whose levels lie apart on purpose, 0 to 1. .25: our proposal; how frequent splits are in couples was not found.</summary>
    public double SplitShare { get; init; } = 0.25;

    /// <summary>By how much, in between-person SD, 0 to 6. 1.5: our proposal; from one SD on it is called a split (Muniz de la Pena et al., 2009).</summary>
    public double SplitSize { get; init; } = 1.5;

    /// <summary>Share of check-ins that do not come back, 0 to 1. .15: our proposal.</summary>
    public double Missing { get; init; } = 0.15;

    /// <summary>What is added to it while a rupture is going on: an answer that is missing may be one. .15: our proposal.</summary>
    public double MissingInRupture { get; init; } = 0.15;

    /// <summary>Share of single items left out of a check-in that came back, 0 to 1. .01: our proposal.</summary>
    public double MissingItem { get; init; } = 0.01;

    /// <summary>Share of partners who answer the same whatever happens, and tell of nothing, 0 to 1. .05: our proposal.</summary>
    public double FlatAnswerers { get; init; } = 0.05;

    /// <summary>Share of sessions that are not held, 0 to 1. .03: our proposal.</summary>
    public double NotHeld { get; init; } = 0.03;

    /// <summary>Chance to stop after a session, 0 to 1. .03: 40 to 60% of couples stop early in practice (D'Aniello, 2021; Doss, 2011); .03 a session makes 39% in 16.</summary>
    public double Dropout { get; init; } = 0.03;

    /// <summary>What the odds of stopping are multiplied by while a rupture is open with either, 1 or more. 2: our proposal; a poorer alliance goes with dropout (d = .55; Sharf et al., 2010).</summary>
    public double DropoutWhenOpen { get; init; } = 2;

    /// <summary>Share of ruptures that the therapist does not notice, 0 to 1. 0: <see cref="FirstSixTherapist"/> is what therapists report.</summary>
    public double BlindSpot { get; init; }

    /// <summary>What is added to the therapist's guess of a bond rating, points. -.46: therapists rate lower (d = -.46; Igra et al., 2020), with the between-person SD of 1.</summary>
    public double GuessBias { get; init; } = -0.46;

    /// <summary>SD of that guess, points, 0 or more. .7: our proposal.</summary>
    public double GuessSd { get; init; } = 0.7;

    /// <summary>Share of sessions without a debrief, 0 to 1. .1: our proposal.</summary>
    public double MissingDebrief { get; init; } = 0.1;

    /// <summary>Share of sessions in which the therapist's heart is heard, 0 to 1. .5: our proposal.</summary>
    public double Hearts { get; init; } = 0.5;

    /// <summary>Chance of a stretch above 100 in a session without a rupture, 0 to 1. .1: our proposal.</summary>
    public double Arousal { get; init; } = 0.1;

    /// <summary>The same in a session with one. .45: our proposal.</summary>
    public double ArousalInRupture { get; init; } = 0.45;

    /// <summary>How fast trust follows what was lived through, 0 to 1 (Rescorla and Wagner). .2: within the .1 to .5 usual in trust games, a figure that is unconfirmed.</summary>
    public double TrustRate { get; init; } = 0.2;

    /// <summary>Everything that cannot be drawn from, by the option's name; empty when all is well.</summary>
    public ImmutableArray<OptionFault> Faults => SimulationFaults.Of(this);
}

/// <summary>How often each shape comes, each 0 to 1.</summary>
public sealed record RuptureShares(double SuddenFallSuddenReturn, double SlowFallSuddenReturn, double SuddenFallSlowReturn, double SlowFallSlowReturn, double StepThatStays)
{
    /// <summary>
    /// .30, .14, .07, .07, .42. That the V is most frequent and the slow decline with a sudden return second: Gumz et al. (2012). That 42% stay: 65 of 154 courses
    /// with a rupture (Larsson et al., 2018). The rest: our proposal.
    /// </summary>
    public static RuptureShares Usual { get; } = new(0.30, 0.14, 0.07, 0.07, 0.42);

    /// <summary>One shape alone.</summary>
    public static RuptureShares Only(RuptureShape shape) => new(
        shape == RuptureShape.SuddenFallSuddenReturn ? 1 : 0, shape == RuptureShape.SlowFallSuddenReturn ? 1 : 0,
        shape == RuptureShape.SuddenFallSlowReturn ? 1 : 0, shape == RuptureShape.SlowFallSlowReturn ? 1 : 0, shape == RuptureShape.StepThatStays ? 1 : 0);

    public double Of(RuptureShape shape) => shape switch
    {
        RuptureShape.SuddenFallSuddenReturn => SuddenFallSuddenReturn,
        RuptureShape.SlowFallSuddenReturn => SlowFallSuddenReturn,
        RuptureShape.SuddenFallSlowReturn => SuddenFallSlowReturn,
        RuptureShape.SlowFallSlowReturn => SlowFallSlowReturn,
        RuptureShape.StepThatStays => StepThatStays,
    };

    /// <summary>The shape at a place of [0, 1) along the shares.</summary>
    internal RuptureShape At(double place)
    {
        var last = RuptureShape.SuddenFallSuddenReturn;
        for (var shape = RuptureShape.SuddenFallSuddenReturn; shape <= RuptureShape.StepThatStays; shape++)
        {
            var share = Of(shape);
            if (share == 0)
                continue;
            last = shape;
            if (place < share)
                return shape;
            place -= share;
        }

        return last;
    }
}

/// <summary>An option that cannot be drawn from.</summary>
/// <param name="Option">Name of the option.</param>
/// <param name="Why">A sentence.</param>
public sealed record OptionFault(string Option, string Why);
