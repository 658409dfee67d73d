using Attune.Method.Alliance;
using Attune.Method.Cases;

namespace Attune.Method.Tests.Alliance;

public class FlatAnswersTests
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(9, true)]
    public void EndsFlat_AllSevens_NeedsFourForms(int forms, bool flat) =>
        Assert.Equal(flat, FlatAnswers.EndsFlat(Enumerable.Repeat(Course.Rated(7, 7, 7), forms)));

    [Fact]
    public void EndsFlat_OneItemMoved_IsNotFlatUntilSixFormsLater()
    {
        List<CheckInAnswers> forms = [Course.Rated(7, 7, 6), .. Enumerable.Repeat(Course.Rated(7, 7, 7), 5)];
        Assert.False(FlatAnswers.EndsFlat(forms));
        Assert.True(FlatAnswers.EndsFlat([.. forms, Course.Rated(7, 7, 7)]));
    }

    [Fact]
    public void EndsFlat_FormsWithoutRatings_DoNotCount()
    {
        var unrated = new CheckInAnswers { Care = CareAnswer.Yes };
        Assert.False(FlatAnswers.EndsFlat([unrated, unrated, unrated, unrated, Course.Rated(7, 7, 7)]));
    }

    [Fact]
    public void Composite_OneItemMissing_IsNull()
    {
        Assert.Equal(17 / 3.0, Composite.Of(Course.Rated(5, 6, 6)));
        Assert.Null(Composite.Of(new CheckInAnswers { Task = 5, Goal = 6, Fairness = 7 }));
    }
}
