using System.CommandLine;
using Attune.App.Hosting;
using Attune.Method.Catalogue;
using Attune.Practice.Records;

namespace Attune.App.Cli;

/// <summary>Serves the practice's own record.</summary>
internal static class ServeVerb
{
    public const string DefaultUrl = "http://localhost:5280";

    public static Command Make()
    {
        var verb = new Command("serve", "Serve the practice's record on this machine.");
        AddTo(verb);
        return verb;
    }

    public static void AddTo(Command verb)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder of the record.",
            DefaultValueFactory = _ => new DirectoryInfo(DefaultFolder()),
        };
        var urls = new Option<string>("--urls") { Description = "The address to serve at.", DefaultValueFactory = _ => DefaultUrl };
        verb.Add(data);
        verb.Add(urls);
        verb.SetAction((given, cancel) => ServeAsync(given.GetRequiredValue(data).FullName, given.GetRequiredValue(urls), cancel));
    }

    private static async Task<int> ServeAsync(string folder, string urls, CancellationToken cancel)
    {
        var address = "";
        if (Faults.Say(() => address = ListenAddress.Read(urls)) is { } noAddress)
            return noAddress;
        // Before the record is opened: what stops here has touched nothing.
        var catalogue = OwnCatalogue.Beside(folder);
        if (catalogue is CatalogueOutcome.Faulty faulty)
            return Faults.Say(faulty, HowToGoOn(OwnCatalogue.FolderIn(folder)));
        await using var door = new PracticeDoor(folder, TimeProvider.System);
        if (Faults.Say(door.Look) is { } fault)
            return fault;
        return await Served.RunAsync(AttuneHost.Build(door, address, ((CatalogueOutcome.Loaded)catalogue).Catalogue), openBrowser: false, cancel);
    }

    private static string HowToGoOn(string own) =>
        $"Attune was not started, and the record was not opened. Mend these lines in {own} and start again, or move the files elsewhere to go on without them. "
        + $"To see whether they are right before you start: attune catalogue --overrides \"{own}\" --out book.md";

    private static string DefaultFolder() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Attune");
}
