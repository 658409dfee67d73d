using Attune.App.Edge;
using Attune.Practice.Refusals;
using Attune.Practice.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace Attune.App.Walking;

/// <summary>Beginning, skipping and finishing the first walk. What was chosen lies with the settings.</summary>
internal static class WalkEndpoints
{
    public static void MapWalk(this IEndpointRouteBuilder app)
    {
        app.MapPost("/walk/begin", (HttpContext http, SettingsBook settings, IAntiforgery forms, WalkPlace place) =>
            SayAsync(http, settings, forms, place, isOver: false, WalkStop.AddressOf(1, null)));
        app.MapPost("/walk/over", (HttpContext http, SettingsBook settings, IAntiforgery forms, WalkPlace place) =>
            SayAsync(http, settings, forms, place, isOver: true, "/couples"));
    }

    private static async Task<IResult> SayAsync(HttpContext http, SettingsBook settings, IAntiforgery forms, WalkPlace place, bool isOver, string onwards)
    {
        await forms.ValidateRequestAsync(http);
        var viewer = http.User.Viewer() ?? throw new RefusedException(CommonRefusals.NotYours);
        await settings.ChangeAsync(viewer, new SettingsChange.Walk(isOver));
        place.Last = null;
        return Results.Redirect(onwards);
    }
}
