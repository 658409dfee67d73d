using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Attune.Method.Trust;

/// <summary>In words, how much the tested moments tell. Bounds are our proposal.</summary>
public enum HowMuchWeKnow
{
    HardlyAnything = 1,
    ALittle = 2,
    AFairAmount = 3,
}

/// <summary>
/// How care came, as a Beta posterior from the open prior (1, 1): <paramref name="Alpha"/> = 1 + sum of weight times outcome, <paramref name="Beta"/> =
/// 1 + sum of weight times (1 - outcome) (method-facts 7). Its width says <em>how much we know</em>, and never how predictable care is: care that is
/// good every second time has a narrow one too.
/// </summary>
public sealed record CareKnowledge(double Alpha, double Beta)
{
    private const double LittleBelow = 0.2;
    private const double FairBelow = 0.12;

    /// <summary>Without a tested moment.</summary>
    public static CareKnowledge Nothing { get; } = new(1, 1);

    /// <summary>0 to 1. Drawn toward one half while little is known; <see cref="TrustReading.CareCame"/> is the plain mean.</summary>
    [JsonIgnore]
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>Standard deviation of the posterior: .289 without a moment, less with each.</summary>
    [JsonIgnore]
    public double Width => Math.Sqrt(Alpha * Beta / ((Alpha + Beta) * (Alpha + Beta) * (Alpha + Beta + 1)));

    [JsonIgnore]
    public HowMuchWeKnow InWords => Width switch
    {
        >= LittleBelow => HowMuchWeKnow.HardlyAnything,
        >= FairBelow => HowMuchWeKnow.ALittle,
        _ => HowMuchWeKnow.AFairAmount,
    };

    public static CareKnowledge Of(ImmutableArray<TestedMoment> moments) => new(
        1 + moments.Sum(moment => moment.Weight * moment.Outcome),
        1 + moments.Sum(moment => moment.Weight * (1 - moment.Outcome)));
}
