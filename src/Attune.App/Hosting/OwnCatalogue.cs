using System.Text;
using Attune.Method.Catalogue;

namespace Attune.App.Hosting;

/// <summary>A practice's own catalogue files: read here, because the method's room reads no file, and put after the shipped ones.</summary>
internal static class OwnCatalogue
{
    /// <summary>The folder inside the practice's data folder. It need not be there.</summary>
    public const string FolderName = "catalogue";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive };

    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, FolderName);

    /// <summary>The catalogue of the practice in this data folder; the shipped one when it has no files of its own.</summary>
    public static CatalogueOutcome Beside(string dataFolder) =>
        Directory.Exists(FolderIn(dataFolder)) ? In(FolderIn(dataFolder)) : new CatalogueOutcome.Loaded(MethodCatalogue.BuiltIn);

    /// <summary>The shipped catalogue with the <c>*.yaml</c> files of a folder after it, in the ordinal order of their names.</summary>
    public static CatalogueOutcome In(string folder)
    {
        // The folder's name before the file's: a copy of a shipped file keeps its name and must still be another file.
        var parent = new DirectoryInfo(folder).Name;
        var files = new List<CatalogueFile>();
        var unread = new List<CatalogueFault>();
        Try(parent, unread, () =>
        {
            foreach (var name in Directory.EnumerateFiles(folder, "*.y*ml", AnyCase).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
                Try($"{parent}/{name}", unread, () => Read(Path.Combine(folder, name), $"{parent}/{name}", files, unread));
        });

        var outcome = files.Count == 0 ? new CatalogueOutcome.Loaded(MethodCatalogue.BuiltIn) : CatalogueLoader.WithOverrides(files);
        return unread.Count == 0 ? outcome : new CatalogueOutcome.Faulty([.. unread, .. (outcome as CatalogueOutcome.Faulty)?.Faults ?? []]);
    }

    private static void Read(string path, string name, List<CatalogueFile> files, List<CatalogueFault> unread)
    {
        if (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            files.Add(new CatalogueFile(name, File.ReadAllText(path, Strict)));
        else if (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            // Passed over in silence, it would leave its writer wondering why nothing changes.
            unread.Add(new CatalogueFault(name, null, "", "Only files that end in .yaml are read: give it that ending."));
    }

    private static void Try(string name, List<CatalogueFault> unread, Action read)
    {
        try
        {
            read();
        }
        catch (DecoderFallbackException)
        {
            unread.Add(new CatalogueFault(name, null, "", "Not text in UTF-8."));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            unread.Add(new CatalogueFault(name, null, "", $"Not readable: {unreadable.Message}"));
        }
    }
}
