using System.CommandLine;
using System.Text;
using Attune.App.Hosting;
using Attune.Method.Catalogue;
using Attune.Method.Catalogue.Book;

namespace Attune.App.Cli;

/// <summary>The method's whole content as a book to read, with a practice's own files in it.</summary>
internal static class CatalogueVerb
{
    private static readonly UTF8Encoding NoMark = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Make()
    {
        var file = new Option<FileInfo?>("--out") { Description = "The Markdown file to write; without it the book goes to standard output." };
        var overrides = new Option<DirectoryInfo?>("--overrides") { Description = "A folder with a practice's own *.yaml files, read after the shipped ones." };
        var chapter = new Option<string?>("--chapter") { Description = $"One chapter alone: {string.Join(", ", CatalogueBook.ChapterNames)}." };
        var verb = new Command("catalogue", "Write the content of the method, both wordings, as a book in Markdown.") { file, overrides, chapter };
        verb.SetAction(given => Run(given.GetValue(file), given.GetValue(overrides), given.GetValue(chapter)));
        return verb;
    }

    private static int Run(FileInfo? file, DirectoryInfo? overrides, string? chapter)
    {
        if (overrides is { Exists: false })
            return Faults.Say($"There is no folder {overrides.FullName}.");
        if (file is { Directory.Exists: false })
            return Faults.Say($"There is no folder {file.DirectoryName} to write {file.Name} into.");
        if (chapter is not null && !CatalogueBook.ChapterNames.Contains(chapter))
            return Faults.Say($"There is no chapter '{chapter}'; there are {string.Join(", ", CatalogueBook.ChapterNames)}.");
        return (overrides is null ? CatalogueLoader.BuiltIn() : OwnCatalogue.In(overrides.FullName)) switch
        {
            CatalogueOutcome.Loaded loaded => Write(file, chapter is null ? CatalogueBook.Write(loaded.Catalogue) : CatalogueBook.WriteChapter(loaded.Catalogue, chapter)),
            CatalogueOutcome.Faulty faulty => Faults.Say(faulty, "Nothing was written."),
            _ => throw new InvalidOperationException("An outcome is Loaded or Faulty."),
        };
    }

    private static int Write(FileInfo? file, string book)
    {
        try
        {
            using var stream = file is null ? Console.OpenStandardOutput() : file.Create();
            stream.Write(NoMark.GetBytes(book));
            return 0;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return Faults.Say($"{file?.FullName ?? "Standard output"} could not be written: {unwritable.Message}");
        }
    }
}
