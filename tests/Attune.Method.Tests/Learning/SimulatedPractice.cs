using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation.Forecasting;
using Attune.Method.Catalogue;
using Attune.Method.Learning;

namespace Attune.Method.Tests.Learning;

/// <summary>Couples of the catalogue's reference profiles over some sessions, whose reports are drawn from known weights. Everything follows from seed and number.</summary>
internal sealed class SimulatedPractice
{
    private static readonly MethodCatalogue Catalogue = MethodCatalogue.BuiltIn;
    private static readonly ImmutableArray<ReferenceProfile> Profiles = ReferenceProfiles.Of(Catalogue);
    private static readonly TermValues Terms = ForecastModel.Of(Catalogue).Values;
    private static readonly ImmutableArray<string> Codes = [.. Catalogue.Forecast.Terms.Select(term => term.Code)];

    private readonly PracticeShape _shape;
    private SeededStream _stream;

    public SimulatedPractice(uint seed, uint number, PracticeShape shape)
    {
        (_shape, _stream) = (shape, new SeededStream(seed, number));
        Prior = LearningPrior.Of(Catalogue, TensionReporter.Partner);
        Weights = [.. Prior.Terms.Select(term => term.Mean + term.Sd * _stream.Normal())];
        Intercept = Prior.Intercept.Mean + Prior.Intercept.Sd * _stream.Normal();
        var partners = Enumerable.Range(0, 2 * shape.Couples).Select(_ => new Life(Profiles[(int)(_stream.Uniform() * Profiles.Length)], _stream.Normal())).ToArray();
        Own = [.. partners.Select(_ => Prior.PartnerSd * _stream.Normal())];
        if (shape.TermsSd is { } sd)
            SetSpread(partners, sd);
        Rows = LearningRows.Of(Codes, 3, Drawn(partners));
    }

    public LearningPrior Prior { get; }

    public double Intercept { get; private set; }

    public ImmutableArray<double> Weights { get; private set; }

    public ImmutableArray<double> Own { get; }

    public LearningRows Rows { get; }

    // The SD over sessions of the summed terms, areas by their shares; the intercept so that, all in all, a tenth of the sessions has a report.
    private void SetSpread(Life[] partners, double sd)
    {
        var kept = _stream;
        var values = Sessions(partners, (_, _, _) => false).Select(one => one.Values).ToArray();
        _stream = kept;
        double[] shares = [.. Prior.Offsets.Select(Math.Exp)];
        var sums = values.Select(row => Weights.Select((weight, k) => weight * Enumerable.Range(0, 3).Sum(area => shares[area] * row[area * Codes.Length + k])).Sum()).ToArray();
        var mean = sums.Average();
        var now = Math.Sqrt(sums.Average(sum => (sum - mean) * (sum - mean)));
        Weights = [.. Weights.Select(weight => weight * sd / now)];
        double low = -12, high = 4;
        while (high - low > 1e-6)
        {
            Intercept = (low + high) / 2;
            if (values.Select((row, i) => Any(row, 0)).Average() < .1)
                low = Intercept;
            else
                high = Intercept;
        }
    }

    private IEnumerable<LearningRow> Drawn(Life[] partners)
    {
        var outcomes = new Dictionary<(int, int), SessionOutcome>();
        foreach (var (partner, session, values) in Sessions(partners, Report))
            yield return new LearningRow(partner / 2, partner, values, outcomes[(partner, session)]);

        bool Report(int partner, int session, ImmutableArray<double> values)
        {
            List<int> broke = [];
            for (var area = 0; area < 3; area++)
            {
                if (_stream.Uniform() < ForecastModel.Logistic(LogOdds(values, area) + Own[partner]))
                    broke.Add(area);
            }

            var isKnown = _stream.Uniform() < _shape.AreaKnown;
            var isAnswered = _stream.Uniform() < _shape.Answered;
            var which = (int)(_stream.Uniform() * broke.Count);
            outcomes[(partner, session)] = !isAnswered ? SessionOutcome.Unanswered
                : broke.Count == 0 ? SessionOutcome.NoReport
                : isKnown ? SessionOutcome.ReportOfArea(broke[which]) : SessionOutcome.ReportOfUnknownArea;
            return broke.Count > 0;
        }
    }

    private double LogOdds(ImmutableArray<double> values, int area)
    {
        var odds = Intercept + Prior.Offsets[area];
        for (var k = 0; k < Codes.Length; k++)
            odds += Weights[k] * values[area * Codes.Length + k];
        return odds;
    }

    private double Any(ImmutableArray<double> values, double own) =>
        1 - Enumerable.Range(0, 3).Aggregate(1.0, (none, area) => none * (1 - ForecastModel.Logistic(LogOdds(values, area) + own)));

