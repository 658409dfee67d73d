using System.Collections.Immutable;
using System.Net;
using Attune.App.Tests.Support;
using Attune.Method.Assessment;
using Attune.Method.Cases;
using Attune.Practice.Assessing;

namespace Attune.App.Tests.Assessing;

/// <summary>The small forms below the assessment.</summary>
public sealed class ChainsAndExpectationsTests(DemoHost demo)
{
    private readonly Browser _browser = demo.Host.TherapistsBrowser();

    [Fact]
    public async Task Chain_Proposed_SaysWhatEachPartRestsOn()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner
        {
            Partner = Partner.A,
            EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ma", 4.5).Add("us", 3.9),
            SchemaModes = ImmutableSortedDictionary<string, double>.Empty.Add("bully-and-attack", 4.1),
        });

        var page = await _browser.GetAsync(couple.Page("/assessment/a"));

        Assert.False(page.HasForm("chain-us"));
        Assert.Equal(["bully-and-attack"], page.Chosen("chain-ma", "chain-ma.Coping"));
        Assert.Equal(
            ["From the scores.", "The catalogue suggests it; nothing of this person yet.", "The catalogue suggests it; nothing of this person yet."],
            page.Document.QuerySelectorAll("form#chain-ma .hint").Select(hint => hint.TextContent));
        Assert.Equal(["Giving in", "Going away", "Turning it round", "Others"], page.Document.QuerySelectorAll("select[name='chain-ma.Coping'] optgroup").Select(group => group.GetAttribute("label")));
        Assert.Contains("Turning it round (as in this chain)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_SetByTheTherapist_IsTheirs()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        await couple.DoAsync(new AssessPartner { Partner = Partner.B, EarlySchemas = ImmutableSortedDictionary<string, double>.Empty.Add("ma", 4.5) });

        var page = await _browser.DoAsync(couple.Page("/assessment/b"), "chain-ma", ("chain-ma.Coping", "angry-protector"), ("chain-ma.Parent", ""));

        Assert.Equal("Saved: this chain is yours now.", page.Document.QuerySelector("form#chain-ma .saved")?.TextContent);
        Assert.Equal(["Set by you.", "Not clear yet.", "Set by you."], page.Document.QuerySelectorAll("form#chain-ma .hint").Select(hint => hint.TextContent));
        var chain = Assert.Single((await couple.SeeAsync()).B.Chains);
        Assert.Equal((new ChainPart("angry-protector", ChainSource.SetByTherapist), null), (chain.Coping, chain.Parent));
    }

    [Fact]
    public async Task Chain_ForASchemaWithoutAScore_IsSetAndStandsWithTheOthers()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/assessment/a");

        var refused = await _browser.SubmitAsync(await _browser.GetAsync(path), "chain-another", ("chain-another.Coping", "clown"));
        Assert.Contains("PRA023", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal(["clown"], refused.Chosen("chain-another", "chain-another.Coping"));

        var page = await _browser.DoAsync(path, "chain-another", ("chain-another.Schema", "ds"), ("chain-another.Coping", "clown"));
        Assert.Equal(["clown"], page.Chosen("chain-ds", "chain-ds.Coping"));
        Assert.Null(page.Document.QuerySelector("select[name='chain-another.Schema'] option[value=ds]"));
    }

    [Fact]
    public async Task Expectations_WithoutAnAnswer_ComeFirstAndYesWithNoIsSaid()
    {
        var couple = await NewCouple.OpenAsync(demo.Host, held: 2);
        var path = couple.Page("/assessment/a");
        await _browser.DoAsync(path, "expectation", ("expectation.Of", "OtherPartner"), ("expectation.Words", "That he listens."), ("expectation.ByWhen", "by Easter"));
        await _browser.DoAsync(path, "expectation", ("expectation.Of", "Therapist"), ("expectation.Words", "That you say who is right."));

        await _browser.DoAsync(path, "answer-1", ("answer-1.Reply", "Will"), ("answer-1.Session", "0"));
        var answered = await _browser.GetAsync(path);
        Assert.Equal(["That you say who is right.", "That he listens."], Words(answered));
        Assert.Contains("Your answer: I will, last spoken about before the first session.", Plain(answered), StringComparison.Ordinal);
        Assert.Contains("of Bo, by Easter", Plain(answered), StringComparison.Ordinal);

        await _browser.DoAsync(path, "answer-2", ("answer-2.Reply", "WillNot"), ("answer-2.Session", "2"));
        var again = await _browser.DoAsync(path, "answer-1", ("answer-1.Reply", "WillNot"), ("answer-1.Session", "2"));
        Assert.Equal(["That he listens.", "That you say who is right."], Words(again));
        Assert.Contains("You have said yes to it once, and no another time.", Plain(again), StringComparison.Ordinal);
        Assert.Contains("last spoken about in session 2", Plain(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expectation_PutDifferently_KeepsItsNumber()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);
        var path = couple.Page("/assessment/b");
        await _browser.DoAsync(path, "expectation", ("expectation.Words", "To be heard."));

        await _browser.DoAsync(path, "reword-1", ("reword-1.Words", "To be heard by Alma."), ("reword-1.Of", "OtherPartner"));

        var one = Assert.Single((await couple.SeeAsync()).B.Expectations);
        Assert.Equal((1, "To be heard by Alma.", ExpectationOf.OtherPartner), (one.Number, one.Words, one.Of));
    }

    [Fact]
    public async Task Expectation_WithoutWords_IsRefusedAndKept()
    {
        var couple = await NewCouple.OpenAsync(demo.Host);

        var page = await _browser.SubmitAsync(await _browser.GetAsync(couple.Page("/assessment/a")), "expectation", ("expectation.Of", "Therapist"), ("expectation.ByWhen", "soon"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(("Therapist", "soon"), (page.Chosen("expectation", "expectation.Of").Single(), page.Chosen("expectation", "expectation.ByWhen").Single()));
    }

    private static string Plain(Page page) => string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Words(Page page) => [.. page.Document.QuerySelectorAll("#Expectations article > p:first-child").Select(line => line.FirstChild!.TextContent.Trim(' ', '“', '”'))];
}
