using System.CommandLine;
using Attune.App.Hosting;
using Attune.Method.Catalogue;
using Attune.Practice.Demo;

namespace Attune.App.Cli;

/// <summary>Six fictional couples to look at and play with, in a folder that goes away at the end.</summary>
internal static class DemoVerb
{
    private const int MostSimulated = 300;

    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "The address to serve at.", DefaultValueFactory = _ => ServeVerb.DefaultUrl };
        var quiet = new Option<bool>("--no-browser") { Description = "Do not open a browser." };
        var seed = new Option<ulong>("--seed") { Description = "The same seed tells the same story.", DefaultValueFactory = _ => 1UL };
        var simulated = new Option<int>("--simulated") { Description = "So many couples of the simulator beside them, whose work has ended (0 to 300): for what only many can show." };
        simulated.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && given.GetValueOrDefault<int>() is < 0 or > MostSimulated)
                given.AddError($"--simulated is a number from 0 to {MostSimulated}.");
        });
        var verb = new Command("demo", "Look at six fictional couples; nothing of them stays.") { urls, quiet, seed, simulated };
        verb.SetAction((given, cancel) => RunAsync(given.GetRequiredValue(urls), given.GetValue(quiet), given.GetValue(seed), given.GetValue(simulated), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string urls, bool quiet, ulong seed, int simulated, CancellationToken cancel)
    {
        var address = "";
        if (Faults.Say(() => address = ListenAddress.Read(urls)) is { } fault)
            return fault;
        var folder = Directory.CreateTempSubdirectory("attune-demo-");
        try
        {
            await using var stage = await DemoStage.SetAsync(folder.FullName, cancel);
            var app = AttuneHost.Build(stage.Door, address, MethodCatalogue.BuiltIn, signsInAtOnce: true);
            Console.WriteLine($"passphrase of the demo, to unlock after a hand-over: {DemoStage.Passphrase}");
            var beating = Task.CompletedTask;
            try
            {
                return await Served.RunAsync(app, !quiet, cancel, async () =>
                {
                    var grains = app.Services.GetRequiredService<IGrainFactory>();
                    await stage.PlayAsync(grains, seed);
                    await stage.PlayCaseloadAsync(seed);
                    if (simulated > 0)
                        await stage.PlaySimulatedAsync(MethodCatalogue.BuiltIn, simulated, seed);
                    beating = (await stage.PlayNowAsync(grains, seed))(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
                });
            }
            finally
            {
                await beating;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
