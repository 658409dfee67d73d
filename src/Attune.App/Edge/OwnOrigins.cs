namespace Attune.App.Edge;

/// <summary>The addresses that the program itself is reached at, such as <c>http://localhost:5280</c>. Everything else is a stranger.</summary>
internal sealed class OwnOrigins
{
    private readonly HashSet<string> _origins = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public void Add(Uri address)
    {
        _origins.Add(address.GetLeftPart(UriPartial.Authority));
        _hosts.Add(address.Authority);
    }

    public bool IsOurs(string? origin) => origin is not null && _origins.Contains(origin);

    /// <summary>A rebound name reaches our port but not our name.</summary>
    public bool IsOurHost(HostString host) => host.Value is { } value && _hosts.Contains(value);
}
