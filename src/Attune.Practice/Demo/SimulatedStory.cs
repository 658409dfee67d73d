using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.Simulation;
using Attune.Practice.Auditing;
using Attune.Practice.Couples;
using Attune.Practice.Records;
using Attune.Practice.Viewing;

namespace Attune.Practice.Demo;

/// <summary>
/// A couple of the simulator as a record: nobody of it exists, and the names say so. Its work has ended. What the therapist expected is guessed from the
/// session before, as a person would: what was noticed, and how the bond seemed.
/// </summary>
internal static class SimulatedStory
{
    /// <summary>Begun after every told couple.</summary>
    public static CoupleId Couple(uint number) => new(new Guid(0x0192f0aa, 0, 0x7000, 0x82, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number));

    /// <summary>Each couple whole or not at all; the first of them ended a week ago, each other one a week before.</summary>
    public static async Task WriteAsync(
        CaseStore store, AuditBook audit, Viewer.OwnTherapist therapist, MethodCatalogue catalogue, IEnumerable<SimulatedCouple> couples, DateTimeOffset now)
    {
        foreach (var couple in couples)
        {
            var id = Couple(couple.Number);
            var keys = await store.MakeKeysAsync(id);
            await audit.ChangedAsync(id.Value, therapist, "tell-story");
            await store.AppendAsync(id.Value, keys, 0, Tell(couple, catalogue, now.AddDays(-7 * couple.Number)));
        }
    }

    /// <param name="ended">The day of the last session; one a week before it.</param>
    public static ImmutableArray<CaseEvent> Tell(SimulatedCouple couple, MethodCatalogue catalogue, DateTimeOffset ended)
    {
        var last = couple.Sessions.Max(row => row.Session);
        var start = ended.AddDays(-7 * last);
        var told = ImmutableArray.CreateBuilder<CaseEvent>();
        told.AddRange(CoupleGrain.Opening(Couple(couple.Number), Name(couple, Partner.A), Name(couple, Partner.B), start));
        foreach (var partner in (Partner[])[Partner.A, Partner.B])
        {
            var truth = couple.Truth[partner];
            told.Add(new PartnerAssessed
            {
                At = start,
                Partner = partner,
                Motivation = (int)Math.Round(truth.Motivation),
                EarlySchemas = catalogue.Schemas.Zip(truth.Schemas).ToImmutableSortedDictionary(one => one.First.Code, one => one.Second, StringComparer.Ordinal),
            });
        }

        var before = new SimulatedSession?[2];
        foreach (var both in couple.Sessions.GroupBy(row => row.Session))
        {
            if (both.Any(row => row.Held))
                Tell(told, [.. both], before, start.AddDays(7 * both.Key));
        }

        told.Add(new CoupleClosed
        {
            At = ended.AddDays(1),
            AfterSession = told.OfType<SessionHeld>().Select(held => held.Session).DefaultIfEmpty(0).Max(),
            Reason = couple.EndedEarly ? ClosingReason.NotKnown : ClosingReason.GoalsReached,
        });
        return told.ToImmutable();
    }

    private static void Tell(ImmutableArray<CaseEvent>.Builder told, SimulatedSession[] rows, SimulatedSession?[] before, DateTimeOffset at)
    {
        var session = rows[0].Session;
        told.Add(new SessionPlanned { At = at.AddDays(-1), Session = session, Techniques = Codes(rows[0].Technique), Occasions = Codes(rows[0].Occasion) });
        foreach (var row in rows)
            told.Add(new OwnForecastMade { At = at.AddDays(-1), Session = session, Partner = row.Partner, Chance = Expected(row, before[(int)row.Partner - 1]) });
        told.Add(new SessionHeld { At = at, Session = session, StartedAt = at, Minutes = 50 });
        foreach (var row in rows)
        {
            if (row.Answered)
                told.Add(new CheckInAnswered { At = at.AddHours(1), Session = session, Partner = row.Partner, Answers = Answers(row) });
            if (row.TherapistTension is { } noticed)
                told.Add(new PartnerDebriefed { At = at.AddHours(2), Session = session, Partner = row.Partner, Tension = noticed, GuessedBond = row.TherapistBondGuess });
            before[(int)row.Partner - 1] = row;
        }
    }

    private static CheckInAnswers Answers(SimulatedSession row) => new()
    {
        Task = row.Task,
        Goal = row.Goal,
        Bond = row.Bond,
        Fairness = row.Fairness,
        WithinCouple = row.WithinCouple,
        Tension = row.Tension is { } any ? new TensionAnswer { Any = any, Strength = row.TensionStrength, Cleared = row.TensionCleared } : null,
        Care = row.Care,
        Expectation = row.Expectation,
    };

    // Left open now and then, as a person does.
    private static StatedChance? Expected(SimulatedSession row, SimulatedSession? before) => (row.Couple + row.Session) % 7 == 0 ? null : before switch
    {
        null => StatedChance.RatherNot,
        { TherapistTension: true } => StatedChance.AsLikelyAsNot,
        { TherapistBondGuess: <= 3 } => StatedChance.Possibly,
        { TherapistBondGuess: 4 } => StatedChance.RatherNot,
        _ => StatedChance.Hardly,
    };

    private static ImmutableArray<string> Codes(string? code) => code is null ? [] : [code];

    private static string Name(SimulatedCouple couple, Partner partner) => FormattableString.Invariant($"Simulated {couple.Number}{partner}");
}
