namespace Attune.Signals.RecordingFiles;

/// <summary>A bound on length or size was passed deep inside a reader; the door turns it into its refusal.</summary>
internal sealed class BoundPassed(RecordingOutcome.Refused refusal) : IOException(refusal.Message)
{
    internal RecordingOutcome.Refused Refusal { get; } = refusal;
}
