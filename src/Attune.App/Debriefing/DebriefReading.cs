using Attune.App.Forms;
using Attune.Method.Cases;
using Attune.Practice.Debriefing;

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
            Note = sent.Text("Note"),
        },
    };

    private static EpisodeReflection Reflection(SentForm sent, int index) =>
        new(index, sent.Choice<EpisodeToward>($"Episode.{index}.Toward", "Toward whom"), YesOrNo(sent, $"Episode.{index}.Rupture"));

    private static PartnerPart Part(SentForm sent, Partner partner) => new()
    {
        Task = sent.Whole($"{partner}.Task", "The task rating"),
        Goal = sent.Whole($"{partner}.Goal", "The goal rating"),
        GuessedBond = sent.Whole($"{partner}.GuessedBond", "The guess"),
        Tension = YesOrNo(sent, $"{partner}.Tension"),
        Owed = sent.Text($"{partner}.Owed"),
    };

    private static bool? YesOrNo(SentForm sent, string name) => sent.Text(name) switch { "yes" => true, "no" => false, _ => null };
}
