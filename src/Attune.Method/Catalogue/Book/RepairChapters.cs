using System.Globalization;

namespace Attune.Method.Catalogue.Book;

/// <summary>Mending, and saying things openly.</summary>
internal static class RepairChapters
{
    public static void Steps(BookText text, MethodCatalogue catalogue)
    {
        text.Line("The order in which a repair often goes. It is a help and no rule: what happened is recorded as it happened.");
        foreach (var step in catalogue.RepairSteps)
        {
            text.Entry(3, step, string.Create(CultureInfo.InvariantCulture, $"step {step.Order}"));
            text.Wordings(("What it is", step.Line));
            text.Say("How it may sound", step.Sentence);
            text.Source(step.Source, step.Standing);
        }
    }

    public static void MakingRoom(BookText text, MethodCatalogue catalogue)
    {
        text.Line("Each is said to both, and shows to nobody that anything was told.");
        foreach (var way in catalogue.RoomMakers)
        {
            text.Entry(3, way);
            text.Wordings(("What it is", way.Line));
            text.Say("To both", way.Sentence);
            text.Source(way.Source, way.Standing);
        }
    }

    public static void Transparency(BookText text, MethodCatalogue catalogue)
    {
        foreach (var item in catalogue.Transparency)
        {
            text.Entry(3, item);
            text.Wordings(("What it is", item.Text));
            text.Say("How it may sound", item.Sentence);
            text.Source(item.Source, item.Standing);
        }
    }
}
