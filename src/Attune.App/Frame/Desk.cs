using System.Collections.Immutable;
using Attune.App.Edge;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Timeline;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Learning;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;
using Attune.Practice.Settings;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Microsoft.AspNetCore.Components.Authorization;

namespace Attune.App.Frame;

/// <summary>What every page does with the practice: ask as the one who is signed in, and read a refusal as what it says.</summary>
internal sealed class Desk(IGrainFactory grains, AuthenticationStateProvider who, SettingsBook settings)
{
    private PracticeSettings? _settings;

    public async Task<CoupleView> SeeAsync(Guid couple, string page) => await Couple(couple).See(await ViewerAsync(), page);

    /// <summary>What stands in the debrief of a session before it is written.</summary>
    public async Task<DebriefProposal> ProposeDebriefAsync(Guid couple, int session) => await Couple(couple).ProposeDebrief(await ViewerAsync(), session);

    /// <summary>What was heard and noted in a session, on one clock.</summary>
    public async Task<SessionTimeline> SeeTimelineAsync(Guid couple, int session) => await Couple(couple).SeeTimeline(await ViewerAsync(), session);

    /// <summary>Everything that the record holds, what was taken back among it.</summary>
    public async Task<ImmutableArray<RecordedEvent>> SeeRecordedAsync(Guid couple, string page) => await Couple(couple).SeeRecorded(await ViewerAsync(), page);

    public async Task<CaseloadView> SeeCaseloadAsync()
    {
        var viewer = await TherapistAsync();
        return await grains.GetGrain<ITherapistGrain>(viewer.Id.Value).SeeCaseload(viewer);
    }

    /// <summary>Read once for a request: the frame asks, and most pages do.</summary>
    public async Task<PracticeSettings> SeeSettingsAsync() => _settings ??= settings.Read(await ViewerAsync());

    public async Task<ImmutableArray<Refusal>> ChangeAsync(SettingsChange change)
    {
        _settings = null;
        return await settings.ChangeAsync(await ViewerAsync(), change);
    }

    /// <summary>The couple that the first walk goes round with: the one that was begun first; null in a practice without one.</summary>
    public async Task<CoupleView?> SeeWalkedCoupleAsync() =>
        (await SeeCaseloadAsync()).Couples.MinBy(line => line.Id.Value) is { } first ? await SeeAsync(first.Id.Value, "first walk") : null;

    /// <summary>How far the forecast can be believed, over all couples.</summary>
    public async Task<CalibrationView> SeeCalibrationAsync()
    {
        var viewer = await TherapistAsync();
        return await grains.GetGrain<ILearningGrain>(viewer.Id.Value).SeeCalibration(viewer);
    }

    /// <summary>What the practice's own sessions say of the session that comes next.</summary>
    public async Task<LearnedChances> SeeChancesAsync(Guid couple)
    {
        var viewer = await TherapistAsync();
        return await grains.GetGrain<ILearningGrain>(viewer.Id.Value).SeeChances(viewer, new CoupleId(couple));
    }

    public async Task<TherapistView> SeeProfileAsync()
    {
        var viewer = await TherapistAsync();
        return await grains.GetGrain<ITherapistGrain>(viewer.Id.Value).SeeProfile(viewer);
    }

    public async Task<ImmutableArray<Refusal>> AssessMyselfAsync(AssessTherapist command)
    {
        var viewer = await TherapistAsync();
        return Why(await grains.GetGrain<ITherapistGrain>(viewer.Id.Value).Assess(viewer, command));
    }

    public async Task<ImmutableArray<Refusal>> WriteMyCardAsync(WriteOwnCard command)
    {
        var viewer = await TherapistAsync();
        return Why(await grains.GetGrain<ITherapistGrain>(viewer.Id.Value).WriteCard(viewer, command));
    }

    public async Task<ImmutableArray<Refusal>> OpenCoupleAsync(CoupleId couple, string nameOfA, string nameOfB)
    {
        var viewer = await TherapistAsync();
        return Why(await grains.GetGrain<ITherapistGrain>(viewer.Id.Value).OpenCouple(viewer, couple, nameOfA, nameOfB));
    }

    /// <summary>What the last command wrote for this page: its first event and how many; null when nothing was written.</summary>
    public (long First, int Count)? Written { get; private set; }

    /// <summary>Empty: done.</summary>
    public async Task<ImmutableArray<Refusal>> DoAsync(Guid couple, CoupleCommand command)
    {
        var outcome = await Couple(couple).Do(await ViewerAsync(), command);
        Written = outcome is Outcome.Done { Events: > 0 } done ? (done.Number - done.Events + 1, done.Events) : null;
        return Why(outcome);
    }

    public async Task<ImmutableArray<Refusal>> AddRecordingAsync(Guid couple, AddRecording command) =>
        Why(await Couple(couple).AddRecording(await ViewerAsync(), command));

    /// <summary>What would be understood of a recording; nothing is kept.</summary>
    public async Task<PreviewOutcome> PreviewRecordingAsync(Guid couple, AddRecording command) => await Couple(couple).PreviewRecording(await ViewerAsync(), command);

    /// <summary>The partner who holds this browser now. Refused for everybody else.</summary>
    public async Task<Viewer.PartnerWithCheckIn> PartnerAsync() =>
        await ViewerAsync() as Viewer.PartnerWithCheckIn ?? throw new RefusedException(CommonRefusals.NotYours);

    public Task<CheckInForm> SeeCheckInAsync(Viewer.PartnerWithCheckIn own) => Couple(own.Couple.Value).SeeCheckIn(own);

    /// <summary>Empty: the answers are durable. Sent twice by a double tap counts as sent: that is all that matters to the person.</summary>
    public async Task<ImmutableArray<Refusal>> SendCheckInAsync(Viewer.PartnerWithCheckIn own, CoupleCommand command)
    {
        var why = Why(await Couple(own.Couple.Value).Do(own, command));
        return why is [{ Code: CheckInRefusals.AnsweredAlreadyCode }] ? [] : why;
    }

    /// <summary>The partner who holds this browser for what they tell of themselves. Refused for everybody else.</summary>
    public async Task<Viewer.PartnerWithReport> TellerAsync() =>
        await ViewerAsync() as Viewer.PartnerWithReport ?? throw new RefusedException(CommonRefusals.NotYours);

    public Task<SelfReportForm> SeeSelfReportAsync(Viewer.PartnerWithReport own) => Couple(own.Couple.Value).SeeSelfReport(own);

    /// <summary>Empty: it is durable.</summary>
    public async Task<ImmutableArray<Refusal>> TellAsync(Viewer.PartnerWithReport own, CoupleCommand command) => Why(await Couple(own.Couple.Value).Do(own, command));

    public async Task<string> MakeLinkAsync(CheckInLinks links, CoupleId couple, Partner partner, int session) =>
        await links.IssueAsync(await ViewerAsync(), couple, partner, session);

    private async Task<Viewer> ViewerAsync() =>
        (await who.GetAuthenticationStateAsync()).User.Viewer() ?? throw new RefusedException(CommonRefusals.NotYours);

    private async Task<Viewer.OwnTherapist> TherapistAsync() =>
        await ViewerAsync() as Viewer.OwnTherapist ?? throw new RefusedException(CommonRefusals.NotYours);

    private ICoupleGrain Couple(Guid id) => grains.GetGrain<ICoupleGrain>(id);

    private static ImmutableArray<Refusal> Why(Outcome outcome) => outcome is Outcome.Refused refused ? refused.Why : [];
}
