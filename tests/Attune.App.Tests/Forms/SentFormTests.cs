using Attune.App.Forms;
using Attune.Method.Cases;
using Microsoft.AspNetCore.Http;

namespace Attune.App.Tests.Forms;

public sealed class SentFormTests
{
    [Theory]
    [InlineData("3.5", 3.5)]
    [InlineData("3,5", 3.5)]
    [InlineData(" 4 ", 4.0)]
    [InlineData("-1", -1.0)]
    public void Number_PointOrComma_IsRead(string typed, double value)
    {
        var sent = Sent(("Score", typed));

        Assert.Equal(value, sent.Number("Score", "The score"));
        Assert.Empty(sent.Unreadable);
    }

    [Theory]
    [InlineData("four")]
    [InlineData("1.000,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    public void Number_NotOne_IsNamedWithWhatWasTyped(string typed)
    {
        var sent = Sent(("Score", typed));

        Assert.Null(sent.Number("Score", "The score"));
        var why = Assert.Single(sent.Unreadable);
        Assert.Equal(("APP001", "Score"), (why.Code, why.Field));
        Assert.Contains(typed, why.Message, StringComparison.Ordinal);
        Assert.Equal(typed, sent.Show("Score", 3.0));
    }

    [Fact]
    public void Field_LeftEmpty_IsNothingAndNoFault()
    {
        var sent = Sent(("Score", "  "), ("Text", ""));

        Assert.Null(sent.Number("Score", "The score"));
        Assert.Null(sent.Whole("Score", "The score"));
        Assert.Null(sent.Text("Text"));
        Assert.Null(sent.Text("Absent"));
        Assert.Empty(sent.Unreadable);
    }

    [Fact]
    public void Numbers_OfOnePrefix_AreReadAndTheOthersLeft()
    {
        var sent = Sent(("Schema.ed", "4,5"), ("Schema.ei", ""), ("Schema.ma", "many"), ("Mode.vc", "3"), ("Schemas", "1"));

        var read = sent.Numbers("Schema", code => $"Schema {code}");

        Assert.Equal([KeyValuePair.Create("ed", 4.5)], read);
        Assert.Contains("Schema ma", Assert.Single(sent.Unreadable).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Surely", ExpectationAnswer.Surely)]
    [InlineData("99", null)]
    [InlineData("surely", null)]
    [InlineData("anything", null)]
    public void Choice_OnlyWhatIsOffered_IsRead(string sent, ExpectationAnswer? expected)
    {
        var form = Sent(("Expectation", sent));

        Assert.Equal(expected, form.Choice<ExpectationAnswer>("Expectation", "What you expect"));
        Assert.Equal(expected is null ? 1 : 0, form.Unreadable.Length);
    }

    [Fact]
    public void Needed_NothingChosen_IsNamed()
    {
        var form = Sent(("Alone", ""));

        Assert.Equal(default, form.Needed<ExpectationAnswer>("Expectation", "What you expect"));
        Assert.False(form.NeededYes("Alone", "Whether alone"));
        Assert.Equal([("APP002", "Expectation"), ("APP002", "Alone")], form.Unreadable.Select(why => (why.Code, why.Field!)));
    }

    [Fact]
    public void Needed_SomethingElseThanOffered_IsNamedOnce()
    {
        var form = Sent(("Expectation", "surely"));

        Assert.Equal(default, form.Needed<ExpectationAnswer>("Expectation", "What you expect"));
        Assert.Equal("APP001", Assert.Single(form.Unreadable).Code);
    }

    [Fact]
    public void ManyOf_OneThatIsNotOffered_IsNamedAndTheOthersRead()
    {
        var form = Sent([("Topics", ["Hope", "Everything", "Trauma"])]);

        Assert.Equal([AssessmentTopic.Hope, AssessmentTopic.Trauma], form.ManyOf<AssessmentTopic>("Topics", "What they would rather not say"));
        Assert.Contains("Everything", Assert.Single(form.Unreadable).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextsWholesAndChoices_OfOnePrefix_LeaveOutWhatIsEmpty()
    {
        var form = Sent(("Line.a", " one "), ("Line.b", ""), ("Step.x", "3"), ("Step.y", " "), ("Dose.c", "TooMuch"), ("Dose.d", ""), ("Doses", "Right"));

        Assert.Equal([KeyValuePair.Create("a", "one")], form.Texts("Line"));
        Assert.Equal([KeyValuePair.Create("x", 3)], form.Wholes("Step", code => code));
        Assert.Equal([KeyValuePair.Create("c", Dose.TooMuch)], form.Choices<Dose>("Dose", code => code));
        Assert.Empty(form.Unreadable);
    }

    [Fact]
    public void IsOf_AnotherFormOfThePage_IsNot()
    {
        var form = Sent(("_handler", "mark"));

        Assert.True(form.IsOf("mark"));
        Assert.False(form.IsOf("debrief"));
        Assert.False(SentForm.Nothing.IsOf("debrief"));
    }

    [Theory]
    [InlineData("2026-11-23", 2026)]
    [InlineData("23.11.2026", null)]
    public void Date_AsABrowserSendsIt_IsRead(string sent, int? year) => Assert.Equal(year, Sent(("On", sent)).Date("On", "The date")?.Year);

    [Fact]
    public void Show_NothingSent_IsWhatIsStored()
    {
        Assert.Equal("3.5", SentForm.Nothing.Show("Score", 3.5));
        Assert.True(SentForm.Nothing.ShowMark("Mark", "a", stored: true));
        Assert.False(SentForm.Nothing.IsThere);
    }

    /// <summary>What was emptied on purpose stays empty on the screen.</summary>
    // A field that was emptied is not a field that the form never had.
    [Fact]
    public void Has_FieldSentEmpty_IsThere()
    {
        Assert.True(Sent(("Line", "")).Has("Line"));
        Assert.False(Sent(("Line", "")).Has("Other"));
        Assert.False(SentForm.Nothing.Has("Line"));
    }

    [Fact]
    public void Show_SentEmpty_IsEmptyAndNotWhatIsStored() => Assert.Equal("", Sent(("Score", "")).Show("Score", 3.5));

    private static SentForm Sent(params (string Name, string Value)[] fields) => Sent([.. fields.Select(field => (field.Name, new[] { field.Value }))]);

    private static SentForm Sent((string Name, string[] Values)[] fields)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(fields.ToDictionary(field => field.Name, field => new Microsoft.Extensions.Primitives.StringValues(field.Values)));
        return SentForm.From(http);
    }
}
