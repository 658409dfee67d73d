using System.Globalization;
using Attune.App.Therapists;
using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Practice.Couples;

namespace Attune.App.Timeline;

/// <summary>The words for what was heard and noted while a session went on. Of a state as of a heart: what is so, and never whether it is good.</summary>
internal static class LiveNoteWords
{
    public static string Whose(HeartOf heart, CoupleView view) => heart.AsPartner() is { } partner ? $"{view.NameOf(partner)}’s heart" : "Your heart";

    public static string Of(HeartState state) => state switch
    {
        HeartState.Quiet => "quiet",
        HeartState.Rising => "rising",
        HeartState.Aroused => "aroused",
        HeartState.Recovering => "coming down",
        _ => "not known",
    };

    public static string Of(OwnStateNoted state, MethodCatalogue catalogue)
    {
        var what = state.Kind switch
        {
            OwnStateKind.Sense => catalogue.TryGetSense(state.Code, out var sense) ? sense.PlainName : state.Code,
            OwnStateKind.Mode => $"{(catalogue.TryGetMode(state.Code, out var mode) ? mode.Name : state.Code)}{Manner(state.Manner)}",
            _ => state.Code,
        };
        return $"{what}, {OwnWords.Word(OwnWords.Strengths, state.Strength)}{WhileAroused(state.WhileAroused)}";
    }

    public static string Of(SteadyingPractised steadying, CoupleView view, MethodCatalogue catalogue)
    {
        var exercise = catalogue.TryGetExercise(steadying.Exercise, out var known) ? known.PlainName : steadying.Exercise;
        var parts = new[]
        {
            $"{exercise}, {Seconds(steadying.Lasting)}, {Of(steadying.Ended)}",
            steadying.Choice is { } choice ? $"then: {Of(choice)}" : null,
            steadying.Missing is { } missing ? $"missing: {missing}" : null,
            steadying.WhoseFeeling is { } whose ? $"your guess whose feeling it was: {OwnWords.Word(OwnWords.Whose(view.A.Name, view.B.Name), whose)}" : null,
        };
        return string.Join("; ", parts.OfType<string>());
    }

    public static string Shift(TimeSpan by) => by == TimeSpan.Zero
        ? "as it was heard"
        : $"{Seconds(by.Duration())} {(by < TimeSpan.Zero ? "earlier" : "later")}";

    /// <summary>What was seen or noted in that stretch says so.</summary>
    public static string WhileAroused(bool aroused) => aroused ? "; noted while your own rate was up" : "";

    private static string Of(SteadyingEnd ended) => ended switch
    {
        SteadyingEnd.Recovered => "until you had come down",
        SteadyingEnd.TimeUp => "until the time was over",
        _ => "left before the end",
    };

    private static string Of(SteadyingChoice choice) => choice switch
    {
        SteadyingChoice.SlowTheRoom => "slow the room",
        SteadyingChoice.ShortBreak => "a short break",
        _ => "go on",
    };

    private static string Manner(ReactionManner? manner) => manner switch
    {
        ReactionManner.Rigid => ", rigid",
        ReactionManner.Chaotic => ", chaotic",
        _ => "",
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
