using System.Text;
using Attune.App.Edge;
using Attune.App.Hosting;
using Attune.Method.Cases;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Attune.App.Tests.Hosting;

public sealed class FaultPageTests
{
    public static TheoryData<Exception, int, bool> Thrown => new()
    {
        { new InvalidOperationException("Alma's own words"), 500, false },
        { new RefusedException(CommonRefusals.Sealed), 423, true },
        { new RefusedException(CommonRefusals.NoSuchCouple), 404, true },
        { new RefusedException(CommonRefusals.NotYours), 403, true },
        { new AntiforgeryValidationException("Alma's own words"), 400, true },
        { new AntiforgeryValidationException("Alma's own words", new BadHttpRequestException("Alma's own words", 413)), 413, true },
        { new BadHttpRequestException("Alma's own words", 408), 408, true },
    };

    /// <summary>A fault of the program is logged and told without its inside; a refusal is told and is no fault.</summary>
    [Theory, MemberData(nameof(Thrown))]
    public async Task Shown_WhateverWasThrown_IsASentenceWithoutItsInside(Exception thrown, int status, bool isMeant)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Features.Set<IExceptionHandlerFeature>(new ExceptionHandlerFeature { Error = thrown, Path = "/" });

        await FaultPage.Options.ExceptionHandler!(http);

        var text = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        Assert.Equal(status, http.Response.StatusCode);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma", text, StringComparison.Ordinal);
        Assert.Equal(isMeant, FaultPage.Options.SuppressDiagnosticsCallback!(new ExceptionHandlerSuppressDiagnosticsContext
        {
            HttpContext = http,
            Exception = thrown,
            ExceptionHandledBy = ExceptionHandledType.ExceptionHandlerDelegate,
        }));
    }

    /// <summary>What is wrong with the record names its folder and a case: the therapist reads that, a partner does not.</summary>
    [Theory]
    [InlineData("/check-in", true, false)]
    [InlineData("/c/AAAAAAAAAAAAAAAAAAAAAA", false, false)]
    [InlineData("/couples", false, true)]
    public async Task Shown_FaultOfTheRecord_IsTheTherapistsToRead(string path, bool handedOver, bool isTold)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        if (handedOver)
            http.Features.Set<BrowserSession>(new BrowserSession.HandedOver(new Viewer.PartnerWithCheckIn(new CoupleId(Guid.NewGuid()), Partner.A, 3)));
        var damaged = new RefusedException(new Refusal("PRA012", "The record does not prove true: folder, case."));
        http.Features.Set<IExceptionHandlerFeature>(new ExceptionHandlerFeature { Error = damaged, Path = path });

        await FaultPage.Options.ExceptionHandler!(http);

        var text = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        Assert.Equal(isTold, text.Contains("folder", StringComparison.Ordinal));
    }
}
