namespace Attune.Method.Cases;

/// <summary>One of the two partners. A and B keep one colour and one shape everywhere.</summary>
public enum Partner
{
    A = 1,
    B = 2,
}

/// <summary>Whom a payload is <em>about</em> (not who wrote it): decides under whose key it is encrypted, and so with whom it can be erased.</summary>
public enum Subject
{
    PartnerA = 1,
    PartnerB = 2,
    Couple = 3,
    Therapist = 4,
}

/// <summary>Whose rupture it is: one partner's, or both against the therapist.</summary>
public enum RuptureOwner
{
    A = 1,
    B = 2,
    Both = 3,
}

public static class Partners
{
    public static ReadOnlySpan<Partner> All => [Partner.A, Partner.B];

    public static Partner Other(this Partner partner) => partner == Partner.A ? Partner.B : Partner.A;

    public static Subject AsSubject(this Partner partner) => partner == Partner.A ? Subject.PartnerA : Subject.PartnerB;

    public static Subject AsSubject(this RuptureOwner owner) => owner switch
    {
        RuptureOwner.A => Subject.PartnerA,
        RuptureOwner.B => Subject.PartnerB,
        _ => Subject.Couple,
    };

    /// <summary>The one whose rupture it is; null for a rupture of both.</summary>
    public static Partner? Alone(this RuptureOwner owner) => owner switch
    {
        RuptureOwner.A => Partner.A,
        RuptureOwner.B => Partner.B,
        _ => null,
    };

    /// <summary>Of one alone.</summary>
    public static RuptureOwner AsOwner(this Partner partner) => (RuptureOwner)(int)partner;

    public static bool Includes(this RuptureOwner owner, Partner partner) =>
        owner == RuptureOwner.Both || owner == partner.AsOwner();
}
