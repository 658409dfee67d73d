using System.Globalization;

namespace Attune.App.Edge;

/// <summary>The cookie that carries a session's name. Its own name carries the port, because cookies of localhost are shared by all ports.</summary>
internal static class SessionCookie
{
    public static string NameFor(HttpRequest request) => string.Create(CultureInfo.InvariantCulture, $"attune-{request.Host.Port ?? 80}");

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public static void Write(HttpContext http, string name) => http.Response.Cookies.Append(NameFor(http.Request), name, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = TimeSpan.FromDays(1),
        IsEssential = true,
    });
}
