using Attune.App.Tests.Support;

namespace Attune.App.Tests.Cli;

/// <summary>The verbs for studies, each run in a folder of its own.</summary>
public abstract class StudyTests : IDisposable
{
    protected string Folder { get; } = RunningHost.NewFolder();

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static Task<(int Code, string Output, string Error)> Study(params string[] args) => AttuneProcess.RunAsync(["study", .. args]);

    protected string Place(string name) => Path.Combine(Folder, name);

    protected string Written(string name, string text)
    {
        File.WriteAllText(Place(name), text);
        return Place(name);
    }

    protected Task<string> Text(string name) => File.ReadAllTextAsync(Place(name), TestContext.Current.CancellationToken);
}
