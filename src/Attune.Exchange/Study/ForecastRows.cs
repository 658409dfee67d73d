using System.Collections.Immutable;
using System.Globalization;
using Attune.Method.Learning;

namespace Attune.Exchange.Study;

/// <summary>One partner's session out of a table.</summary>
/// <param name="Couple">Place of the couple's name.</param>
/// <param name="Partner">Place of the partner's name, which is the couple's own.</param>
/// <param name="Guess">Between 0 and 1; null: none.</param>
/// <param name="Values">As <see cref="LearningRow.Values"/>.</param>
public sealed record PartnerSession(int Couple, int Partner, double Session, SessionOutcome Outcome, double? Guess, ImmutableArray<double> Values, long Line);

/// <summary>What was read, and what was left out or taken for something.</summary>
/// <param name="Kept">Rows below the header, less those left out.</param>
/// <param name="NotHeld">Left out: the session was not held.</param>
/// <param name="WithoutPlace">Left out: no couple, partner or session.</param>
/// <param name="Unanswered">Kept, and learnt nothing from.</param>
/// <param name="GuessesOutOfRange">Not between 0 and 1: taken for none.</param>
/// <param name="CertainGuesses">0 and 1, taken for .01 and .99: what cannot be wrong by its own word has no log score when it is.</param>
/// <param name="MissingValues">Of each term, sessions without a value: it adds 0 there.</param>
public sealed record ForecastTally(
    long Rows, long Kept, long NotHeld, long WithoutPlace, long Unanswered, long Reports, long GuessesOutOfRange, long CertainGuesses, ImmutableArray<long> MissingValues);

/// <summary>All partner-sessions of a table, by couple, partner and session: those in the order of their first rows.</summary>
public sealed class ForecastRows
{
    internal ForecastRows(ForecastColumns columns, ImmutableArray<PartnerSession> sessions, ImmutableArray<string> couples, ImmutableArray<string> partners, ForecastTally tally) =>
        (Columns, Sessions, Couples, Partners, Tally) = (columns, sessions, couples, partners, tally);

    public ForecastColumns Columns { get; }

    public ImmutableArray<PartnerSession> Sessions { get; }

    public ImmutableArray<string> Couples { get; }

    public ImmutableArray<string> Partners { get; }

    public ForecastTally Tally { get; }

    public LearningRows ToLearn() => LearningRows.Of(Columns.Terms, Columns.Areas, Sessions.Select(one => new LearningRow(one.Couple, one.Partner, one.Values, one.Outcome, one.Guess)));

    /// <summary>A session by its names, for a sentence.</summary>
    internal string NameOf(PartnerSession one) => string.Create(CultureInfo.InvariantCulture, $"session {one.Session} of partner '{Partners[one.Partner]}' of couple '{Couples[one.Couple]}'");
}
