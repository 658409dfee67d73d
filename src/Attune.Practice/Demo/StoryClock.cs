namespace Attune.Practice.Demo;

/// <summary>A clock that stands where the story stands, and runs with the real one once the story is told.</summary>
internal sealed class StoryClock : TimeProvider
{
    private DateTimeOffset? _told;

    public override DateTimeOffset GetUtcNow() => _told ?? base.GetUtcNow();

    public void Tell(DateTimeOffset moment) => _told = moment;

    public void LetRun() => _told = null;
}
