using System.Collections.Frozen;
using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Vault;

namespace Attune.Practice.Records;

/// <summary>Which data key belongs to which subject of a case. The labels are encrypted in the record.</summary>
internal sealed class SubjectKeyring(FrozenDictionary<Subject, Guid> keys)
{
    /// <summary>Refused when the subject's key was destroyed: nothing more can be written about them.</summary>
    public Guid this[Subject subject] => keys.TryGetValue(subject, out var key)
        ? key
        : throw new RefusedException(CommonRefusals.NoKeyFor(Label(subject)));

    public static string Label(Subject subject) => subject switch
    {
        Subject.PartnerA => "A",
        Subject.PartnerB => "B",
        Subject.Couple => "couple",
        Subject.Therapist => "therapist",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Not a subject."),
    };

    /// <summary>
    /// Makes the four keys of a new couple; what is about the therapist lies in the therapist's compartment. A beginning that was cut off left
    /// some of them behind: those are taken.
    /// </summary>
    public static async Task<SubjectKeyring> MakeAsync(PracticeRecord record, Guid caseId, Guid compartment, CancellationToken cancel)
    {
        var keys = Labelled(record, caseId, new HashSet<Guid>());
        foreach (var subject in Enum.GetValues<Subject>())
        {
            if (!keys.ContainsKey(subject))
                keys[subject] = await record.Keys.CreateAsync(caseId, Label(subject), subject == Subject.Therapist ? compartment : null, cancel);
        }

        return new SubjectKeyring(keys.ToFrozenDictionary());
    }

    /// <param name="used">The keys that rows of the case lie under: where two writers began one couple, the winner's are the couple's.</param>
    public static SubjectKeyring Find(PracticeRecord record, Guid caseId, IReadOnlySet<Guid> used) =>
        new(Labelled(record, caseId, used).ToFrozenDictionary());

    private static Dictionary<Subject, Guid> Labelled(PracticeRecord record, Guid caseId, IReadOnlySet<Guid> used)
    {
        var all = record.Keys.Of(caseId).Where(key => key.Label is not null).ToLookup(key => key.Label!, key => key.KeyId, StringComparer.Ordinal);
        return Enum.GetValues<Subject>()
            .Where(subject => all.Contains(Label(subject)))
            .ToDictionary(subject => subject, subject => all[Label(subject)].OrderByDescending(used.Contains).ThenBy(id => id).First());
    }
}
