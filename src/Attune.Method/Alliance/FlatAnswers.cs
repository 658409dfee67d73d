using System.Collections.Immutable;
using Attune.Method.Cases;

namespace Attune.Method.Alliance;

/// <summary>
/// "This person's answers rarely vary": over the last six rated forms (fewer at the start, never below four) no rating item changed its value.
/// An item left out now and then is not a change. Our proposal.
/// </summary>
public static class FlatAnswers
{
    /// <summary>The most forms that are looked at.</summary>
    public const int Window = 6;

    /// <summary>The fewest forms that can be called flat.</summary>
    public const int Least = 4;

    private static readonly ImmutableArray<Func<CheckInAnswers, int?>> Items =
        [a => a.Task, a => a.Goal, a => a.Bond, a => a.Fairness, a => a.Safety, a => a.WithinCouple];

    /// <summary>Whether the last of <paramref name="forms"/> (oldest first) closes a flat stretch. Forms without any rating do not count.</summary>
    public static bool EndsFlat(IEnumerable<CheckInAnswers> forms)
    {
        var running = new Running();
        var isFlat = false;
        foreach (var form in forms)
            isFlat = running.Add(form);
        return isFlat;
    }

    /// <summary>The same, one form at a time, oldest first.</summary>
    internal sealed class Running
    {
        private readonly CheckInAnswers[] _last = new CheckInAnswers[Window];
        private int _rated;

        /// <summary>Whether the forms up to and with this one close a flat stretch.</summary>
        public bool Add(CheckInAnswers form)
        {
            if (IsRated(form))
                _last[_rated++ % Window] = form;
            if (_rated < Least)
                return false;
            foreach (var item in Items)
            {
                if (Varies(item))
                    return false;
            }
            return true;
        }

        private bool Varies(Func<CheckInAnswers, int?> item)
        {
            int? seen = null;
            foreach (var form in _last.AsSpan(0, Math.Min(_rated, Window)))
            {
                var value = item(form);
                if (value is not null && value != (seen ??= value))
                    return true;
            }
            return false;
        }

        private static bool IsRated(CheckInAnswers form)
        {
            foreach (var item in Items)
            {
                if (item(form) is not null)
                    return true;
            }
            return false;
        }
    }
}
