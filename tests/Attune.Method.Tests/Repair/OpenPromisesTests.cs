using Attune.Method.Cases;
using Attune.Method.Repair;
using Attune.Method.Tests.Cases;

namespace Attune.Method.Tests.Repair;

public sealed class OpenPromisesTests
{
    private static ToldCourse ThreeSessions() => new ToldCourse()
        .Session().Owes(Partner.B, "The list.").Owes(Partner.A, "A word.")
        .Session().Owes(Partner.A, "To ask first.")
        .Session();

    [Fact]
    public void Of_SeveralDebriefs_ListsAllNewestFirstWithTheirAge() => Assert.Equal(
        [new(Partner.A, "To ask first.", 2, 1), new(Partner.A, "A word.", 1, 2), new(Partner.B, "The list.", 1, 2)],
        OpenPromises.Of(ThreeSessions().Couple));

    [Fact]
    public void Of_PromiseKept_LeavesTheListAndNoOther()
    {
        var course = ThreeSessions();
        course.Then(Kept(course, Partner.A, promisedIn: 1, session: 3));

        Assert.Equal([("To ask first.", Partner.A), ("The list.", Partner.B)], OpenPromises.Of(course.Couple).Select(one => (one.Text, one.Partner)));
    }

    [Fact]
    public void Of_DebriefWrittenAnew_HoldsTheLaterWord()
    {
        var course = new ToldCourse().Session().Owes(Partner.A, "A word.");
        course.Owes(Partner.A, "Two words.");

        Assert.Equal("Two words.", Assert.Single(OpenPromises.Of(course.Couple)).Text);
    }

    // As the brief of an earlier session had it.
    [Fact]
    public void Of_BeforeASession_KnowsNeitherLaterPromisesNorLaterKeeping()
    {
        var course = ThreeSessions();
        course.Then(Kept(course, Partner.B, promisedIn: 1, session: 2));

        Assert.Equal([("A word.", 0), ("The list.", 0)], OpenPromises.Of(course.Couple, before: 2).Select(one => (one.Text, one.AgeInSessions)));
        Assert.Equal(["To ask first.", "A word."], OpenPromises.Of(course.Couple, before: 3).Select(one => one.Text));
    }

    [Fact]
    public void Of_NoDebrief_OwesNothing() => Assert.Empty(OpenPromises.Of(new ToldCourse().Session().Couple));

    private static PromiseKept Kept(ToldCourse course, Partner partner, int promisedIn, int session) =>
        new() { At = course.Now, Partner = partner, PromisedInSession = promisedIn, Session = session };
}
