using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;

namespace Attune.Practice.Demo;

/// <summary>
/// Tells a script through a person's commands, each let in by the same gate and decided by the same rule. The time is the story's own and nobody else's
/// clock is touched; what comes of it is handed over in one piece, so that a couple is there whole or not at all.
/// </summary>
internal sealed class StoryTeller(CoupleScript script, Viewer.OwnTherapist therapist, DateOnly today, ulong seed)
{
    private readonly CoupleCase _couple = new();
    private readonly ImmutableArray<CaseEvent>.Builder _told = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly OrdinarySession _ordinary = new(script, seed);
    private DateTimeOffset _now;

    /// <summary>The beats of what was heard live, once told: they lie beside the log.</summary>
    public List<(RecordingId Recording, Subject Whose, ImmutableArray<byte> Chunk)> Beats { get; } = [];

    /// <summary>The whole story, oldest first; once.</summary>
    public ImmutableArray<CaseEvent> Tell()
    {
        _now = Start(1).AddDays(-7);
        Record(CoupleGrain.Opening(script.Id, script.A, script.B, _now));
        Do(script.FirstPhase);
        for (var session = 1; session <= script.Sessions; session++)
            Tell(script.Turns.FirstOrDefault(turn => turn.Session == session) ?? new Turn(session));
        return _told.ToImmutable();
    }

    private void Tell(Turn turn)
    {
        var (session, start) = (turn.Session, Start(turn.Session));
        _now = start.AddDays(-1);
        Do(turn.Before);
        Do(new PlanSession
        {
            Session = session,
            On = DateOnly.FromDateTime(start.Date),
            Techniques = turn.Techniques is { IsEmpty: false } named ? named : [_ordinary.Technique(session)],
            Occasions = turn.Occasions,
            Aim = turn.Aim,
        });
        Do([.. script.Expected.Where(one => one.Session == session)]);
        _now = start;
        if (turn.Live is { } live)
            Tell(live, session, start);
        else
            Do(new HoldSession { Session = session, Minutes = 50 });
        _now = start.AddMinutes(20);
        Do(turn.During);
        _now = start.AddMinutes(55);
        var (a, b) = (Answer(turn, Partner.A), Answer(turn, Partner.B));
        _now = start.AddMinutes(70);
        var debrief = _ordinary.Debrief(session, a, b);
        Do(turn.Debrief?.Invoke(debrief) ?? debrief);
        Do(turn.After);
    }

    private void Tell(LiveStory live, int session, DateTimeOffset start)
    {
        Record([LiveStory.Begin(_couple, session, start)]);
        var told = live.Tell(_couple, session, start.AddMinutes(51), seed);
        Record(told.Events);
        Beats.AddRange(told.Beats);
    }

    private CheckInAnswers? Answer(Turn turn, Partner partner)
    {
        if (turn.NoAnswerFrom.Contains(partner))
            return null;
        var ordinary = _ordinary.Answers(turn.Session, partner);
        var answers = turn.Of(partner)?.Invoke(ordinary) ?? ordinary;
        Do(new AnswerCheckIn { Partner = partner, Session = turn.Session, Answers = answers });
        return answers;
    }

    private void Do(ImmutableArray<CoupleCommand> commands)
    {
        foreach (var command in commands)
            Do(command);
    }

    private void Do(CoupleCommand command)
    {
        // A check-in is answered by its partner, everything else done by the therapist.
        Viewer viewer = command is ICheckInCommand own ? new Viewer.PartnerWithCheckIn(script.Id, own.Partner, own.Session) : therapist;
        Must(command, Access.ToDo(viewer, script.Id, command, therapist.Id) is { } no ? [no] : []);
        var decision = command.Decide(_couple, _now);
        Must(command, decision.Why);
        Record(decision.Events);
    }

    private void Record(ImmutableArray<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            _told.Add(happened);
            _couple.Apply(_told.Count, happened);
        }
    }

    private DateTimeOffset Start(int session)
    {
        var weeks = Math.Max(0, script.Sessions - session) + script.WeekOutAfter.Count(after => after >= session);
        return new DateTimeOffset(today.AddDays(-script.DaysAgo - (7 * weeks)), new TimeOnly(script.Hour, 0), TimeSpan.Zero);
    }

    private void Must(CoupleCommand command, ImmutableArray<Refusal> why)
    {
        if (!why.IsEmpty)
            throw new InvalidOperationException($"The story of {script.A} and {script.B} was refused at {command.GetType().Name}: {string.Join(" ", why.Select(one => one.Message))}");
    }
}
