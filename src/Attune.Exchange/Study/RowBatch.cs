using System.Security.Cryptography;
using System.Text;

namespace Attune.Exchange.Study;

/// <summary>Neighbouring rows of a table, as columns. A run is what stands together under one course's name.</summary>
internal sealed class RowBatch(int values, int room = 1024)
{
    private double[] _session = new double[room];
    private int[] _lines = new int[room];
    private readonly double[][] _values = [.. Enumerable.Range(0, values).Select(_ => new double[room])];

    public int Count { get; private set; }

    public List<CourseRun> Runs { get; } = [];

    public ReadOnlySpan<double> Session => _session.AsSpan(0, Count);

    /// <summary>Lines (or rows) since <see cref="FirstLine"/>.</summary>
    public ReadOnlySpan<int> Lines => _lines.AsSpan(0, Count);

    /// <summary>Known when the batch is put behind those before it.</summary>
    public long FirstLine { get; set; }

    /// <summary>What a place is called: line, or row.</summary>
    public string PlaceWord { get; init; } = "line";

    /// <summary>How many lines the batch takes.</summary>
    public long LineCount { get; set; }

    public StudyTally Tally { get; set; } = new();

    /// <summary>What refuses the table; its line counts from the batch's first.</summary>
    public StudyRefusal? Refusal { get; set; }

    public double[][] Values => _values;

    public double[] SessionRoom => _session;

    public int[] LineRoom => _lines;

    /// <summary>Room for one more row; returns its place.</summary>
    public int Add(int line, double session)
    {
        if (Count == _session.Length)
            Grow();
        _session[Count] = session;
        _lines[Count] = line;
        return Count++;
    }

    public void BeginRun(string name) => Runs.Add(new CourseRun(name, Count, Fingerprint(name)));

    public int LengthOf(int run) => (run + 1 < Runs.Count ? Runs[run + 1].Start : Count) - Runs[run].Start;

    private void Grow()
    {
        var size = Math.Max(1024, 2 * Count);
        Array.Resize(ref _session, size);
        Array.Resize(ref _lines, size);
        for (var i = 0; i < _values.Length; i++)
            Array.Resize(ref _values[i], size);
    }

    /// <summary>Stands for the name where all names are remembered: two of a billion share one with a probability of some 1e-21.</summary>
    private static UInt128 Fingerprint(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var bytes = Encoding.UTF8.GetByteCount(name);
        Span<byte> text = bytes <= 256 ? stackalloc byte[256] : new byte[bytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(name, text)], hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}

internal readonly record struct CourseRun(string Name, int Start, UInt128 Fingerprint);
