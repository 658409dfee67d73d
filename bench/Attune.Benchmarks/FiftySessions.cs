using System.Collections.Immutable;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Benchmarks;

/// <summary>A couple over fifty sessions, both assessed whole and answering, with a rupture every tenth session: what the method is timed on.</summary>
internal static class FiftySessions
{
    public const int Sessions = 50;

    private static readonly DateTimeOffset Beginning = new(2025, 1, 6, 15, 0, 0, TimeSpan.Zero);

    public static TherapistAssessed Therapist { get; } = new() { At = Beginning, EarlySchemas = Scores(MethodCatalogue.BuiltIn.Schemas.Select(one => one.Code), 3.1) };

    public static CoupleCase Fold() => CoupleCase.Fold(Events());

    private static IEnumerable<CaseEvent> Events()
    {
        var catalogue = MethodCatalogue.BuiltIn;
        foreach (var partner in new[] { Partner.A, Partner.B })
        {
            yield return new PartnerAssessed
            {
                At = Beginning,
                Partner = partner,
                EarlySchemas = Scores(catalogue.Schemas.Select(one => one.Code), partner == Partner.A ? 2.4 : 2.9),
                SchemaModes = Scores(catalogue.InventoryModes.Select(one => one.Code), 2.7),
                Comfort = ImmutableSortedDictionary<string, int>.Empty.Add("chair-work", 2),
                Motivation = partner == Partner.A ? 8 : 4,
                SharedView = 4,
            };
        }

        for (var session = 1; session <= Sessions; session++)
        {
            var at = Beginning.AddDays(7 * session);
            yield return new SessionPlanned { At = at, Session = session, Techniques = ["chair-work", "homework"], Occasions = ["absence-ahead"] };
            yield return new SessionHeld { At = at, Session = session, StartedAt = at, Minutes = 50 };
            yield return new PartnerDebriefed { At = at, Session = session, Partner = Partner.A, GuessedBond = 5, Tension = session % 10 == 0 };
            yield return new PartnerDebriefed { At = at, Session = session, Partner = Partner.B, GuessedBond = 6 };
            foreach (var partner in new[] { Partner.A, Partner.B })
                yield return new CheckInAnswered { At = at, Session = session, Partner = partner, Answers = Answers(session, partner) };
            if (session % 10 != 0)
                continue;
            var rupture = new RuptureId(new Guid(session, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
            yield return new RuptureNoted
            {
                At = at,
                Rupture = rupture,
                Session = session,
                Owner = RuptureOwner.A,
                Source = RuptureSource.ReportedByPartner,
                Formulation = new RuptureFormulation { Areas = [RuptureArea.Bond], PrimaryArea = RuptureArea.Bond, EarlySchemas = ["ed"], PrimarySchema = "ed", CopingMode = "detached-protector" },
            };
            yield return new RepairStepTaken { At = at, Rupture = rupture, Owner = RuptureOwner.A, Step = 1, Session = session, Kind = RepairStepKind.Validated };
            yield return new RepairClaimed { At = at, Rupture = rupture, Owner = RuptureOwner.A, Session = session };
        }

        yield return new SessionPlanned { At = Beginning, Session = Sessions + 1, Techniques = ["chair-work", "homework"], Occasions = ["absence-ahead"] };
    }

    private static CheckInAnswers Answers(int session, Partner partner)
    {
        var tense = session % 10 == 0 && partner == Partner.A;
        return new CheckInAnswers
        {
            Task = tense ? 3 : 5 + (session % 2),
            Goal = 5 + (session % 3 == 0 ? 1 : 0),
            Bond = tense ? 3 : 5 + (session * (int)partner % 4 == 0 ? 1 : 0),
            Fairness = 6,
            Safety = 5,
            WithinCouple = session % 2 == 1 ? 5 : null,
            Tension = new TensionAnswer { Any = tense, Strength = tense ? 4 : null, Cleared = tense ? 2 : null },
            Care = tense ? CareAnswer.Partly : CareAnswer.Yes,
            Expectation = ExpectationAnswer.Rather,
            StillOpen = StillOpenAnswer.Nothing,
        };
    }

    private static ImmutableSortedDictionary<string, double> Scores(IEnumerable<string> codes, double lowest) =>
        codes.Select((code, at) => KeyValuePair.Create(code, Math.Round(lowest + (at % 5 * .6), 1))).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
