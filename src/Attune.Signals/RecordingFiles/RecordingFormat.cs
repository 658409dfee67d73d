namespace Attune.Signals.RecordingFiles;

/// <summary>The file formats that are read; stored with what was read, so numbers are never reused.</summary>
public enum RecordingFormat
{
    /// <summary>Text with one beat interval per line, or one named column of a simple table. Elite HRV, Kubios and many others.</summary>
    PlainIntervals = 1,

    /// <summary>Polar HRM with beat intervals, or rates at a fixed step, in its <c>[HRData]</c> section.</summary>
    PolarHrm = 2,

    /// <summary>Text with one beat <em>time</em> per line (RHRV, GHRV; sample numbers where the sampling rate is given).</summary>
    BeatTimes = 3,

    /// <summary>The RR list inside a Kubios results report.</summary>
    KubiosReport = 4,

    /// <summary>VNS Analyse (German): the section of raw RR intervals in s.</summary>
    VnsAnalyse = 5,

    /// <summary>OpenHRV: event, value, timestamp.</summary>
    OpenHrv = 6,

    /// <summary>SelfLoops HRV: time, rate, RR.</summary>
    SelfLoops = 7,

    /// <summary>HRV Logger of iOS or Android, its events file included.</summary>
    HrvLogger = 8,

    /// <summary>Polar Sensor Logger: HR, RR, PPI or ECG.</summary>
    PolarSensorLogger = 9,

    /// <summary>Movesense: RR, ECG or annotations.</summary>
    Movesense = 10,

    /// <summary>Empatica E4: one of its CSV files or the whole zip.</summary>
    EmpaticaE4 = 11,

    /// <summary>FIT of Garmin and others.</summary>
    Fit = 12,

    /// <summary>Training Center XML.</summary>
    Tcx = 13,

    /// <summary>The heart rates of an Apple Health export.</summary>
    AppleHealth = 14,

    /// <summary>EDF and EDF+.</summary>
    Edf = 15,

    /// <summary>A one-dimensional NumPy array.</summary>
    NumPy = 16,

    /// <summary>Notifications of a Bluetooth heart rate strap (0x2A37).</summary>
    BluetoothMeasurements = 17,

    /// <summary>A raw signal as text: one sample a line, or a column beside a timer.</summary>
    PlainSignal = 18,
}
