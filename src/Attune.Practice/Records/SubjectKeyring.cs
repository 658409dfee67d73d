using System.Collections.Frozen;
using Attune.Method.Cases;
using Attune.Vault;

namespace Attune.Practice.Records;

/// <summary>Which data key belongs to which subject of a case. The labels are encrypted in the record.</summary>
internal sealed class SubjectKeyring(FrozenDictionary<Subject, Guid> keys)
{
    public Guid this[Subject subject] => keys[subject];

    public static string Label(Subject subject) => subject switch
    {
        Subject.PartnerA => "A",
        Subject.PartnerB => "B",
        Subject.Couple => "couple",
        Subject.Therapist => "therapist",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Not a subject."),
    };

    /// <summary>Makes the four keys of a new couple; what is about the therapist lies in the therapist's compartment.</summary>
    public static async Task<SubjectKeyring> MakeAsync(PracticeRecord record, Guid caseId, Guid compartment, CancellationToken cancel)
    {
        var keys = new Dictionary<Subject, Guid>();
        foreach (var subject in Enum.GetValues<Subject>())
            keys[subject] = await record.Keys.CreateAsync(caseId, Label(subject), subject == Subject.Therapist ? compartment : null, cancel);
        return new SubjectKeyring(keys.ToFrozenDictionary());
    }

    public static SubjectKeyring Find(PracticeRecord record, Guid caseId)
    {
        var labelled = record.Keys.Of(caseId).Where(key => key.Label is not null).ToDictionary(key => key.Label!, key => key.KeyId, StringComparer.Ordinal);
        return new SubjectKeyring(Enum.GetValues<Subject>()
            .Where(subject => labelled.ContainsKey(Label(subject)))
            .ToFrozenDictionary(subject => subject, subject => labelled[Label(subject)]));
    }
}
