using Microsoft.Playwright;

namespace Attune.Journeys.Stage;

/// <summary>A practice whose therapist is signed in, for the journeys of one class. Each begins couples of its own.</summary>
public sealed class BegunPractice(Browser browser) : IAsyncLifetime
{
    private RunningProgram? _program;
    private Visit? _visit;

    internal IPage Page => _visit!.Page;

    public async ValueTask InitializeAsync()
    {
        _program = await RunningProgram.ServeAsync();
        _visit = await browser.VisitAsync(_program.Origin);
        await Story.BeginAsync(Page, _program.Welcome);
    }

    public async ValueTask DisposeAsync()
    {
        if (_visit is not null)
            await _visit.DisposeAsync();
        if (_program is not null)
            await _program.DisposeAsync();
    }
}
