namespace Attune.Method.Cases;

/// <summary>What the record holds of one partner beside the sessions.</summary>
public sealed class PartnerRecord
{
    private readonly SortedDictionary<string, OwnChain> _chains = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, TherapyExpectation> _expectations = [];
    private readonly List<SafetyScreened> _screens = [];
    private readonly List<SafetyFlagRaised> _flags = [];
    private readonly List<ContinuingDoubted> _doubts = [];
    private readonly List<int> _fadingHope = [];
    private readonly List<PromiseKept> _kept = [];
    private readonly List<MeasureScored> _scores = [];

    internal PartnerRecord(Partner partner) => Partner = partner;

    public Partner Partner { get; }

    public string? Name { get; internal set; }

    /// <summary>The latest assessment; null while none was made.</summary>
    public PartnerAssessed? Assessment { get; private set; }

    /// <summary>The event number of <see cref="Assessment"/>; 0 while none was made.</summary>
    public long AssessmentNumber { get; private set; }

    /// <summary>What this partner expected before the first session.</summary>
    public ExpectationAnswer? FirstExpectation { get; internal set; }

    /// <summary>Chains that the therapist set, by early schema code. A proposed chain is not here: it is inferred.</summary>
    public IReadOnlyDictionary<string, OwnChain> Chains => _chains;

    /// <summary>What this partner expects of therapy, in the order of its numbers.</summary>
    public IReadOnlyCollection<TherapyExpectation> Expectations => _expectations.Values;

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<SafetyScreened> SafetyScreens => _screens;

    /// <summary>The flags that are up, by this partner's account or about them.</summary>
    public IReadOnlyCollection<SafetyConcern> SafetyFlags => [.. _flags.Select(flag => flag.Concern).Distinct().Order()];

    /// <summary>The raising of each flag that is up, in the order of the log. A concern may have been raised more than once.</summary>
    public IReadOnlyList<SafetyFlagRaised> FlagsRaised => _flags;

    public IReadOnlyList<ContinuingDoubted> Doubts => _doubts;

    /// <summary>Sessions in which this partner seemed to run out of hope, in the order noted.</summary>
    public IReadOnlyList<int> HopeFadedIn => _fadingHope;

    public IReadOnlyList<PromiseKept> PromisesKept => _kept;

    /// <summary>Scores of the practice's own measures, one for each measure and session, by session; those taken back are left out.</summary>
    public IReadOnlyList<MeasureScored> MeasureScores => _scores;

    /// <summary>Why it ended, as this partner says; null when it did not, or nobody asked.</summary>
    public PartnerSaidWhyClosed? WhyClosed { get; internal set; }

    /// <summary>Whether their heart may be heard; null while they were not asked.</summary>
    public bool? AgreedToHeart { get; internal set; }

    /// <summary>What this partner told alone, on a device that was handed over.</summary>
    public SelfReportRecord SelfReport { get; } = new();

    /// <summary>In which a page that is handed over begins; null: as for everybody in the practice.</summary>
    public PageLanguage? PageLanguage { get; internal set; }

    internal void Assessed(long number, PartnerAssessed e) => (AssessmentNumber, Assessment) = (number, e);

    internal void ChainSet(OwnChainSet e) => _chains[e.EarlySchema] = e.Chain;

    internal void Voiced(TherapyExpectationVoiced e)
    {
        if (_expectations.TryGetValue(e.Expectation, out var known))
            known.VoicedAnew(e);
        else
            _expectations.Add(e.Expectation, new TherapyExpectation(e));
    }

    // An answer whose expectation is not here has nothing to belong to.
    internal void AnsweredExpectation(TherapyExpectationAnswered e) => _expectations.GetValueOrDefault(e.Expectation)?.Answered(e);

    internal void Screened(SafetyScreened e) => _screens.Add(e);

    internal void Raised(SafetyFlagRaised e) => _flags.Add(e);

    internal void Lowered(SafetyConcern concern) => _flags.RemoveAll(flag => flag.Concern == concern);

    internal void Doubted(ContinuingDoubted e) => _doubts.Add(e);

    internal void HopeFaded(int session) => _fadingHope.Add(session);

    internal void Kept(PromiseKept e) => _kept.Add(e);

    internal void Scored(MeasureScored e)
    {
        _scores.RemoveAll(one => one.Session == e.Session && one.Measure == e.Measure);
        if (e.Score is null)
            return;
        var after = _scores.FindLastIndex(one => one.Session <= e.Session);
        _scores.Insert(after + 1, e);
    }
}

/// <summary>One expectation of a partner, and what the therapist has said to it.</summary>
public sealed class TherapyExpectation
{
    private readonly List<TherapyExpectationAnswered> _answers = [];

    internal TherapyExpectation(TherapyExpectationVoiced e) => (Number, Of, Words, ByWhen, VoicedAt) = (e.Expectation, e.Of, e.Words, e.ByWhen, e.At);

    /// <summary>From 1 within this partner's expectations.</summary>
    public int Number { get; }

    public ExpectationOf Of { get; private set; }

    public string Words { get; private set; }

    public string? ByWhen { get; private set; }

    public DateTimeOffset VoicedAt { get; }

    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<TherapyExpectationAnswered> Answers => _answers;

    /// <summary>The latest; null while unanswered.</summary>
    public ExpectationReply? Reply => _answers.Count == 0 ? null : _answers[^1].Reply;

    /// <summary>The session in which it was last spoken about; null when never.</summary>
    public int? LastSpokenIn => _answers.Count == 0 ? null : _answers[^1].Session;

    /// <summary>Whether both "will" and "will not" were answered at some time.</summary>
    public bool IsContradicted =>
        _answers.Exists(answer => answer.Reply == ExpectationReply.Will) && _answers.Exists(answer => answer.Reply == ExpectationReply.WillNot);

    internal void VoicedAnew(TherapyExpectationVoiced e) => (Of, Words, ByWhen) = (e.Of, e.Words, e.ByWhen);

    internal void Answered(TherapyExpectationAnswered e) => _answers.Add(e);
}
