using System.Net;
using Attune.Practice.Refusals;

namespace Attune.App.Hosting;

/// <summary>Where the program listens: this machine alone, without TLS. Another machine is reached by a listener of its own, which comes with the links.</summary>
internal static class ListenAddress
{
    /// <summary>The address as the server wants it; anything else is a <see cref="RefusedException"/> in one sentence.</summary>
    public static string Read(string urls)
    {
        if (!Uri.TryCreate(urls, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback || url.PathAndQuery != "/")
            throw new RefusedException(new Refusal("APP002", $"--urls takes one address of this machine, such as http://localhost:5280; {urls} is none."));
        // A free port is given to an address, not to the name.
        return url.Port == 0 ? $"http://{IPAddress.Loopback}:0" : url.GetLeftPart(UriPartial.Authority);
    }
}
