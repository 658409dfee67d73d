namespace Attune.Method.Catalogue;

/// <summary>Where the alliance broke: what is done, what it is for, or the tie between therapist and partner.</summary>
public enum RuptureArea
{
    Task = 1,
    Goal = 2,
    Bond = 3,
}

/// <summary>How strongly something bears on each area, each in [0, 1]. <c>default</c> is no bearing at all.</summary>
public readonly record struct AreaStrengths
{
    /// <exception cref="ArgumentOutOfRangeException">A strength lies outside [0, 1] or is NaN.</exception>
    public AreaStrengths(double task, double goal, double bond) =>
        (Task, Goal, Bond) = (Checked(task, nameof(task)), Checked(goal, nameof(goal)), Checked(bond, nameof(bond)));

    public double Task { get; }

    public double Goal { get; }

    public double Bond { get; }

    public double In(RuptureArea area) => area switch
    {
        RuptureArea.Task => Task,
        RuptureArea.Goal => Goal,
        RuptureArea.Bond => Bond,
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "No such area."),
    };

    private static double Checked(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "A strength lies in [0, 1].");
}
