using Attune.App.Forms;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Debriefing;
using Attune.Practice.Repairing;

namespace Attune.App.Debriefing;

/// <summary>What the therapist sent, as the command that records it.</summary>
internal static class DebriefReading
{
    public static WriteDebrief Command(SentForm sent, int session, int episodes) => new()
    {
        Session = session,
        BasedOn = sent.Whole("BasedOn", "The case number"),
        A = Part(sent, Partner.A),
        B = Part(sent, Partner.B),
        Own = new OwnPart
        {
            WithA = sent.Choice<Presence>("WithA", "Were you with A"),
            WithB = sent.Choice<Presence>("WithB", "Were you with B"),
            AtCentre = sent.Choice<Centre>("AtCentre", "Who was at the centre"),
            GotCare = sent.Choice<CareGiven>("GotCare", "Who got care"),
            Episodes = [.. Enumerable.Range(0, episodes).Select(index => Reflection(sent, index)).Where(one => one.Toward is not null || one.WasRupture is not null)],
            Transparency = sent.Many("Transparency"),
            Coal = sent.Wholes("Coal", word => $"How {word} you were"),
            Note = sent.Text("Note"),
        },
    };

    /// <summary>
    /// For later: what only stands there because it was proposed was not said by anybody, and is proposed again.
    /// </summary>
    public static WriteDebrief SoFar(WriteDebrief whole, DebriefProposal proposed, SessionView before)
    {
        return whole with
        {
            Later = true,
            A = Said(whole.A, Partner.A),
            B = Said(whole.B, Partner.B),
            Own = whole.Own with
            {
                WithA = Own(whole.Own.WithA, proposed.Own.WithA, before.OwnDebrief?.WithA),
                WithB = Own(whole.Own.WithB, proposed.Own.WithB, before.OwnDebrief?.WithB),
                AtCentre = Own(whole.Own.AtCentre, proposed.Own.AtCentre, before.OwnDebrief?.AtCentre),
            },
        };

        PartnerPart Said(PartnerPart part, Partner partner) => part with { Tension = Own(part.Tension, proposed[partner].Tension, before.Side(partner).Debrief?.Tension) };

        static T? Own<T>(T? sent, T? proposed, T? before) where T : struct => before is null && Equals(sent, proposed) ? null : sent;
    }

    private static EpisodeReflection Reflection(SentForm sent, int index) =>
        new(index, sent.Choice<EpisodeToward>($"Episode.{index}.Toward", "Toward whom"), sent.YesOrNo($"Episode.{index}.Rupture"));

    private static PartnerPart Part(SentForm sent, Partner partner) => new()
    {
        Task = sent.Whole($"{partner}.Task", "The task rating"),
        Goal = sent.Whole($"{partner}.Goal", "The goal rating"),
        GuessedBond = sent.Whole($"{partner}.GuessedBond", "The guess"),
        Tension = sent.YesOrNo($"{partner}.Tension"),
        Owed = sent.Text($"{partner}.Owed"),
        Ease = sent.Choice<Ease>($"{partner}.Ease", "How easy it was to feel with them"),
        SharedView = sent.Whole($"{partner}.SharedView", "The shared view"),
        Doses = sent.Choices<Dose>($"{partner}.Dose", technique => $"How much {technique} was"),
    };

    /// <summary>The proposed rupture, as it stood there.</summary>
    public static NoteRupture Rupture(DebriefProposal proposed, Partner whose) => new()
    {
        Rupture = new RuptureId(Guid.CreateVersion7()),
        Session = proposed.Session,
        Owner = whose.AsOwner(),
        Source = RuptureSource.NoticedByTherapist,
        Formulation = proposed[whose].Rupture?.Formulation ?? new RuptureFormulation(),
    };
}
