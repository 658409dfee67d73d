using Attune.Practice.Refusals;

namespace Attune.Practice.Couples;

public static class CoupleRefusals
{
    public static readonly Refusal OpenedAlready = new("COU001", "The record of this couple has been begun already.");
}
