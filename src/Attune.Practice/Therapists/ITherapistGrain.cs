using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.SelfInsight;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;

namespace Attune.Practice.Therapists;

/// <summary>One therapist: the own profile and the caseload. A read model beside the own log; it can be rebuilt at any time. The key is the therapist's id.</summary>
[Alias("attune.therapist.v1")]
public interface ITherapistGrain : IGrainWithGuidKey
{
    /// <summary>Begins a couple. The outcome's number is the last event; <paramref name="couple"/> names the record to be made.</summary>
    [Alias("open-couple")]
    Task<Outcome> OpenCouple(Viewer viewer, CoupleId couple, string nameOfA, string nameOfB);

    [Alias("caseload")]
    Task<CaseloadView> SeeCaseload(Viewer viewer);

    [Alias("profile")]
    Task<TherapistView> SeeProfile(Viewer viewer);

    [Alias("assess")]
    Task<Outcome> Assess(Viewer viewer, AssessTherapist command);

    /// <summary>Quiet minutes of a session were measured and taken. Rates in bpm.</summary>
    [Alias("take-rest")]
    Task<Outcome> TakeRest(Viewer viewer, double medianBpm, double deviationBpm, TimeSpan measured);

    /// <summary>The own card for one schema, in place of the one before it.</summary>
    [Alias("write-card")]
    Task<Outcome> WriteCard(Viewer viewer, WriteOwnCard command);
}

/// <summary>The couples of a therapist, in the order of <see cref="CaseloadLines.InOrder"/>.</summary>
public sealed record CaseloadView(string TherapistName, ImmutableArray<CaseloadLine> Couples);

/// <summary>One couple in the caseload.</summary>
/// <param name="OpenRuptures">Ruptures that are open or claimed and not yet confirmed.</param>
/// <param name="OldestOpenSessions">How many sessions ago the oldest of them happened; null when none is open.</param>
/// <param name="Owed">What is owed to a partner, newest first.</param>
/// <param name="MissingAnswers">Check-ins of held sessions without an answer, both partners together.</param>
public sealed record CaseloadLine(
    CoupleId Id, string NameOfA, string NameOfB, int SessionsHeld, int OpenRuptures, int? OldestOpenSessions, ImmutableArray<string> Owed, int MissingAnswers)
{
    /// <summary>The heaviest threat to continuing besides an open rupture; null when there is none.</summary>
    public Threat? Threat { get; init; }

    /// <summary>Sessions whose debrief was put off and waits, in order.</summary>
    public ImmutableArray<int> DebriefsWaiting { get; init; } = [];

    /// <summary>The session that goes on now; null when none does.</summary>
    public int? LiveNow { get; init; }

    /// <summary>The work with them has ended.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>The therapist's own profile: compartment data.</summary>
public sealed record TherapistView(long Number, string Name, TherapistAssessed? Assessment)
{
    /// <summary>A card for each relevant own schema, highest first, and for those that have one already; the lines may be empty.</summary>
    public ImmutableArray<OwnCard> Cards { get; init; } = [];

    /// <summary>The usual resting rate; null when none was taken or typed.</summary>
    public RestingUsual? UsualRest { get; init; }
}

/// <summary>The therapist's own card for one schema, written outside sessions. A line left empty is taken off the card.</summary>
public sealed record WriteOwnCard
{
    /// <summary>Early schema code.</summary>
    public required string EarlySchema { get; init; }

    public OwnChain Chain { get; init; } = new();

    public string? WhatMyChildHears { get; init; }

    public string? WhatMyAdultAnswers { get; init; }

    public string? WhatSoothesMe { get; init; }
}

/// <summary>The therapist's own scores, typed by the therapist.</summary>
public sealed record AssessTherapist
{
    public long? BasedOn { get; init; }

    public ImmutableSortedDictionary<string, double> EarlySchemas { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public ImmutableSortedDictionary<string, double> SchemaModes { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>bpm.</summary>
    public double? UsualRestingRate { get; init; }
}
