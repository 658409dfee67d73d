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

    /// <summary>Was given for beat times before they were read; not given any more.</summary>
    public const string BeatTimes = "SIG007";
    public const string TooFewBeats = "SIG008";
    public const string UnknownUnit = "SIG009";
    public const string SeveralColumns = "SIG010";
    public const string PolarWithoutBeats = "SIG011";
    public const string PolarNotIntervals = "SIG012";
    public const string PolarDamaged = "SIG013";
    public const string TooLong = "SIG014";
    public const string LineTooLong = "SIG015";
    public const string SampleNumbers = "SIG016";
    public const string RawSignal = "SIG017";
    public const string NoRates = "SIG018";
    public const string OtherFormat = "SIG019";
    public const string Damaged = "SIG020";
    public const string ArchiveBounds = "SIG021";
    public const string ArchiveChoice = "SIG022";
    public const string NothingAboutHearts = "SIG023";
    public const string NoColumn = "SIG024";
    public const string BadOption = "SIG025";
    public const string WaveChannel = "SIG026";
    public const string WaveTooCoarse = "SIG027";
}
