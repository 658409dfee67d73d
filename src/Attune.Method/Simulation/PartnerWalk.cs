using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Trust;

namespace Attune.Method.Simulation;

/// <summary>One partner while the sessions go by: noise, ruptures so far, what was answered last, trust.</summary>
internal sealed class PartnerWalk
{
    // Our proposals, all of them.
    private const double Shown = 0.6;
    private const double PartlyShare = 0.5;
    private const double StrengthPerPoint = 1.2;
    private const double AnswerSd = 0.6;
    private const double ExpectationSd = 0.1;
    private const double FairnessShare = 0.5;
    private const double FairnessSd = 0.5;

    private readonly SimulationOptions _options;
    private readonly List<TermInput> _known = [];
    private readonly Dictionary<string, double> _scores = new(StringComparer.Ordinal);
    private readonly (int? Last, int? Before)[] _levels = new (int?, int?)[3];
    private FeltNoise _noise;

    public PartnerWalk(SimulationOptions options, TrueHazard hazard, MethodCatalogue catalogue, PartnerTruth truth, Partner partner, double otherMotivation)
    {
        (_options, Truth, Partner, OtherMotivation, Trust) = (options, truth, partner, otherMotivation, truth.Trust);
        _noise = new FeltNoise(options.WithinSd, options.Autocorrelation);
        for (var i = 0; i < truth.Schemas.Length; i++)
        {
            _scores[catalogue.Schemas[i].Code] = truth.Schemas[i];
            hazard.Values.AddSchema(_known, catalogue.Schemas[i].Code, truth.Schemas[i]);
        }

        hazard.Values.AddMotivation(_known, truth.Motivation, otherMotivation);
        if (truth.Pull > 0)
            hazard.Values.AddPull(_known, truth.Pull);
        hazard.Add(_known, ref _standing);
    }

    private readonly HazardSums _standing;

    public PartnerTruth Truth { get; }

    public Partner Partner { get; }

    public double OtherMotivation { get; }

    public double Trust { get; private set; }

    public List<TrueRupture> Ruptures { get; } = [];

    /// <summary>What differs from session to session; the whole of what is known is these after <see cref="Known"/>.</summary>
    public List<TermInput> Inputs { get; } = [];

    public IReadOnlyList<TermInput> Known => _known;

    public static ReadOnlySpan<RuptureArea> Areas => [RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond];

    public bool IsOpenBefore(int session) => Ruptures.Exists(rupture => rupture.IsOpenBefore(session));

    /// <summary>The sums before a session that is held. <paramref name="split"/>: the gap of the last session that both answered, in between-person SD.</summary>
    public HazardSums Sums(TrueHazard hazard, int session, string? technique, string? occasion, double? split)
    {
        Inputs.Clear();
        if (technique is not null)
            hazard.Values.AddTechnique(Inputs, technique, _scores, comfort: null);
        if (occasion is not null)
            hazard.Values.AddOccasion(Inputs, occasion, _scores);
        // Answers that never vary say nothing about a level.
        for (var i = 0; i < Areas.Length && !Truth.IsFlatAnswerer; i++)
        {
            if (_levels[i].Last is { } last)
                hazard.Values.AddLevel(Inputs, Areas[i], last, _levels[i].Before);
        }

        if (split is { } gap)
            hazard.Values.AddSplit(Inputs, gap, slope: null);
        if (IsOpenBefore(session))
            hazard.Values.AddOpenRupture(Inputs);
        if (session <= ForecastModel.FirstSessions)
            hazard.Values.AddFirstSix(Inputs);
        var sums = _standing;
        hazard.Add(Inputs, ref sums);
        return sums;
    }

    public void NextNoise(ref SeededStream stream) => _noise.Next(ref stream);

    public double Fall(int session)
    {
        var fall = 0.0;
        foreach (var rupture in Ruptures)
            fall += rupture.FallIn(session);
        return fall;
    }

    public double Felt(int session) => Usual(session) + _noise.Mean - Fall(session);

    public double FeltIn(RuptureArea area, int session)
    {
        var fall = 0.0;
        foreach (var rupture in Ruptures)
            fall += rupture.FallIn(session, area);
        return Usual(session) + _noise.In(area) - fall;
    }

