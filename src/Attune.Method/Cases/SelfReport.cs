using System.Collections.Immutable;

namespace Attune.Method.Cases;

/// <summary>
/// What a partner tells of themselves, alone, before or early in the work. Own wording, no measure: no schema score (licensed), nothing about safety,
/// nothing about the other. Every answer may be left out, and a missing one stays missing.
/// </summary>
public sealed record SelfReport
{
    /// <summary>Topics of the assessment on which this report may say "I would rather not".</summary>
    public static readonly ImmutableArray<AssessmentTopic> Topics = [AssessmentTopic.ReasonToCome, AssessmentTopic.Expectations, AssessmentTopic.PastRuptures];

    /// <summary>How they come to this; several may be true at once.</summary>
    public ImmutableArray<ComingReason> Coming { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? ComingWords { get; init; }

    /// <summary>What they hope for here.</summary>
    public string? Hopes { get; init; }

    /// <summary>What they fear here.</summary>
    public string? Fears { get; init; }

    /// <summary>An earlier therapy that went wrong: how it ended.</summary>
    public string? EarlierTherapyEnded { get; init; }

    /// <summary>... and what would have mended it.</summary>
    public string? EarlierTherapyMended { get; init; }

    /// <summary>What helps when it gets hard.</summary>
    public string? WhatHelps { get; init; }

    /// <summary>The first forecast of a caring answer; asked before the first session alone.</summary>
    public ExpectationAnswer? Expectation { get; init; }

    /// <summary>Technique code to comfort with it, 0 to 10.</summary>
    public ImmutableSortedDictionary<string, int> Comfort { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Codes of techniques of which they said "I do not know it": an answer, and no comfort of 0.</summary>
    public ImmutableArray<string> NotKnown { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What they would rather not say, out of <see cref="Topics"/>.</summary>
    public ImmutableArray<AssessmentTopic> WouldRatherNot { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What may be done with the words; null counts as <see cref="SpeakPermission.PleaseJustKnowIt"/>, the most careful reading.</summary>
    public SpeakPermission? MaySpeak { get; init; }

    /// <summary>Nothing was answered.</summary>
    public bool IsEmpty => this is
    {
        Coming.IsEmpty: true, Comfort.IsEmpty: true, NotKnown.IsEmpty: true, WouldRatherNot.IsEmpty: true, Expectation: null, MaySpeak: null,
    } && !OwnWords().Any();

    /// <summary>Everything that was written in own words, in the order asked.</summary>
    public IEnumerable<string> OwnWords() => new[] { ComingWords, Hopes, Fears, EarlierTherapyEnded, EarlierTherapyMended, WhatHelps }.OfType<string>();

    /// <summary>
    /// This report with what was answered now over it. What was left empty now stays as it was; "would rather not" takes the words on that topic back,
    /// and words given now take "would rather not" back.
    /// </summary>
    public SelfReport With(SelfReport now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var before = WithoutWordsOn(now.WouldRatherNot);
        return new SelfReport
        {
            Coming = now.Coming.IsEmpty ? before.Coming : now.Coming,
            ComingWords = now.ComingWords ?? before.ComingWords,
            Hopes = now.Hopes ?? before.Hopes,
            Fears = now.Fears ?? before.Fears,
            EarlierTherapyEnded = now.EarlierTherapyEnded ?? before.EarlierTherapyEnded,
            EarlierTherapyMended = now.EarlierTherapyMended ?? before.EarlierTherapyMended,
            WhatHelps = now.WhatHelps ?? before.WhatHelps,
            Expectation = now.Expectation ?? before.Expectation,
            Comfort = before.Comfort.RemoveRange(now.NotKnown).SetItems(now.Comfort),
            NotKnown = [.. before.NotKnown.Union(now.NotKnown).Except(now.Comfort.Keys).Order(StringComparer.Ordinal)],
            WouldRatherNot = [.. before.WouldRatherNot.Where(topic => !now.SpeaksOf(topic)).Union(now.WouldRatherNot).Order()],
            MaySpeak = now.MaySpeak ?? before.MaySpeak,
        };
    }

    private bool SpeaksOf(AssessmentTopic topic) => topic switch
    {
        AssessmentTopic.ReasonToCome => !Coming.IsEmpty || ComingWords is not null,
        AssessmentTopic.Expectations => Hopes is not null,
        AssessmentTopic.PastRuptures => EarlierTherapyEnded is not null || EarlierTherapyMended is not null,
        _ => false,
    };

    private SelfReport WithoutWordsOn(ImmutableArray<AssessmentTopic> topics) => this with
    {
        Coming = topics.Contains(AssessmentTopic.ReasonToCome) ? [] : Coming,
        ComingWords = topics.Contains(AssessmentTopic.ReasonToCome) ? null : ComingWords,
        Hopes = topics.Contains(AssessmentTopic.Expectations) ? null : Hopes,
        EarlierTherapyEnded = topics.Contains(AssessmentTopic.PastRuptures) ? null : EarlierTherapyEnded,
        EarlierTherapyMended = topics.Contains(AssessmentTopic.PastRuptures) ? null : EarlierTherapyMended,
    };
}

/// <summary>How somebody comes to couples therapy, as they say it.</summary>
public enum ComingReason
{
    OwnWish = 1,
    ForTheOther = 2,
    WithDoubts = 3,
    NothingElseLeft = 4,
}
