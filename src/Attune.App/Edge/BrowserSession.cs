using Attune.Practice.Viewing;

namespace Attune.App.Edge;

/// <summary>What a browser may do now. A closed set, held by the server; the browser holds only a random name for it.</summary>
internal abstract record BrowserSession
{
    private BrowserSession() { }

    /// <summary>Came in by the one-time address: may make, unseal or sign in to the practice, and see nothing yet.</summary>
    public sealed record Trusted : BrowserSession;

    /// <summary>The therapist, signed in.</summary>
    public sealed record SignedIn(TherapistId Therapist) : BrowserSession;

    /// <summary>Handed over to one partner for one page of theirs. The therapist's own session of this browser is over.</summary>
    public sealed record HandedOver(Viewer.OnePartner Holder) : BrowserSession;

    /// <summary>The partner is done; locked until the therapist unlocks it.</summary>
    public sealed record HandedBack(Viewer.OnePartner Holder) : BrowserSession;
}
