using System.Xml;

namespace Attune.Signals.RecordingFiles.Xml;

/// <summary>XML as a stream: a DTD is passed over and never resolved, so entities do not exist; a single token above 4 MiB (our proposal) ends the reading.</summary>
internal sealed class XmlRecording : IDisposable
{
    private const long LargestToken = 4 * 1024 * 1024;
    private const int DeepestElement = 200;
    private const int MostNames = 100_000;
    private readonly Guard guard;

    internal XmlRecording(Stream stream)
    {
        guard = new(stream);
        Reader = XmlReader.Create(guard, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            IgnoreComments = true,
            IgnoreWhitespace = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        });
    }

    internal XmlReader Reader { get; }

    internal int Line => Reader is IXmlLineInfo info ? info.LineNumber : 0;

    internal bool TryRead()
    {
        guard.Since = 0;
        return Reader.Read() && (Reader.Depth <= DeepestElement
            ? true
            : throw new BoundPassed(Refusals.Damaged("XML", $"its elements lie more than {DeepestElement} deep at line {Line}", Line)));
    }

    public void Dispose() => Reader.Dispose();

    private sealed class Guard(Stream inner) : ReadOnlyStream
    {
        internal long Since { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Since += read;
            return Since <= LargestToken ? read : throw new BoundPassed(Refusals.Damaged("XML", $"one of its elements is larger than {LargestToken / (1024 * 1024)} MiB"));
        }
    }

    /// <summary>A reader keeps every name it meets: a file of nothing but new names must not fill the memory.</summary>
    private sealed class BoundedNames : NameTable
    {
        private int count;

        public override string Add(char[] key, int start, int len)
        {
            if (Get(key, start, len) is { } known)
                return known;
            return ++count <= MostNames
                ? base.Add(key, start, len)
                : throw new BoundPassed(Refusals.Damaged("XML", $"it has more than {MostNames} different names"));
        }
    }
}
