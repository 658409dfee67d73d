using Microsoft.AspNetCore.Components.Endpoints;

namespace Attune.App.Frame;

/// <summary>
/// A page that may lie on paper. Every other page of the therapist prints one sentence instead of itself: what both partners answered, what is the
/// therapist's own, and whether a flag is up would lie on a desk.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PrintsAttribute : Attribute
{
    public static bool IsOn(HttpContext? http) =>
        http?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(PrintsAttribute), inherit: false) is true;
}
