using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation;

/// <summary>One curious question for a session.</summary>
/// <param name="Topic">Code of the topic.</param>
/// <param name="About">Null: about the two of them.</param>
/// <param name="Note">What the therapist wrote that is not known yet; null when the topic comes from the catalogue alone.</param>
public sealed record CuriousQuestion(string Topic, Partner? About, string? Note, string Question);

/// <summary>Takes one question from what is not known yet, a different one each session; from the catalogue where nothing was written down.</summary>
public static class CuriousQuestions
{
    /// <summary>Null only for a catalogue without topics.</summary>
    public static CuriousQuestion? For(CoupleCase couple, MethodCatalogue catalogue, int session)
    {
        List<CuriousQuestion> written = [];
        Add(written, couple.Assessment?.NotKnownYet, null, catalogue);
        Add(written, couple[Partner.A].Assessment?.NotKnownYet, Partner.A, catalogue);
        Add(written, couple[Partner.B].Assessment?.NotKnownYet, Partner.B, catalogue);
        if (written.Count > 0)
            return written[session % written.Count];
        return catalogue.Curiosities.IsEmpty ? null : FromCatalogue(catalogue.Curiosities[session % catalogue.Curiosities.Length], session);
    }

    // A topic for one partner goes to A and B in turn.
    private static CuriousQuestion FromCatalogue(CuriosityTopic topic, int session) =>
        new(topic.Code, topic.About == CuriosityAbout.Couple ? null : session % 2 == 1 ? Partner.A : Partner.B, null, topic.Question);

    private static void Add(List<CuriousQuestion> to, IEnumerable<KeyValuePair<string, string>>? notes, Partner? about, MethodCatalogue catalogue)
    {
        foreach (var (code, note) in notes ?? [])
        {
            if (catalogue.TryGetCuriosity(code, out var topic))
                to.Add(new CuriousQuestion(topic.Code, about, note, topic.Question));
        }
    }
}
