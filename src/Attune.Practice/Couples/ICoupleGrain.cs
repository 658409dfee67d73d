using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Timeline;
using Attune.Practice.Asking;
using Attune.Practice.Holding;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;
using Attune.Practice.Viewing;

namespace Attune.Practice.Couples;

/// <summary>One couple: the single writer of its case in this practice, and the one who shows it. The key is the couple's id.</summary>
[Alias("attune.couple.v1")]
public interface ICoupleGrain : IGrainWithGuidKey
{
    /// <summary>Begins the record of a couple. Refused when it has been begun.</summary>
    [Alias("open")]
    Task<Outcome> Open(Viewer viewer, string nameOfA, string nameOfB);

    /// <summary>Records what the command says, or refuses it. Durable when it returns <see cref="Outcome.Done"/>.</summary>
    [Alias("do")]
    Task<Outcome> Do(Viewer viewer, CoupleCommand command);

    /// <summary>Reads a recording of the therapist's heart into a session, with what the article's rule finds in it.</summary>
    [Alias("add-recording")]
    Task<Outcome> AddRecording(Viewer viewer, AddRecording command);

    /// <summary>What would be understood of such a recording, and found in it. Keeps nothing.</summary>
    [Alias("preview-recording")]
    Task<PreviewOutcome> PreviewRecording(Viewer viewer, AddRecording command);

    /// <summary>The case as its therapist sees it. Refused by a <see cref="RefusedException"/> for everybody else. Looking is noted in the audit trail.</summary>
    /// <param name="page">What is being looked at, for the audit trail.</param>
    [Alias("see")]
    Task<CoupleView> See(Viewer viewer, string page);

    /// <summary>Every event that can be read, what was taken back among them. For the therapist alone; looking is noted in the audit trail.</summary>
    [Alias("see-recorded")]
    Task<ImmutableArray<RecordedEvent>> SeeRecorded(Viewer viewer, string page);

    /// <summary>
    /// The kept beats of a heart of a session, as a plain recording: ms, one a line, gaps as what they are: long. For the therapist alone; refused by a
    /// <see cref="RefusedException"/> where there is none.
    /// </summary>
    [Alias("see-beats")]
    Task<string> SeeBeats(Viewer viewer, int session, RecordingId recording);

    /// <summary>What stands there before the debrief of a session is written. For the therapist alone.</summary>
    [Alias("propose-debrief")]
    Task<DebriefProposal> ProposeDebrief(Viewer viewer, int session);

    /// <summary>What was heard and noted in a session, on one clock. For the therapist alone; goes with <see cref="See"/>, which notes the look.</summary>
    [Alias("see-timeline")]
    Task<SessionTimeline> SeeTimeline(Viewer viewer, int session);

    /// <summary>The empty form that a partner may answer now. Depends on nothing that the other partner said or did.</summary>
    [Alias("see-check-in")]
    Task<CheckInForm> SeeCheckIn(Viewer viewer);

    /// <summary>The empty pages on which a partner may tell of themselves, and where they were. Depends on nothing that the other partner said or did.</summary>
    [Alias("see-self-report")]
    Task<SelfReportForm> SeeSelfReport(Viewer viewer);
}
