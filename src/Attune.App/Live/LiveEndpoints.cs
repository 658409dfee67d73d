using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Attune.App.Edge;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Live;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Microsoft.Net.Http.Headers;

namespace Attune.App.Live;

/// <summary>What the live page's script asks for. No form: that a request comes from a page of ours is checked by its origin, as for every POST.</summary>
internal static class LiveEndpoints
{
    // Bytes: 2,000 items with room.
    private const long LargestBatch = 2 * 1024 * 1024;

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        var live = app.MapGroup("/live/{Couple:guid}/{Session:int}");
        live.MapPost("/open", (Guid couple, int session, HttpContext http, IGrainFactory grains) => AnswerAsync(http, WireJson.Default.WireOpen, async (viewer, asked) =>
        {
            var opened = await Grain(grains, couple, session).Open(viewer, Stream(asked.Stream));
            return Json(
                new WireOpened(
                    opened.Stream.ToString("N"), Convert.ToBase64String(opened.Key.AsSpan()), opened.StartedAt.ToUnixTimeMilliseconds(),
                    (opened.Now - DateTimeOffset.UnixEpoch).TotalMilliseconds, WireReply.Of(opened.Reply)),
                WireJson.Default.WireOpened);
        }));
        live.MapPost("/take", (Guid couple, int session, HttpContext http, IGrainFactory grains) => AnswerAsync(http, WireJson.Default.WireBatch, async (viewer, sent) =>
            Json(WireReply.Of(await Grain(grains, couple, session).Take(viewer, new LiveBatch(Stream(sent.Stream), sent.From, sent.Items.IsDefault ? [] : sent.Items))), WireJson.Default.WireReply)));
        live.MapPost("/end", (Guid couple, int session, HttpContext http, IGrainFactory grains) => AnswerAsync(http, WireJson.Default.WireEnd, async (viewer, asked) =>
            await Grain(grains, couple, session).End(viewer, asked.Keep) is Outcome.Refused { Why: [var why, ..] }
                ? Refused(why)
                : Json(new WireEnded($"/couples/{couple:N}/sessions/{session}/{(asked.Keep ? "debrief?done=live" : "plan")}"), WireJson.Default.WireEnded)));
        live.MapPost("/replay", (Guid couple, int session, HttpContext http) => ReplayAsync(http));
        app.MapGet("/live/{Couple:guid}/{Session:int}/hearts/{Recording:guid}", async (Guid couple, int session, Guid recording, HttpContext http, IGrainFactory grains) =>
        {
            if (http.User.Viewer() is not { } viewer)
                return Refused(CommonRefusals.NotYours);
            try
            {
                var beats = await grains.GetGrain<ICoupleGrain>(couple).SeeBeats(viewer, session, new RecordingId(recording));
                return Results.File(Encoding.ASCII.GetBytes(beats), "text/plain; charset=us-ascii", $"beats-{recording:N}.txt");
            }
            catch (RefusedException refused)
            {
                return Refused(refused.Refusal);
            }
        });
    }

    private static async Task<IResult> AnswerAsync<T>(HttpContext http, JsonTypeInfo<T> type, Func<Viewer, T, Task<IResult>> answer)
    {
        if (http.User.Viewer() is not { } viewer)
            return Refused(CommonRefusals.NotYours);
        if (http.Request.ContentLength > LargestBatch)
            return Refused(LiveRefusals.TooMany);
        try
        {
            if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var sent) || !sent.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted) is not { } asked)
                return Refused(LiveRefusals.Unreadable);
            return await answer(viewer, asked);
        }
        // The second is what the serializer says to an item without its kind.
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return Refused(LiveRefusals.Unreadable);
        }
        catch (RefusedException refused)
        {
            return Refused(refused.Refusal);
        }
    }

    private static async Task<IResult> ReplayAsync(HttpContext http)
    {
        if (http.User.Viewer() is null)
            return Refused(CommonRefusals.NotYours);
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(http.RequestAborted)).Files is not [var file, ..])
            return Refused(LiveRefusals.NoFile);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, http.RequestAborted);
        return ReplayReading.Of(Path.GetFileName(file.FileName), memory.ToArray()) switch
        {
            (var replay, null) => Json(replay!, WireJson.Default.WireReplay),
            (_, var why) => Refused(why),
        };
    }

    private static IResult Refused(Refusal why) => Json(new WireRefusal(why.Code, why.Message), WireJson.Default.WireRefusal, LiveRefusals.StatusOf(why.Code));

    private static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => Results.Json(value, type, statusCode: status);

    private static Guid Stream(string? stream) => Guid.TryParseExact(stream, "N", out var known) ? known : Guid.Empty;

    private static ILiveSessionGrain Grain(IGrainFactory grains, Guid couple, int session) =>
        grains.GetGrain<ILiveSessionGrain>(couple, session.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
