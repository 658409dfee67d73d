using System.Collections.Immutable;
using Attune.Method.Trust;

namespace Attune.Exchange.Study;

/// <summary>Where a model's parameters come from.</summary>
public enum TrustParameters
{
    /// <summary>They were said.</summary>
    Given = 1,

    /// <summary>One set, where the outcomes of all courses together are likeliest.</summary>
    Pooled = 2,

    /// <summary>A set for each course.</summary>
    Course = 3,
}

/// <summary>A model that is asked for.</summary>
/// <param name="Given">Null: fitted.</param>
public sealed record TrustModelChoice(TrustModel Model, TrustLearning? Given)
{
    /// <summary>A model's name, or with its parameters behind, in the order of its record: <c>rescorla_wagner=.2:.5</c>. Null: not understood.</summary>
    public static TrustModelChoice? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('=', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || Array.Find(Enum.GetValues<TrustModel>(), model => StudyNames.Of(model) == parts[0]) is var model && model == default)
            return null;
        if (parts.Length == 1)
            return new(model, null);
        var numbers = Array.ConvertAll(parts[1].Split(':'), part => StudyNumber.TryRead(System.Text.Encoding.UTF8.GetBytes(part), commaIsPoint: false, out var number) ? number : double.NaN);
        TrustLearning? given = (model, numbers) switch
        {
            (TrustModel.BetaForgetting, [var alpha, var beta, var kept]) => new TrustLearning.BetaForgetting(alpha, beta, kept),
            (TrustModel.RescorlaWagner, [var rate, var first]) => new TrustLearning.RescorlaWagner(rate, first),
            (TrustModel.RescorlaWagnerTwoRates, [var gain, var loss, var first]) => new TrustLearning.RescorlaWagnerTwoRates(gain, loss, first),
            (TrustModel.PearceHall, [var eta, var firstRate, var first]) => new TrustLearning.PearceHall(eta, firstRate, first),
            _ => null,
        };
        return given is null || !CanFollow(given) ? null : new(model, given);
    }

    private static bool CanFollow(TrustLearning given)
    {
        try
        {
            given.Follow([]);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}

/// <summary>The outcomes of all courses, for what is fitted to them together. They lie in memory, so there is a most.</summary>
public sealed class TrustPool
{
    /// <summary>Rows with an outcome [our proposal]: fitting goes through all of them some thousand times, two minutes on one core.</summary>
    public const int MostMoments = 2_000_000;

    private readonly ImmutableArray<TrustCourse>.Builder _courses = ImmutableArray.CreateBuilder<TrustCourse>();
    private long _moments;

    public static ImmutableArray<TrustCourse> Of(CourseBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return [.. Enumerable.Range(0, block.Count).Select(course => TrustModelTable.CourseOf(block, course))];
    }

    /// <summary>In the order of the table. Throws <see cref="StudyRefusedException"/> where there are too many.</summary>
    public void Add(ImmutableArray<TrustCourse> courses)
    {
        _moments += courses.Sum(course => (long)course.Outcomes.Length);
        if (_moments > MostMoments)
        {
            throw new StudyRefusedException(new(
                StudyCodes.NotComputable, FormattableString.Invariant($"More than {MostMoments} rows are too many to fit one set of parameters to: give the parameters, or fit each course by itself (--fit course).")));
        }

        _courses.AddRange(courses);
    }

    public TrustFit Fit(TrustModel model) => TrustFit.Of(model, _courses.ToImmutable());
}
