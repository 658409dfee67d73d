using System.Globalization;

namespace Attune.Method.Catalogue.Book;

/// <summary>For the therapist alone: what pulls, what can be noticed, what steadies.</summary>
internal static class TherapistChapters
{
    public static void Pulls(BookText text, MethodCatalogue catalogue)
    {
        text.Line("For you alone, and said without reproach: it happens to everybody. What you note about it lies in a compartment of your own.");
        foreach (var pull in catalogue.Pulls)
        {
            text.Entry(3, pull, pull.SafetyFirst ? "**somebody may be in danger: your own protocol first**" : null);
            if (!pull.PartnerModes.IsEmpty)
                text.Labelled("What pulls", catalogue.Modes(pull.PartnerModes));
            text.Labelled("Own schemas that it pulls on", catalogue.Schemas(pull.OwnSchemas));
            text.Labelled("Own chain", catalogue.Modes(pull.OwnChain, ", then "));
            text.Wordings(("The chain in words", pull.ChainInWords));
            text.Labelled("Drift", $"{BookWords.Of(pull.TowardThisPartner)} with this partner, {BookWords.Of(pull.TowardTheOther)} with the other");
            text.Labelled("If nobody notices", pull.Consequence);
            text.Listed("What you may notice", pull.Signs);
            text.Listed("What helps", pull.Helps);
            text.Say("A first sentence, once steady", pull.FirstSentence);
            text.Source(pull.Source, pull.Standing);
        }
    }

    public static void Markers(BookText text, MethodCatalogue catalogue)
    {
        text.Line("What is marked is the movement that can be seen, whatever its motive.");
        foreach (var kind in Enum.GetValues<MarkerKind>())
        {
            text.Heading(3, BookWords.Of(kind));
            foreach (var marker in catalogue.Markers.Where(marker => marker.Kind == kind))
            {
                text.Entry(4, marker, BookWords.Of(marker.By), marker.Form is { } form ? BookWords.Of(form) : null);
                text.Wordings(("How it looks", marker.Looks));
                text.Labelled("Not this", marker.NotThis);
                text.Source(marker.Source, marker.Standing);
            }
        }
    }

    public static void SensesAndFeelings(BookText text, MethodCatalogue catalogue)
    {
        foreach (var sense in Enum.GetValues<BodySense>())
        {
            text.Heading(3, BookWords.Of(sense));
            foreach (var own in catalogue.Senses.Where(own => own.Sense == sense))
            {
                text.Entry(4, own);
                text.Wordings(("What you notice", own.Notice));
                text.Source(own.Source, own.Standing);
            }
        }

        text.Heading(3, "Own feelings");
        foreach (var feeling in catalogue.Feelings)
        {
            text.Entry(4, feeling, BookWords.Of(feeling.Direction));
            text.Wordings(("What it is", feeling.Text));
            text.Listed("What it may say", feeling.MaySay);
            text.Labelled("What helps", feeling.Helps);
            text.Source(feeling.Source, feeling.Standing);
        }
    }

    public static void Steadying(BookText text, MethodCatalogue catalogue)
    {
        text.Heading(3, "Ways to come down");
        foreach (var exercise in catalogue.Exercises)
        {
            text.Entry(4, exercise, string.Create(CultureInfo.InvariantCulture, $"{exercise.Seconds} seconds"));
            text.Wordings(("What it is", exercise.Summary));
            text.Numbered("How", exercise.Steps);
            if (exercise.Aloud is { } aloud)
                text.Say("Said to both", aloud);
            text.Source(exercise.Source, exercise.Standing);
        }

        text.Heading(3, "Curious, open, accepting, loving");
        foreach (var word in catalogue.Coal)
        {
            text.Entry(4, word);
            text.Wordings(("The line that brings it back", word.Line));
            text.Labelled("When it is missing, ask yourself", word.AskYourself);
            text.Source(word.Source, word.Standing);
        }
    }
}
