using System.Security.Cryptography;
using System.Text;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Refusals;

namespace Attune.Practice.Repairing;

/// <summary>The story of the rupture in three sentences, in the therapist's words. Written anew, it has not been answered by anybody.</summary>
public sealed record WriteRuptureStory : RuptureCommand
{
    public required RuptureStory Story { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (Stale(rupture.StoryNumber))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = StoryRules.Check(new Check(), Story);
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RuptureStoryWritten
            {
                At = at,
                Amends = rupture.StoryNumber is 0 ? null : rupture.StoryNumber,
                Rupture = Rupture,
                Owner = rupture.Owner,
                Story = StoryRules.Tidy(Story),
            });
    }
}

/// <summary>What the partner whose rupture it is said to the story, typed by the therapist in the room.</summary>
public sealed record AnswerRuptureStory : RuptureCommand
{
    public required Partner Partner { get; init; }

    public required StoryFit Fit { get; init; }

    /// <summary>The partner's own version, whole; null when they changed nothing.</summary>
    public RuptureStory? InTheirWords { get; init; }

    /// <summary>
    /// The <see cref="StoryMark"/> of the story that they were shown; null: no such check. In place of a case number, which would tell on the card that
    /// something of the other partner was recorded.
    /// </summary>
    public string? Shown { get; init; }

    private protected override Decision Decide(CoupleCase couple, RuptureRecord rupture, DateTimeOffset at)
    {
        if (rupture.Story is not { } story)
            return Decision.No(RuptureRefusals.NoStory);
        // They answered to what they were shown.
        if (Stale(rupture.StoryNumber) || (Shown is not null && Shown != StoryMark.Of(story)))
            return Decision.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check()
            .Defined<StoryFit>(Fit, "Fit", "Whether it fits")
            .That(rupture.Owner.Includes(Partner), RuptureRefusals.NotTheirs);
        if (InTheirWords is { } own)
            StoryRules.Check(check, own);
        return check.Fails
            ? Decision.No(check.Why)
            : Decision.Record(new RuptureStoryAnswered { At = at, Rupture = Rupture, Partner = Partner, Fit = Fit, InTheirWords = Changed(story) });
    }

    // Words that were only looked at are not a version of their own.
    private RuptureStory? Changed(RuptureStory story) => InTheirWords is { } own && StoryRules.Tidy(own) is var tidy && tidy != story ? tidy : null;
}

/// <summary>Tells one story from another without holding a word of it.</summary>
public static class StoryMark
{
    public static string Of(RuptureStory story) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{story.Happened}\n{story.Touched}\n{story.Needed}")).AsSpan(0, 12));
}

internal static class StoryRules
{
    private const int Longest = 1_000;

    public static Check Check(Check check, RuptureStory story) => check
        .Given(story.Happened, "Happened", "What happened between you").NotLonger(story.Happened, Longest, "Happened", "What happened")
        .Given(story.Touched, "Touched", "What it touched").NotLonger(story.Touched, Longest, "Touched", "What it touched")
        .Given(story.Needed, "Needed", "What was needed").NotLonger(story.Needed, Longest, "Needed", "What was needed");

    public static RuptureStory Tidy(RuptureStory story) => new(story.Happened.Trim(), story.Touched.Trim(), story.Needed.Trim());
}