    /// <summary>The chance that no check-in comes back.</summary>
    public double MissingChance(int session) =>
        Math.Min(1, _options.Missing + (Ruptures.Exists(rupture => rupture.Onset == session || rupture.IsOpenBefore(session)) ? _options.MissingInRupture : 0));

    /// <summary>Lives through a session that is held and gives the row, answers left out where there are none.</summary>
    public SimulatedSession Answer(AnswerDraw drawn, SimulatedSession row, double withinCouple)
    {
        var session = row.Session;
        var answer = Care(row.Rupture, drawn);
        row = row with { Trust = Trust, Felt = Felt(session), Fall = Fall(session) };
        if (drawn.Missing < MissingChance(session))
            return row;
        row = row with
        {
            Answered = true,
            Task = Rated(RuptureArea.Task, session, drawn.MissingTask),
            Goal = Rated(RuptureArea.Goal, session, drawn.MissingGoal),
            Bond = Rated(RuptureArea.Bond, session, drawn.MissingBond),
            Fairness = Whole(Truth.IsFlatAnswerer ? Truth.Level : Usual(session) - FairnessShare * Fall(session) + FairnessSd * drawn.Fairness, 7),
            WithinCouple = Whole(Truth.IsFlatAnswerer ? Truth.Level : withinCouple, 7),
            Tension = row.Rupture is { Told: true },
            Care = Truth.IsFlatAnswerer ? CareAnswer.Yes : answer,
            Expectation = Truth.IsFlatAnswerer ? ExpectationAnswer.Rather : Nearest(Trust + ExpectationSd * drawn.Expectation),
        };
        if (row.Rupture is { Told: true } told)
        {
            row = row with
            {
                TensionStrength = Whole(1 + StrengthPerPoint * told.Depth + AnswerSd * drawn.Strength, 5),
                TensionCleared = Whole(told.Repair switch { TrueRepair.Full => 4.4, TrueRepair.Partial => 3, _ => 1.4 } + AnswerSd * drawn.Cleared, 5),
            };
        }

        Remember(row);
        return row;
    }

    /// <summary>Whole, from 1 to the most.</summary>
    public static int Whole(double felt, int most) => (int)Math.Clamp(Math.Round(felt), 1, most);

    private double Usual(int session) => Truth.Level + _options.Growth * (session - 1);

    private int? Rated(RuptureArea area, int session, double missing) =>
        missing < _options.MissingItem ? null : Whole(Truth.IsFlatAnswerer ? Truth.Level : FeltIn(area, session), 7);

    private void Remember(SimulatedSession row)
    {
        Keep(0, row.Task);
        Keep(1, row.Goal);
        Keep(2, row.Bond);

        void Keep(int at, int? answered)
        {
            if (answered is not null)
                _levels[at] = (answered, _levels[at].Last);
        }
    }

    // What was shown and how it was met moves trust; what was kept back was not tested.
    private CareAnswer Care(TrueRupture? rupture, AnswerDraw drawn)
    {
        if (rupture is { Told: false })
            return CareAnswer.KeptToMyself;
        if (rupture is null && drawn.Shown >= Shown)
            return drawn.Kept < (1 - Trust) / 2 ? CareAnswer.KeptToMyself : CareAnswer.DidNotComeUp;
        var outcome = rupture is not null
            ? rupture.Repair switch { TrueRepair.Full => 1, TrueRepair.Partial => 0.5, _ => 0 }
            : drawn.Care < Truth.CareChance ? 1 : drawn.Care < Truth.CareChance + (1 - Truth.CareChance) * PartlyShare ? 0.5 : 0;
        Trust += _options.TrustRate * (outcome - Trust);
        return outcome switch { 1 => CareAnswer.Yes, 0.5 => CareAnswer.Partly, _ => CareAnswer.No };
    }

    private static ExpectationAnswer Nearest(double chance)
    {
        var nearest = ExpectationAnswer.Hardly;
        for (var word = ExpectationAnswer.Hardly; word <= ExpectationAnswer.Surely; word++)
        {
            if (Math.Abs(TrustReadings.AsChance(word) - chance) < Math.Abs(TrustReadings.AsChance(nearest) - chance))
                nearest = word;
        }

        return nearest;
    }
}
