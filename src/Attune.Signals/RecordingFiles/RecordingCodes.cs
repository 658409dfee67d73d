namespace Attune.Signals.RecordingFiles;

/// <summary>Stable codes of refused recordings. A code keeps its meaning for good; texts may change.</summary>
public static class RecordingCodes
{
    public const string Empty = "SIG001";
    public const string TooLarge = "SIG002";
    public const string NotText = "SIG003";
    public const string MacCompanion = "SIG004";
    public const string NotANumber = "SIG005";
    public const string NegativeInterval = "SIG006";
    public const string BeatTimes = "SIG007";
    public const string TooFewBeats = "SIG008";
    public const string UnknownUnit = "SIG009";
    public const string SeveralColumns = "SIG010";
    public const string PolarWithoutBeats = "SIG011";
    public const string PolarNotIntervals = "SIG012";
    public const string PolarDamaged = "SIG013";
    public const string TooLong = "SIG014";
}
