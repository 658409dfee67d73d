namespace Attune.Method.Detection;

/// <summary>
/// A course of check-ins in which nothing happens, as it is answered: task, goal and bond in whole steps from 1 to 7, and their mean, the composite, in
/// steps of a third (all our proposal). Each item = the person's level + what sways the whole session + what sways that item, rounded, kept on the scale.
/// <list type="bullet">
/// <item>Level: mean 5.5; over persons the composite's SD is 1 and the items correlate .75.</item>
/// <item>Within a person: AR(1), the same for the three; the composite's SD is .5 before rounding (which makes it .53) and the items correlate .5.</item>
/// </list>
/// </summary>
/// <param name="Autocorrelation">Of neighbouring sessions, before rounding; above -1 and below 1.</param>
/// <param name="GrowthPerSession">Of all three, linear, in within-person SD of the composite.</param>
public sealed record AreaNoise(double Autocorrelation, double GrowthPerSession = 0)
{
    /// <summary>Task, goal and bond.</summary>
    public const int Areas = 3;

    /// <summary>Above -1 and below 1.</summary>
    public double Autocorrelation { get; } = Autocorrelation is > -1 and < 1
        ? Autocorrelation
        : throw new ArgumentOutOfRangeException(nameof(Autocorrelation), Autocorrelation, "An autocorrelation lies in (-1, 1).");

    /// <summary>Writes course <paramref name="number"/> of a seed, the four alike in length. It depends on nothing else, and its beginning not on how long it is.</summary>
    public void Fill(uint seed, uint number, Span<double> composite, Span<double> task, Span<double> goal, Span<double> bond)
    {
        if (task.Length != composite.Length || goal.Length != composite.Length || bond.Length != composite.Length)
            throw new ArgumentException("Composite and areas have one value for each session.", nameof(composite));
        var items = new RatedItems(seed, number, Autocorrelation, GrowthPerSession);
        for (var i = 0; i < composite.Length; i++)
        {
            items.Next();
            (task[i], goal[i], bond[i], composite[i]) = (items.Task, items.Goal, items.Bond, items.Composite);
        }
    }
}

/// <summary>The items of one course, a session at a time. A value that changes.</summary>
internal struct RatedItems
{
    private const double Level = 5.5;
    private const double Least = 1;
    private const double Most = 7;
    private const double BetweenCorrelation = 0.75;
    private const double WithinCorrelation = 0.5;

    private static readonly (double Shared, double Own) Between = Parts(DetectionReference.CheckIn.BetweenSd, BetweenCorrelation);
    private static readonly (double Shared, double Own) Within = Parts(DetectionReference.CheckIn.WithinSd, WithinCorrelation);

    private readonly double _kept;
    private readonly double _fresh;
    private readonly double _growth;
    private readonly double _levelOfTask;
    private readonly double _levelOfGoal;
    private readonly double _levelOfBond;
    private SeededStream _stream;
    private double _all;
    private double _task;
    private double _goal;
    private double _bond;
    private int _session;

    public RatedItems(uint seed, uint number, double autocorrelation, double growthPerSession)
    {
        _stream = new SeededStream(seed, number);
        (_kept, _fresh) = (autocorrelation, Math.Sqrt(1 - autocorrelation * autocorrelation));
        _growth = growthPerSession * DetectionReference.CheckIn.WithinSd;
        var person = Level + Between.Shared * _stream.Normal();
        _levelOfTask = person + Between.Own * _stream.Normal();
        _levelOfGoal = person + Between.Own * _stream.Normal();
        _levelOfBond = person + Between.Own * _stream.Normal();
    }

    public double Task { get; private set; }

    public double Goal { get; private set; }

    public double Bond { get; private set; }

    public readonly double Composite => (Task + Goal + Bond) / 3.0;

    public void Next()
    {
        _all = Swayed(_all);
        (_task, _goal, _bond) = (Swayed(_task), Swayed(_goal), Swayed(_bond));
        var shared = Within.Shared * _all + _growth * _session++;
        Task = Rated(_levelOfTask + shared + Within.Own * _task);
        Goal = Rated(_levelOfGoal + shared + Within.Own * _goal);
        Bond = Rated(_levelOfBond + shared + Within.Own * _bond);
    }

    private double Swayed(double before) => _session == 0 ? _stream.Normal() : _kept * before + _fresh * _stream.Normal();

    private static double Rated(double felt) => Math.Clamp(Math.Round(felt), Least, Most);

    // Of three items with one SD and one correlation, whose mean has this SD.
    private static (double Shared, double Own) Parts(double sdOfMean, double correlation)
    {
        var variance = sdOfMean * sdOfMean * AreaNoise.Areas / (1 + (AreaNoise.Areas - 1) * correlation);
        return (Math.Sqrt(correlation * variance), Math.Sqrt((1 - correlation) * variance));
    }
}
