using System.Collections.Immutable;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>What the forecast could have known before a session, as the truth used it.</summary>
internal delegate void InputsSeen(Partner partner, int session, IReadOnlyList<TermInput> inputs);

/// <summary>Draws one couple session by session from one stream.</summary>
internal sealed class CoupleWalk
{
    // Of the couple with each other [our proposals].
    private const double WithinCoupleMean = 5;
    private const double WithinCoupleSd = 0.5;

    private readonly SimulationOptions _options;
    private readonly TrueHazard _hazard;
    private readonly CoupleDraw _draw;
    private readonly uint _seed;
    private readonly uint _number;
    private readonly CoupleTruth _truth;
    private readonly PartnerWalk _a;
    private readonly PartnerWalk _b;
    private readonly double _withinCouple;
    private readonly HeartDraw _heart;
    private SeededStream _stream;
    private double? _split;

    private CoupleWalk(SimulationOptions options, TrueHazard hazard, CoupleDraw draw, uint seed, uint number)
    {
        (_options, _hazard, _draw, _seed, _number) = (options, hazard, draw, seed, number);
        _stream = new SeededStream(seed, number);
        _truth = draw.Draw(ref _stream, options);
        _a = new PartnerWalk(options, hazard, draw.Catalogue, _truth.A, Partner.A, _truth.B.Motivation);
        _b = new PartnerWalk(options, hazard, draw.Catalogue, _truth.B, Partner.B, _truth.A.Motivation);
        _withinCouple = WithinCoupleMean + _stream.Normal();
        _heart = new HeartDraw(ref _stream);
    }

    public static SimulatedCouple Of(SimulationOptions options, TrueHazard hazard, TrueRates rates, CoupleDraw draw, uint seed, uint number, InputsSeen? seen) =>
        new CoupleWalk(options, hazard, draw, seed, number).Walk(rates, seen);

    /// <summary>Both partners' sums in the first sessions of a couple in which nothing happens and which stays; a session that is not held has a sum of minus infinity.</summary>
    public static IEnumerable<HazardSums[]> BeforeAnyRupture(
        SimulationOptions options, TrueHazard hazard, CoupleDraw draw, uint seed, uint number, int sessions)
    {
        var walk = new CoupleWalk(options, hazard, draw, seed, number);
        var (a, b) = (new HazardSums[sessions], new HazardSums[sessions]);
        for (var session = 1; session <= sessions; session++)
        {
            var drawn = new SessionDraw(ref walk._stream, walk._draw);
            var (ofA, ofB) = walk.BothSums(session, drawn);
            var held = drawn.Held >= options.NotHeld;
            (a[session - 1], b[session - 1]) = held ? (ofA, ofB) : (Never, Never);
            _ = walk.Live(session, held, drawn, new AreaLogOdds(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity), default, walk._a);
            _ = walk.Live(session, held, drawn, new AreaLogOdds(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity), default, walk._b);
        }

        return [a, b];
    }

    /// <summary>For each partner the sums of the sessions in which a rupture happens; none for one who tells of nothing.</summary>
    public static IEnumerable<List<HazardSums>> AtRuptures(SimulationOptions options, TrueHazard hazard, TrueRates rates, CoupleDraw draw, uint seed, uint number)
    {
        var walk = new CoupleWalk(options, hazard, draw, seed, number);
        var sums = new Dictionary<(Partner, int), HazardSums>();
        var couple = walk.Walk(rates, seen: null, (partner, session, at) => sums[(partner, session)] = at);
        foreach (var partner in (Partner[])[Partner.A, Partner.B])
        {
            yield return couple.Truth[partner].IsFlatAnswerer
                ? []
                : [.. couple.Ruptures.Where(rupture => rupture.Partner == partner).Select(rupture => sums[(partner, rupture.Onset)])];
        }
    }

    private static HazardSums Never
    {
        get
        {
            var never = default(HazardSums);
            never.Any = never.Told = new AreaSums { Task = double.NegativeInfinity, Goal = double.NegativeInfinity, Bond = double.NegativeInfinity };
            return never;
        }
    }

    private SimulatedCouple Walk(TrueRates rates, InputsSeen? seen, Action<Partner, int, HazardSums>? summed = null)
    {
        var rows = ImmutableArray.CreateBuilder<SimulatedSession>(2 * _options.Sessions);
        var hearts = ImmutableArray.CreateBuilder<TherapistHeart>();
        var endedEarly = false;
        for (var session = 1; session <= _options.Sessions && !endedEarly; session++)
        {
            var drawn = new SessionDraw(ref _stream, _draw);
            var held = drawn.Held >= _options.NotHeld;
            var (ofA, ofB) = BothSums(session, drawn);
            if (held && seen is not null)
            {
                seen(Partner.A, session, [.. _a.Known, .. _a.Inputs]);
                seen(Partner.B, session, [.. _b.Known, .. _b.Inputs]);
            }

            summed?.Invoke(Partner.A, session, ofA);
            summed?.Invoke(Partner.B, session, ofB);
            var a = Live(session, held, drawn, _hazard.LogOdds(ofA.Any, rates.Therapist), _hazard.LogOdds(ofA.Told, rates.Partner), _a);
            var b = Live(session, held, drawn, _hazard.LogOdds(ofB.Any, rates.Therapist), _hazard.LogOdds(ofB.Told, rates.Partner), _b);
            var heart = _heart.Next(ref _stream, _options, session, a.Rupture is not null || b.Rupture is not null);
            if (held && heart is not null)
            {
                hearts.Add(heart);
                (a, b) = (a with { TherapistMinutesAbove100 = heart.MinutesAbove100 }, b with { TherapistMinutesAbove100 = heart.MinutesAbove100 });
            }

            rows.Add(a);
            rows.Add(b);
            if (a.Composite is { } one && b.Composite is { } other)
                _split = (one - other) / BetweenSd;
            endedEarly = session < _options.Sessions && drawn.Stop < StopChance(session);
        }

        return new SimulatedCouple(
            _seed, _number, _truth, rows.ToImmutable(), [.. _a.Ruptures.Concat(_b.Ruptures).OrderBy(rupture => rupture.Onset).ThenBy(rupture => rupture.Partner)],
            hearts.ToImmutable(), endedEarly);
    }

