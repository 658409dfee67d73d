using System.Collections.Immutable;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Learning;
using Attune.Method.Timeline;
using Attune.Practice.Asking;
using Attune.Practice.Auditing;
using Attune.Practice.Holding;
using Attune.Practice.Learning;
using Attune.Practice.Live;
using Attune.Practice.Planning;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;
using Attune.Practice.Settings;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Vault;

namespace Attune.Practice.Couples;

/// <summary>A thin shell: loads the case, asks the pure code, appends, folds. Its memory is the log; it can be dropped at any time.</summary>
internal sealed class CoupleGrain(PracticeDoor door, CaseStore store, AuditBook audit, MethodCatalogue catalogue) : Grain, ICoupleGrain, ICoupleLine, ICoupleLearning, ICoupleLive
{
    private CoupleCase? _case;
    private SubjectKeyring? _keys;
    private CaseloadLine? _line;
    private long _lineNumber;
    private LearningPart? _part;
    private int _opening = -1;

    private CoupleId Id => new(this.GetPrimaryKey());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        door.WasSealed += LetGo;
        return base.OnActivateAsync(cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        door.WasSealed -= LetGo;
        Forget();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<Outcome> Open(Viewer viewer, string nameOfA, string nameOfB)
    {
        if (Access.ToSeeCase(viewer, door.Therapist) is { } no)
            return Outcome.No(no);
        Load();
        if (_case is not null || Id.Value == door.Therapist.Value)
            return Outcome.No(CoupleRefusals.OpenedAlready);
        var check = new Check()
            .Given(nameOfA, "NameOfA", "A name for partner A").NotLonger(nameOfA, 80, "NameOfA", "The name")
            .Given(nameOfB, "NameOfB", "A name for partner B").NotLonger(nameOfB, 80, "NameOfB", "The name");
        if (check.Fails)
            return Outcome.No(check.Why);
        var keys = await store.MakeKeysAsync(Id);
        var at = store.Time.GetUtcNow();
        (_case, _keys) = (new CoupleCase(), keys);
        return await AppendAsync(viewer, "open-couple", Opening(Id, nameOfA.Trim(), nameOfB.Trim(), at));
    }

    /// <summary>What every record begins with.</summary>
    internal static ImmutableArray<CaseEvent> Opening(CoupleId couple, string nameOfA, string nameOfB, DateTimeOffset at) =>
    [
        new CoupleOpened { At = at, Couple = couple },
        new PartnerIntroduced { At = at, Partner = Partner.A, Name = nameOfA },
        new PartnerIntroduced { At = at, Partner = Partner.B, Name = nameOfB },
    ];

    public async Task<Outcome> Do(Viewer viewer, CoupleCommand command)
    {
        if (Access.ToDo(viewer, Id, command, door.Therapist) is { } no)
            return Outcome.No(no);
        var outcome = await DecideAsync(viewer, command);
        if (viewer is not Viewer.OnePartner)
            return outcome;
        // A partner is told neither how many events there are nor that somebody else was writing: both tell of the other.
        for (var again = 0; again < 5 && CommonRefusals.IsChangedMeanwhile(outcome); again++)
            outcome = await DecideAsync(viewer, command);
        return outcome is Outcome.Done ? new Outcome.Done(0) : outcome;
    }

    public async Task<Outcome> AddRecording(Viewer viewer, AddRecording command)
    {
        if (Access.ToSeeCase(viewer, door.Therapist) is { } no)
            return Outcome.No(no);
        if (Load() is not { } couple)
            return Outcome.No(CommonRefusals.NoSuchCouple);
        var at = store.Time.GetUtcNow();
        var (decision, chunk) = RecordingReading.Decide(couple, command, new RecordingId(Guid.CreateVersion7(at)), at, PracticeSettings.In(door).ArousalLimit);
        if (!decision.Why.IsEmpty)
            return new Outcome.Refused(decision.Why);
        var added = (RecordingAdded)decision.Events[0];
        // The beats first: an event that names a recording must find it.
        await store.KeepBeatsAsync(added.Recording, _keys![Subject.Therapist], chunk);
        return await AppendAsync(viewer, nameof(AddRecording), decision.Events);
    }

    public Task<PreviewOutcome> PreviewRecording(Viewer viewer, AddRecording command)
    {
        if (Access.ToSeeCase(viewer, door.Therapist) is { } no)
            return Task.FromResult(new PreviewOutcome { Why = [no] });
        return Task.FromResult(Load() is { } couple
            ? RecordingReading.Preview(couple, command, store.Time.GetUtcNow(), PracticeSettings.In(door).ArousalLimit)
            : new PreviewOutcome { Why = [CommonRefusals.NoSuchCouple] });
    }

    public async Task<CoupleView> See(Viewer viewer, string page)
    {
        var couple = LoadFor(viewer);
        await audit.LookedAsync(Id.Value, viewer, page);
        return CoupleViews.Of(couple, catalogue, store.LoadTherapist().Assessment);
    }

    public Task<CaseloadLine> SeeLine(Viewer viewer)
    {
        var couple = LoadFor(viewer);
        if (_line is null || _lineNumber != couple.LastNumber)
            (_line, _lineNumber) = (CaseloadLines.Of(couple), couple.LastNumber);
        return Task.FromResult(_line);
    }

    public Task<LearningPart> SeePart(Viewer viewer)
    {
        var (couple, own) = (LoadFor(viewer), store.LoadTherapist());
        if (_part is null || (_part.Rows.Number, _part.Own) != (couple.LastNumber, own.AssessmentNumber))
            // Under its own id, also when the first event, which says it, was erased.
            _part = new LearningPart(CoupleRows.Of(couple, catalogue, own.Assessment) with { Couple = Id }, own.AssessmentNumber);
        return Task.FromResult(_part);
    }

    public Task<NextSession> SeeNext(Viewer viewer)
    {
        var couple = LoadFor(viewer);
        return Task.FromResult(NextSession.Of(couple, catalogue, store.LoadTherapist().Assessment, SessionRules.Upcoming(couple)) with { Couple = Id });
    }

    public async Task<ImmutableArray<RecordedEvent>> SeeRecorded(Viewer viewer, string page)
    {
        var couple = LoadFor(viewer);
        await audit.LookedAsync(Id.Value, viewer, page);
        return [.. couple.Recorded];
    }

    public async Task<string> SeeBeats(Viewer viewer, int session, RecordingId recording)
    {
        var couple = LoadFor(viewer);
        if (couple.FindSession(session)?.Live.Hearts.Any(heart => heart.Heard.Recording == recording) is not true || store.ReadBeats(recording) is not { } chunk)
            throw new RefusedException(LiveChecks.NoBeats);
        await audit.LookedAsync(Id.Value, viewer, $"beats, session {session}");
        return BeatChunk.ToPlainText(BeatChunk.Read(chunk.Span));
    }

    public Task<DebriefProposal> ProposeDebrief(Viewer viewer, int session) => Task.FromResult(DebriefProposals.Of(LoadFor(viewer), catalogue, session));

    public Task<SessionTimeline> SeeTimeline(Viewer viewer, int session) => Task.FromResult(SessionTimeline.Of(LoadFor(viewer), session));

    public Task<CheckInForm> SeeCheckIn(Viewer viewer)
    {
        var couple = Load();
        if (couple is null || viewer is not Viewer.PartnerWithCheckIn own
            || Access.ToSeeForm(viewer, Id, own.Partner, own.Session) is not null)
            throw new RefusedException(CommonRefusals.NotYours);
        return Task.FromResult(new CheckInForm(own.Partner, couple[own.Partner].Name ?? "", own.Session) { AboutHomeIsOn = couple.AsksAboutHome });
    }

    public Task<SelfReportForm> SeeSelfReport(Viewer viewer)
    {
        var couple = Load();
        if (couple is null || viewer is not Viewer.PartnerWithReport own || Access.ToSeeReportForm(viewer, Id, own.Partner) is not null)
            throw new RefusedException(CommonRefusals.NotYours);
        return Task.FromResult(SelfReportForm.Of(couple, own.Partner));
    }

    public Task<LivePlace?> FindLive(Viewer viewer, int session)
    {
        // Asked once while a session lives: another program may have ended it since this memory was made, so it is made anew.
        Forget();
        return Task.FromResult(LoadFor(viewer).FindSession(session)?.Live.Now is { } now
            ? new LivePlace(now.Live, now.StartedAt, Enum.GetValues<Subject>().ToImmutableDictionary(subject => subject, subject => _keys![subject]), PracticeSettings.In(door).ArousalLimit)
            : null);
    }

    public Task<bool> MayHear(Viewer viewer, Partner partner) => Task.FromResult(HeartOffer.Of(LoadFor(viewer), partner, catalogue).MayBeSwitchedOn);

    public async Task<Outcome> EndLive(Viewer viewer, int session, LiveId live, long rows, LiveSummary? summary)
    {
        var couple = LoadFor(viewer);
        if (couple.FindSession(session)?.Live.Now?.Live != live)
            return new Outcome.Done(couple.LastNumber);
        var at = store.Time.GetUtcNow();
        ImmutableArray<CaseEvent> events = summary is null
            ? [new LiveSessionEnded { At = at, Session = session, Live = live, Kept = false }]
            : LiveEvents.Of(couple, session, live, summary, at);
        RecordingChunk[] chunks = [.. (summary?.Hearts ?? []).Select(one => new RecordingChunk(one.Heard.Recording.Value, _keys![one.Heard.Subject], one.Chunk.AsMemory()))];
        return await AppendAsync(viewer, summary is null ? "throw-live-session-away" : "end-live-session", events, (after, all) => store.EndLiveAsync(live, rows, Id.Value, _keys!, after, all, chunks));
    }

    private async Task<Outcome> DecideAsync(Viewer viewer, CoupleCommand command)
    {
        if (Load() is not { } couple)
            return Outcome.No(CommonRefusals.NoSuchCouple);
        var decision = command.Decide(couple, store.Time.GetUtcNow());
        if (!decision.Why.IsEmpty && Reload() is { } fresh)
            // Another program may have written since: nobody is refused for what this memory does not know.
            decision = command.Decide(fresh, store.Time.GetUtcNow());
        return decision.Why.IsEmpty ? await AppendAsync(viewer, command.GetType().Name, decision.Events) : new Outcome.Refused(decision.Why);
    }

    private CoupleCase LoadFor(Viewer viewer) => Access.ToSeeCase(viewer, door.Therapist) is { } no
        ? throw new RefusedException(no)
        : Load() ?? throw new RefusedException(CommonRefusals.NoSuchCouple);

    private Task<Outcome> AppendAsync(Viewer viewer, string what, ImmutableArray<CaseEvent> events) =>
        AppendAsync(viewer, what, events, (after, all) => store.AppendAsync(Id.Value, _keys!, after, all));

    private async Task<Outcome> AppendAsync(Viewer viewer, string what, ImmutableArray<CaseEvent> events, Func<long, ImmutableArray<CaseEvent>, Task<long>> write)
    {
        var couple = _case!;
        // Said again as it is already: nothing happened, and there is nothing to write.
        if (events.IsEmpty)
            return new Outcome.Done(couple.LastNumber);
        try
        {
            // The trail first: it may name an attempt that came to nothing, and never misses a change.
            await audit.ChangedAsync(Id.Value, viewer, what);
            var last = await write(couple.LastNumber, events);
            foreach (var happened in events)
                couple.Apply(couple.LastNumber + 1, happened);
            return new Outcome.Done(last) { Events = events.Length };
        }
        catch (RefusedException refused)
        {
            Forget();
            return Outcome.No(refused.Refusal);
        }
        catch (VaultException fault)
        {
            // Whether it was written is not known: the log knows.
            Forget();
            return Outcome.No(CommonRefusals.From(fault));
        }
        catch
        {
            Forget();
            throw;
        }
    }

    private CoupleCase? Reload()
    {
        Forget();
        return Load();
    }

    private CoupleCase? Load()
    {
        if (_opening != store.Opening)
            Forget();
        if (_case is null && store.Load(Id.Value) is { } loaded)
            (_case, _keys) = loaded;
        _opening = store.Opening;
        return _case;
    }

    /// <summary>Comes from whoever seals, not in the grain's turn: the state goes with the activation, once a running call has ended.</summary>
    private void LetGo() => GrainContext.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The record was sealed."));

    private void Forget() => (_case, _keys, _line, _part) = (null, null, null, null);
}
