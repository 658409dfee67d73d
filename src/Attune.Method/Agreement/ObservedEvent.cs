namespace Attune.Method.Agreement;

/// <summary>
/// One event that an observer noted: when it began, since the start of what was observed, and as what. Codes are compared as they are written.
/// </summary>
public readonly record struct ObservedEvent(TimeSpan At, string Code);