    // The reference of the program, whatever the couples are drawn with.
    private const double BetweenSd = 1;

    private (HazardSums A, HazardSums B) BothSums(int session, SessionDraw drawn) => (
        _a.Sums(_hazard, session, drawn.Technique, drawn.Occasion, _split), _b.Sums(_hazard, session, drawn.Technique, drawn.Occasion, _split));

    private double StopChance(int session)
    {
        var isOpen = _a.IsOpenBefore(session + 1) || _b.IsOpenBefore(session + 1);
        if (!isOpen || _options.Dropout is 0 or 1)
            return _options.Dropout;
        var odds = _options.DropoutWhenOpen * _options.Dropout / (1 - _options.Dropout);
        return odds / (1 + odds);
    }

    private SimulatedSession Live(int session, bool held, SessionDraw drawn, AreaLogOdds any, AreaLogOdds told, PartnerWalk partner)
    {
        var happens = new RuptureDraw(ref _stream);
        var answers = new AnswerDraw(ref _stream);
        var (guess, noise) = (_stream.Normal(), WithinCoupleSd * _stream.Normal());
        var bondBefore = partner.FeltIn(RuptureArea.Bond, session);
        partner.NextNoise(ref _stream);
        var openBefore = partner.IsOpenBefore(session);
        var (chance, toldChance) = (any.Any, partner.Truth.IsFlatAnswerer ? 0 : Math.Min(any.Any, told.Any));
        var rupture = held && happens.Happens < chance ? Begin(happens, session, any, toldChance / chance, partner) : null;
        var row = new SimulatedSession
        {
            Couple = _number,
            Partner = partner.Partner,
            Session = session,
            Held = held,
            Answered = false,
            Technique = held ? drawn.Technique : null,
            Occasion = held ? drawn.Occasion : null,
            Motivation = partner.Truth.Motivation,
            OtherMotivation = partner.OtherMotivation,
            Schemas = partner.Truth.Schemas,
            Modes = partner.Truth.Modes,
            RuptureProbability = held ? chance : null,
            ToldProbability = held ? toldChance : null,
            LogOdds = held ? any : null,
            Rupture = rupture,
            OpenBefore = openBefore,
            Fall = partner.Fall(session),
            Trust = partner.Trust,
            IsFlatAnswerer = partner.Truth.IsFlatAnswerer,
        };
        var lived = held ? partner.Answer(answers, row, _withinCouple + noise) : row;
        return held && drawn.Debrief >= _options.MissingDebrief
            ? lived with
            {
                TherapistTension = rupture is { Noticed: true },
                // Who did not notice guesses from how it was before.
                TherapistBondGuess = PartnerWalk.Whole(
                    (rupture is { Noticed: false } ? bondBefore : partner.FeltIn(RuptureArea.Bond, session)) + _options.GuessBias + _options.GuessSd * guess, 7),
            }
            : lived;
    }

    private TrueRupture Begin(RuptureDraw drawn, int session, AreaLogOdds odds, double told, PartnerWalk partner)
    {
        var area = AreaAt(odds, drawn.Area);
        var shape = _options.Shapes.At(drawn.Shape);
        var repair = shape == RuptureShape.StepThatStays ? TrueRepair.None : drawn.Repair < _options.PartialRepair ? TrueRepair.Partial : TrueRepair.Full;
        var depth = _options.LeastDepth + drawn.Depth * (_options.MostDepth - _options.LeastDepth);
        var length = _options.LeastLength + (int)(drawn.Length * (_options.MostLength - _options.LeastLength + 1));
        var schema = _hazard.Heaviest(partner.Known.Concat(partner.Inputs), area);
        var rupture = new TrueRupture(
            partner.Partner, area, schema, shape, session, depth, length, repair, drawn.Told < told, drawn.Noticed >= _options.BlindSpot);
        partner.Ruptures.Add(rupture);
        return rupture;
    }

    // The areas in proportion to their own chances: with the formula's independent areas two could break at once, here the one that is named.
    private static RuptureArea AreaAt(AreaLogOdds odds, double place)
    {
        var (task, goal, bond) = (ForecastModel.Logistic(odds.Task), ForecastModel.Logistic(odds.Goal), ForecastModel.Logistic(odds.Bond));
        place *= task + goal + bond;
        return place < task ? RuptureArea.Task : place < task + goal ? RuptureArea.Goal : RuptureArea.Bond;
    }
}
