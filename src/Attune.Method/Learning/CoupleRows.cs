using System.Collections.Immutable;
using Attune.Method.Alliance;
using Attune.Method.Anticipation;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Learning;

/// <summary>
/// One couple's part in what a practice learns: what a forecast could have known before each session that was held, and what was reported after it, by
/// either reporter. No name, no word and no date; it follows from the case alone, and is made anew with it.
/// </summary>
/// <param name="Number">The last event it rests on.</param>
/// <param name="Withheld">Events that could not be read, because a person was erased or a compartment is closed.</param>
/// <param name="Sessions">In order of sessions, A before B. Those before which a safety flag was up are not among them.</param>
/// <param name="StoodAside">Partners' sessions before which a flag was up, so that nothing was forecast: they are not learnt from.</param>
/// <param name="Asked">What became of the therapist's own forecasts of these sessions.</param>
public sealed record CoupleRows(CoupleId Couple, long Number, int Withheld, ImmutableArray<SessionRow> Sessions, int StoodAside, OwnForecastCount Asked)
{
    /// <param name="own">The therapist's latest profile; used for sessions since it was written.</param>
    public static CoupleRows Of(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own)
    {
        ArgumentNullException.ThrowIfNull(couple);
        ArgumentNullException.ThrowIfNull(catalogue);
        var byPartner = new CaseRows(catalogue, own, TensionReporter.Partner).Of(couple, 0, Guess, out var aside);
        var byTherapist = new CaseRows(catalogue, own, TensionReporter.Therapist).Of(couple, 0, null, out _);
        // Both read the same sessions in the same order.
        var sessions = byPartner.Zip(byTherapist, (told, noticed) => new SessionRow(
            told.Partner == CaseRows.KeyOf(0, Partner.A) ? Partner.A : Partner.B,
            new ReportRow(told.Values, told.Outcome.Kind, told.Outcome.Area),
            new ReportRow(noticed.Values, noticed.Outcome.Kind, noticed.Outcome.Area),
            told.Guess));
        return new CoupleRows(couple.Id, couple.LastNumber, couple.Withheld, [.. sessions], aside, OwnForecastCount.Of(couple));
    }

    private static double? Guess(CoupleCase couple, Partner partner, int session) => couple.FindSession(session)?[partner].OwnForecast?.Chance?.Probability();
}

/// <summary>One partner's session.</summary>
/// <param name="Guess">The therapist's own chance that this partner tells, given before the session, in (0, 1); null when not asked or left open.</param>
public sealed record SessionRow(Partner Partner, ReportRow Told, ReportRow Noticed, double? Guess)
{
    internal ReportRow By(TensionReporter reporter) => reporter == TensionReporter.Partner ? Told : Noticed;
}

/// <summary>What was known before, and what one reporter said after.</summary>
/// <param name="Values">As <see cref="LearningRow.Values"/>.</param>
/// <param name="Area">From 0, as <see cref="SessionOutcome.Area"/>; -1 where none is named.</param>
public sealed record ReportRow(ImmutableArray<double> Values, OutcomeKind Kind, int Area)
{
    internal SessionOutcome Outcome => Kind switch
    {
        OutcomeKind.Unanswered => SessionOutcome.Unanswered,
        OutcomeKind.NoReport => SessionOutcome.NoReport,
        OutcomeKind.ReportOfUnknownArea => SessionOutcome.ReportOfUnknownArea,
        OutcomeKind.ReportOfArea => SessionOutcome.ReportOfArea(Area),
    };
}

/// <summary>The therapist's own forecasts of held sessions, each partner's counted.</summary>
/// <param name="LeftOpen">Asked, and no word was chosen, or it was taken back.</param>
/// <param name="Unanswered">Given, and the partner did not answer: it cannot be compared.</param>
public readonly record struct OwnForecastCount(int Given, int LeftOpen, int NotAsked, int Unanswered)
{
    internal static OwnForecastCount Of(CoupleCase couple) => OwnForecasts.Pairs(couple).Where(pair => pair.Reporter == TensionReporter.Partner)
        .Aggregate(default(OwnForecastCount), (sum, pair) => sum + new OwnForecastCount(
            pair.Chance is null ? 0 : 1,
            pair.WasAsked && pair.Chance is null ? 1 : 0,
            pair.WasAsked ? 0 : 1,
            pair.Chance is not null && pair.Came == WhatCame.Unanswered ? 1 : 0));

    public static OwnForecastCount operator +(OwnForecastCount one, OwnForecastCount other) => new(
        one.Given + other.Given, one.LeftOpen + other.LeftOpen, one.NotAsked + other.NotAsked, one.Unanswered + other.Unanswered);
}
