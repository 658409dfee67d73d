using Attune.Method.Cases;

namespace Attune.App.Frame;

/// <summary>A partner as an address names one: a or b.</summary>
internal static class PartnerAddress
{
    /// <summary>Null: the address names nobody, and there is nothing at it.</summary>
    public static Partner? Find(string who) => who.ToUpperInvariant() switch { "A" => Partner.A, "B" => Partner.B, _ => null };
}