    private IEnumerable<(int Partner, int Session, ImmutableArray<double> Values)> Sessions(Life[] partners, Func<int, int, ImmutableArray<double>, bool> report)
    {
        for (var couple = 0; couple < _shape.Couples; couple++)
        {
            var (a, b) = (partners[2 * couple], partners[2 * couple + 1]);
            a.Begin();
            b.Begin();
            for (var session = 1; session <= _shape.Sessions; session++)
            {
                var technique = Pick(Catalogue.Techniques);
                var occasion = _stream.Uniform() < Catalogue.Forecast.Reference.OccasionShare ? Pick(Catalogue.Occasions) : null;
                var gap = a.Level - b.Level;
                foreach (var (life, other, partner) in new[] { (a, b, 2 * couple), (b, a, 2 * couple + 1) })
                {
                    var values = ValuesOf(life, other, session, technique, occasion, gap);
                    if (report(partner, session, values))
                        life.IsOpen = true;
                    else if (_stream.Uniform() < .4)
                        life.IsOpen = false;
                    yield return (partner, session, values);
                }

                a.Live(ref _stream);
                b.Live(ref _stream);
            }
        }
    }

    private ImmutableArray<double> ValuesOf(Life life, Life other, int session, string technique, string? occasion, double gap)
    {
        List<TermInput> inputs = [];
        foreach (var (code, score) in life.Profile.Scores)
            Terms.AddSchema(inputs, code, score);
        Terms.AddTechnique(inputs, technique, life.Profile.Scores, _stream.Uniform() < .5 ? (int)(_stream.Uniform() * 11) : null);
        if (occasion is not null)
            Terms.AddOccasion(inputs, occasion, life.Profile.Scores);
        Terms.AddMotivation(inputs, life.Profile.Motivation, other.Profile.Motivation);
        Terms.AddSharedView(inputs, Math.Clamp(Math.Round(5 + 2.5 * life.View), 0, 10));
        Terms.AddExpectations(inputs, (int)(_stream.Uniform() * _stream.Uniform() * 4));
        if (session > 1)
        {
            foreach (var area in new[] { RuptureArea.Task, RuptureArea.Goal, RuptureArea.Bond })
                Terms.AddLevel(inputs, area, life.Answers[(int)area - 1], session > 2 ? life.Before[(int)area - 1] : null);
            Terms.AddSplit(inputs, gap, session > 4 ? (_stream.Uniform() - .5) * .6 : null);
        }

        if (life.IsOpen)
            Terms.AddOpenRupture(inputs);
        Terms.AddPull(inputs, life.Pull);
        if (session <= ForecastModel.FirstSessions)
            Terms.AddFirstSix(inputs);
        Terms.AddConjoint(inputs);
        var values = new double[3 * Codes.Length];
        foreach (var input in inputs)
            AreaValues.Add(input, Codes.IndexOf(input.Term), TensionReporter.Partner, values, Codes.Length);
        return [.. values];
    }

    private string Pick<T>(ImmutableArray<T> entries) where T : ICatalogueEntry => entries[(int)(_stream.Uniform() * entries.Length)].Code;

    /// <summary>One partner through the sessions: a level that wanders, and answers to it.</summary>
    private sealed class Life(ReferenceProfile profile, double view)
    {
        private readonly double _usual = 5.5 + .7 * view;

        public ReferenceProfile Profile { get; } = profile;

        public double View { get; } = view;

        public double Pull { get; } = Math.Clamp(.3 + .25 * view, 0, 1);

        public double Level { get; private set; }

        public double[] Answers { get; private set; } = [5, 5, 5];

        public double[] Before { get; private set; } = [5, 5, 5];

        public bool IsOpen { get; set; }

        public void Begin() => (Level, IsOpen) = (_usual, false);

        public void Live(ref SeededStream stream)
        {
            Level = _usual + .4 * (Level - _usual) + .6 * stream.Normal();
            Before = Answers;
            Answers = new double[3];
            for (var i = 0; i < 3; i++)
                Answers[i] = Math.Clamp(Math.Round(Level + .6 * stream.Normal()), 1, 7);
        }
    }
}

/// <param name="Sessions">Of each couple.</param>
/// <param name="TermsSd">SD over sessions of the summed terms, and a base rate of a tenth; null: weights and intercept as drawn from the prior.</param>
/// <param name="AreaKnown">Share of reports of which the area is known: drawn from those that broke.</param>
internal sealed record PracticeShape(int Couples, int Sessions, double? TermsSd = null, double AreaKnown = 0, double Answered = .85);
