using System.Collections.Frozen;
using Attune.Method.Cases;
using Attune.Method.Learning;
using Attune.Practice.Couples;
using Attune.Practice.Learning;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Orleans.Serialization.Cloning;

namespace Attune.Practice.Hosting;

/// <summary>
/// Hands what is shown from a grain to whoever asked as it is, inside one process. Nothing in it can be changed, to the last field, and nothing in it is the
/// grain's own case (a test walks the types); a copy of a year's couple by way of JSON takes longer than to make it.
/// </summary>
internal sealed class SharedViews : IGeneralizedCopier
{
    public static FrozenSet<Type> Types { get; } = new[]
    {
        typeof(CoupleView), typeof(CaseloadView), typeof(CaseloadLine), typeof(RecordedEvent),
        typeof(CalibrationView), typeof(LearnedChances), typeof(LearningPart), typeof(NextSession),
        // Who asks travels with every call: to write it out and read it again took longer than most of what is asked.
        typeof(Viewer), typeof(Viewer.OwnTherapist), typeof(Viewer.PartnerWithCheckIn), typeof(Viewer.PartnerWithReport),
    }.ToFrozenSet();

    public bool IsSupportedType(Type type) => Types.Contains(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
