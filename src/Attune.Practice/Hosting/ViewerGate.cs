using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Attune.Vault;

namespace Attune.Practice.Hosting;

/// <summary>
/// Refuses every call of our grains that carries no <see cref="Viewer"/>, whatever the method does with it; and says a fault of the record in the
/// practice's own words.
/// </summary>
internal sealed class ViewerGate : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (IsOurs(context.InterfaceMethod.DeclaringType) && !CarriesViewer(context.Request))
            throw new RefusedException(CommonRefusals.NobodySaid);
        try
        {
            await context.Invoke();
        }
        catch (VaultException fault)
        {
            throw new RefusedException(CommonRefusals.From(fault));
        }
    }

    internal static bool IsOurs(Type? grain) => grain?.Namespace?.StartsWith("Attune", StringComparison.Ordinal) == true;

    private static bool CarriesViewer(Orleans.Serialization.Invocation.IInvokable request) =>
        request.GetArgumentCount() > 0 && request.GetArgument(0) is Viewer;
}
