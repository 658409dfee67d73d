using Attune.Method.Cases;
using Attune.Practice.Live;
using Attune.Practice.Tests.Fixtures;

namespace Attune.Practice.Tests.Live;

public sealed class ShiftHeartTests
{
    private static readonly ShiftHeart Later = new() { Session = 1, Heart = HeartOf.B, Recording = Told.HeartOfB, By = TimeSpan.FromSeconds(12.5) };

    private static Told Heard => Told.Held().With(Told.Heard(HeartOf.B, Told.HeartOfB));

    [Fact]
    public void Decide_Heard_IsKeptUnderTheKeyOfWhoseHeartItIs()
    {
        var shifted = Heard.Event<HeartShifted>(Later);

        Assert.Equal((Subject.PartnerB, Told.HeartOfB, 12.5), (shifted.Subject, shifted.Recording, shifted.By.TotalSeconds));
    }

    // In all: the second word replaces the first, and nought puts it back.
    [Fact]
    public void Decide_Again_SaysItInAllAndTheSameSaysNothing()
    {
        var told = Heard.Do(Later);

        Assert.Empty(told.Events(Later));
        Assert.Equal(-3, told.Do(Later with { By = TimeSpan.FromSeconds(-3) }).Case.FindSession(1)!.Live.Hearts.Single().Shift.TotalSeconds);
        Assert.Equal(0, told.Do(Later with { By = TimeSpan.Zero }).Case.FindSession(1)!.Live.Hearts.Single().Shift.TotalSeconds);
    }

    [Theory]
    [InlineData(600, true)]
    [InlineData(600.1, false)]
    [InlineData(-600, true)]
    [InlineData(-600.1, false)]
    public void Decide_ByMoreThanTenMinutes_IsRefused(double seconds, bool taken)
    {
        var shift = Later with { By = TimeSpan.FromSeconds(seconds) };

        if (taken)
            Assert.Single(Heard.Events(shift));
        else
            Assert.Equal([("LIV012", "By")], Heard.Refusals(shift));
    }

    [Fact]
    public void Decide_AnotherHeartOrSessionOrOneSetAside_IsRefused()
    {
        Assert.Equal([("LIV011", null)], Heard.Refusals(Later with { Heart = HeartOf.A }));
        Assert.Equal([("LIV011", null)], Heard.Refusals(Later with { Recording = default }));
        Assert.Equal([("LIV011", null)], Heard.Refusals(Later with { Session = 2 }));
        Assert.Equal([("LIV011", null)], Told.Held().With(Told.Heard(HeartOf.B, Told.HeartOfB) with { IsSetAside = true }).Refusals(Later));
    }
}
