namespace Attune.Method.Detection;

/// <summary>What a session is judged by. A choice of method, kept with every result.</summary>
public enum DetectionForm
{
    /// <summary>Earlier sessions alone: a flag never changes when later sessions come. The only form for a course that goes on.</summary>
    SoFar = 1,

    /// <summary>All sessions, later ones and the one that is judged included, as most studies did. For looking back, and for comparing with them.</summary>
    WholeSeries = 2,
}
