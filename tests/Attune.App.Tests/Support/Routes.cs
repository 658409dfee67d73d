using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Attune.App.Hosting;
using Attune.Practice.Couples;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Attune.App.Tests.Support;

/// <summary>Every address of the program, found by reflection, filled with what the demo has: a new one cannot be forgotten.</summary>
internal static partial class Routes
{
    /// <summary>A link that nobody was given.</summary>
    public const string AnyLink = "AAAAAAAAAAAAAAAAAAAAAA";

    private static readonly string[] Assets = ["/look", "/_content", "/_framework", "/_blazor"];

    /// <summary>The address of every page.</summary>
    public static IEnumerable<string> Pages() => typeof(AttuneHost).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .SelectMany(route => Filled(route.Template))
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The pages of one couple, as their routes are written.</summary>
    public static IEnumerable<string> OfACouple() => typeof(AttuneHost).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        .Where(template => template.Contains("{Couple", StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>One of them for this couple: for each of its ruptures, its first and its last session and the one to come, and both partners.</summary>
    public static IEnumerable<string> Filled(string template, CoupleView couple) => Filled(template, name => name switch
    {
        "Couple" => [couple.Id.ToString()],
        "Session" => [.. new[] { 1, couple.LastHeld, couple.NextSession }.Where(session => session > 0).Distinct().Select(session => session.ToString(CultureInfo.InvariantCulture))],
        "Id" => [.. couple.Ruptures.Select(rupture => rupture.Id.ToString())],
        "Who" => ["a", "b"],
        var other => throw new NotSupportedException($"{template}: say here what a couple has for {{{other}}}."),
    });

    /// <summary>The pages, and whatever else is mapped and is not a file of the program.</summary>
    public static IEnumerable<string> All(IServiceProvider services) => services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
        .Where(template => !Assets.Any(asset => template.StartsWith(asset, StringComparison.Ordinal)))
        .SelectMany(Filled)
        .Concat(Pages())
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>A route may be looked at with more than one value of a parameter.</summary>
    private static IEnumerable<string> Filled(string template) => Filled(template, name => name switch
    {
        "Couple" => [RunningHost.DemoCouple.ToString()],
        "Session" => ["3", "6", "7"],
        "Id" => [RunningHost.DemoRupture.ToString()],
        "Who" => ["a", "b"],
        "Token" => [AnyLink],
        "Recording" => [RunningHost.DemoRupture.ToString()],
        "key" => ["0123456789abcdef0123456789abcdef"],
        var other => throw new NotSupportedException($"{template}: say here what the demo has for {{{other}}}."),
    });

    private static IEnumerable<string> Filled(string template, Func<string, string[]> valuesOf)
    {
        if (Parameter().Match(template) is not { Success: true } first)
            return [template];
        return valuesOf(first.Groups["name"].Value)
            .SelectMany(value => Filled(template[..first.Index] + value + template[(first.Index + first.Length)..], valuesOf));
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
