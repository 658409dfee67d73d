using System.CommandLine;
using Attune.App.Hosting;
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
        await using var door = new PracticeDoor(folder, TimeProvider.System);
        var address = "";
        if ((Faults.Say(() => address = ListenAddress.Read(urls)) ?? Faults.Say(door.Look)) is { } fault)
            return fault;
        return await Served.RunAsync(AttuneHost.Build(door, address), openBrowser: false, cancel);
    }

    private static string DefaultFolder() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Attune");
}
