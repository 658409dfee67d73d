namespace Attune.Method.Simulation;

/// <summary>What is drawn once for a session of both.</summary>
internal readonly struct SessionDraw
{
    public SessionDraw(ref SeededStream stream, CoupleDraw draw)
    {
        Held = stream.Uniform();
        Technique = draw.Technique(stream.Uniform());
        Occasion = draw.Occasion(stream.Uniform(), stream.Uniform());
        Debrief = stream.Uniform();
        Stop = stream.Uniform();
    }

    public double Held { get; }

    public string? Technique { get; }

    public string? Occasion { get; }

    public double Debrief { get; }

    public double Stop { get; }
}

/// <summary>What is drawn for one partner's rupture, whether it happens or not. Each in [0, 1).</summary>
internal readonly struct RuptureDraw(ref SeededStream stream)
{
    public double Happens { get; } = stream.Uniform();

    public double Area { get; } = stream.Uniform();

    public double Shape { get; } = stream.Uniform();

    public double Repair { get; } = stream.Uniform();

    public double Depth { get; } = stream.Uniform();

    public double Length { get; } = stream.Uniform();

    public double Told { get; } = stream.Uniform();

    public double Noticed { get; } = stream.Uniform();
}

/// <summary>What is drawn for one partner's answers, whether the session is held or not: the same count of numbers goes by in any case.</summary>
internal readonly struct AnswerDraw(ref SeededStream stream)
{
    public double Missing { get; } = stream.Uniform();

    public double MissingTask { get; } = stream.Uniform();

    public double MissingGoal { get; } = stream.Uniform();

    public double MissingBond { get; } = stream.Uniform();

    public double Shown { get; } = stream.Uniform();

    public double Care { get; } = stream.Uniform();

    public double Kept { get; } = stream.Uniform();

    public double Fairness { get; } = stream.Normal();

    public double Strength { get; } = stream.Normal();

    public double Cleared { get; } = stream.Normal();

    public double Expectation { get; } = stream.Normal();
}
