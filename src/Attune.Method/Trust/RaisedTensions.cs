using Attune.Method.Cases;

namespace Attune.Method.Trust;

/// <summary>
/// Tensions that a partner brought up: each is a sign of trust, whatever became of it (article-map row 33). How it was met is a tested moment of its
/// own and is counted elsewhere.
/// </summary>
/// <param name="Unasked">Ruptures of this partner in whose repair it is noted that they raised it themselves. Of both partners' ruptures it is not known who did.</param>
/// <param name="InTheCheckIn">Forms in which they told of a tension, asked as everybody is asked every time.</param>
public sealed record RaisedTensions(int Unasked, int InTheCheckIn)
{
    public static RaisedTensions None { get; } = new(0, 0);

    public static RaisedTensions Of(CoupleCase couple, Partner partner) => new(
        couple.Ruptures.Count(rupture => !rupture.IsSetAside && rupture.Owner == partner.AsOwner()
            && rupture.Steps.Any(step => step.Detail.Contributions.Contains(RepairContribution.RaisedIt))),
        couple.Sessions.Count(session => session[partner].CheckIn?.Tension is { Any: true }));
}
