namespace Attune.Method.Cases;

/// <summary>
/// A partner is half-way through and will go on another time. Replaces the draft before it, whole; an empty one sets it aside. A draft was not handed
/// in: it is shown to nobody, its writer included.
/// </summary>
public sealed record SelfReportDrafted : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>The page to go on with, from 1.</summary>
    public required int Page { get; init; }

    public required SelfReport Report { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>A partner handed in what they had to tell. A later one stands in its place.</summary>
public sealed record SelfReportGiven : CaseEvent
{
    public required Partner Partner { get; init; }

    public required SelfReport Report { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>The therapist took a report over into the assessment, or left it beside it. Says where an entry came from: told by the partner.</summary>
public sealed record SelfReportSettled : CaseEvent
{
    public required Partner Partner { get; init; }

    /// <summary>The number of the event in which it was given.</summary>
    public required long Given { get; init; }

    public required bool TakenOver { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>In which language a partner's handed-over page begins, as the therapist keeps it.</summary>
public sealed record PageLanguageChosen : CaseEvent
{
    public required Partner Partner { get; init; }

    public required PageLanguage Language { get; init; }

    public override Subject Subject => Partner.AsSubject();
}

/// <summary>The languages that a partner's pages have.</summary>
public enum PageLanguage
{
    English = 1,
    Dutch = 2,
    German = 3,
    Spanish = 4,
}

/// <summary>The two questions about home were switched on for this couple, or off. Off by default.</summary>
public sealed record HomeQuestionsSwitched : CaseEvent
{
    public required bool On { get; init; }

    public override Subject Subject => Subject.Couple;
}

/// <summary>Where a partner's own report stands.</summary>
public sealed class SelfReportRecord
{
    internal SelfReportRecord() { }

    /// <summary>Half-way through, and not handed in; null when nothing is begun.</summary>
    public SelfReportDrafted? Draft { get; private set; }

    /// <summary>The latest that was handed in; null while none was.</summary>
    public SelfReportGiven? Given { get; private set; }

    /// <summary>The event number of <see cref="Given"/>; 0 while there is none.</summary>
    public long GivenNumber { get; private set; }

    /// <summary>What the therapist did with <see cref="Given"/>; null while it is a proposal.</summary>
    public SelfReportSettled? Settled { get; private set; }

    internal void Drafted(SelfReportDrafted e) => Draft = e.Report.IsEmpty ? null : e;

    internal void GaveIn(long number, SelfReportGiven e) => (Given, GivenNumber, Draft, Settled) = (e, number, null, null);

    internal void SettledBy(SelfReportSettled e)
    {
        if (e.Given == GivenNumber)
            Settled = e;
    }
}
