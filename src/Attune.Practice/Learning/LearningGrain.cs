using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Learning;
using Attune.Practice.Auditing;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Orleans.Concurrency;

namespace Attune.Practice.Learning;

/// <summary>
/// Gathers the couples' parts, has them fitted off its turn, and keeps the result for as long as every part is the one it was made from. A look waits for
/// <see cref="Patience"/> and then shows what there is; the work goes on for the next look.
/// </summary>
[Reentrant]
internal sealed class LearningGrain(PracticeDoor door, CaseStore store, AuditBook audit, MethodCatalogue catalogue) : Grain, ILearningGrain
{
    /// <summary>How long a page waits before it says that something is being worked out [our proposal].</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    /// <summary>
    /// Answered sessions up to which a couple's page has the comparison worked out by itself [our proposal]: a few seconds at most. In a larger practice it is
    /// worked out when the page about it is looked at, and not beside a session.
    /// </summary>
    internal const int EvaluatedAtOnce = 4_000;

    // One is left for the pages.
    private static readonly int Cores = Math.Max(1, Environment.ProcessorCount - 1);

    private Learnt? _learnt;
    private Task _fitting = Task.CompletedTask;
    private Task _evaluating = Task.CompletedTask;

    private TherapistId Id => new(this.GetPrimaryKey());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        door.WasSealed += LetGo;
        return base.OnActivateAsync(cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        door.WasSealed -= LetGo;
        _learnt = null;
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<CalibrationView> SeeCalibration(Viewer viewer)
    {
        Guard(viewer);
        await audit.LookedAsync(Id.Value, viewer, "calibration");
        using var patience = new CancellationTokenSource(Patience);
        var couples = store.Couples().Count;
        if (await WithinAsync(LearnAsync(viewer), patience) is not { } learnt)
            return new CalibrationView(couples, 0, 0, null, null, 0, default);
        var done = await WithinAsync(EvaluationOf(learnt), patience);
        return new CalibrationView(
            couples, learnt.Gathered.Unread, learnt.Gathered.Parts.Count(part => part.Rows.Withheld > 0),
            ReporterLearning.Of(learnt.Told, done?.Told), ReporterLearning.Of(learnt.Noticed, done?.Noticed),
            learnt.Gathered.Parts.Sum(part => part.Rows.StoodAside),
            learnt.Gathered.Parts.Aggregate(default(OwnForecastCount), (sum, part) => sum + part.Rows.Asked));
    }

    public async Task<LearnedChances> SeeChances(Viewer viewer, CoupleId couple)
    {
        Guard(viewer);
        await audit.LookedAsync(couple.Value, viewer, "learnt forecast");
        var next = await GrainFactory.GetGrain<ICoupleLearning>(couple.Value).SeeNext(viewer);
        if (next.SteppedAside)
            return new LearnedChances(LearnedStanding.SteppedAside, next.Session);
        using var patience = new CancellationTokenSource(Patience);
        if (await WithinAsync(LearnAsync(viewer), patience) is not { } learnt)
            return new LearnedChances(LearnedStanding.BeingWorkedOut, next.Session);
        if (!learnt.Told.IsShown && !learnt.Noticed.IsShown)
            return new LearnedChances(LearnedStanding.TooFew, next.Session);
        var isSmall = Math.Max(learnt.Told.Rows.Count, learnt.Noticed.Rows.Count) <= EvaluatedAtOnce;
        var done = isSmall || learnt.Evaluation is not null ? await WithinAsync(EvaluationOf(learnt), patience) : null;
        return new LearnedChances(LearnedStanding.Given, next.Session, Report(learnt.Told, done?.Told), Report(learnt.Noticed, done?.Noticed));

        LearnedReport? Report(GatheredLearning learning, ForecastEvaluation? evaluation) => !learning.IsShown ? null
            : new LearnedReport(learning.Forecast(next, Partner.A), learning.Forecast(next, Partner.B), learning.Posterior.Provenance, evaluation?.Verdict);
    }

    // What holds now. Whoever asks while it is worked out waits for the same work, and looks again whether it is still what holds.
    private async Task<Learnt> LearnAsync(Viewer viewer)
    {
        var gathered = await GatherAsync(viewer);
        while (!_fitting.IsCompleted)
            await _fitting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (_learnt is { } kept && kept.Gathered.IsSame(gathered))
            return kept;
        var earlier = _learnt;
        var fitting = Task.Run(() => new Learnt(
            gathered,
            GatheredLearning.Of(gathered.Parts.Select(part => part.Rows), catalogue, TensionReporter.Partner, earlier?.Told),
            GatheredLearning.Of(gathered.Parts.Select(part => part.Rows), catalogue, TensionReporter.Therapist, earlier?.Noticed)));
        _fitting = fitting;
        var learnt = await fitting;
        // Sealed meanwhile: whoever sealed has passed by already.
        if (door.State != DoorState.Open || store.Opening != gathered.Opening)
            throw new RefusedException(CommonRefusals.Sealed);
        return _learnt = learnt;
    }

    private async Task<Gathered> GatherAsync(Viewer viewer)
    {
        var opening = store.Opening;
        var parts = await Task.WhenAll(store.Couples().Select(async id =>
        {
            try
            {
                return await GrainFactory.GetGrain<ICoupleLearning>(id.Value).SeePart(viewer);
            }
            catch (RefusedException refused) when (refused.Code != CommonRefusals.SealedCode && refused.Code != CommonRefusals.NotYours.Code)
            {
                // A record that does not prove true: counted, and said.
                return null;
            }
        }));
        return new Gathered(opening, [.. parts.OfType<LearningPart>()], parts.Count(part => part is null));
    }

    // One at a time: what has been overtaken meanwhile is not begun.
    private Task<Scores?> EvaluationOf(Learnt learnt)
    {
        if (learnt.Evaluation is { } begun)
            return begun;
        var before = _evaluating;
        var evaluation = EvaluateAsync();
        _evaluating = evaluation;
        return learnt.Evaluation = evaluation;

        async Task<Scores?> EvaluateAsync()
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            return _learnt != learnt ? null : await Task.Run(() => new Scores(learnt.Told.Evaluate(Cores), learnt.Noticed.Evaluate(Cores)));
        }
    }

    private static async Task<T?> WithinAsync<T>(Task<T> work, CancellationTokenSource patience) where T : class?
    {
        try
        {
            return await work.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Guard(Viewer viewer)
    {
        if (Id != door.Therapist || Access.ToSeeCase(viewer, door.Therapist) is not null)
            throw new RefusedException(CommonRefusals.NotYours);
    }

    /// <summary>Comes from whoever seals, not in the grain's turn: the state goes with the activation.</summary>
    private void LetGo() => GrainContext.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The record was sealed."));

    private sealed record Gathered(int Opening, ImmutableArray<LearningPart> Parts, int Unread)
    {
        public bool IsSame(Gathered other) => (Opening, Unread) == (other.Opening, other.Unread) && Parts.Select(part => part.Stamp).SequenceEqual(other.Parts.Select(part => part.Stamp));
    }

    private sealed class Learnt(Gathered gathered, GatheredLearning told, GatheredLearning noticed)
    {
        public Gathered Gathered { get; } = gathered;

        public GatheredLearning Told { get; } = told;

        public GatheredLearning Noticed { get; } = noticed;

        /// <summary>Null until somebody asks.</summary>
        public Task<Scores?>? Evaluation { get; set; }
    }

    private sealed record Scores(ForecastEvaluation Told, ForecastEvaluation Noticed);
}
