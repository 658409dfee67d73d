using System.Collections.Immutable;
using Attune.Method.Catalogue;

namespace Attune.App.SelfReports;

/// <summary>The partner's own pages in their order: short ones, so that stopping is easy. What a catalogue holds decides, never a person: they are the same for everybody.</summary>
public sealed class SelfReportPages
{
    public const int Coming = 1, Before = 2;

    /// <summary>For each of them a line, and a list to choose from: more would not end on a phone [our proposal].</summary>
    private const int WaysOnAPage = 9;

    private readonly ImmutableArray<ImmutableArray<Technique>> _ways;

    // What builds up in steps goes deepest: it is asked first, and the rest for who likes.
    public SelfReportPages(MethodCatalogue catalogue) => _ways =
    [
        .. catalogue.Techniques.Where(one => !one.Ladder.IsEmpty).Chunk(WaysOnAPage).Select(ImmutableArray.Create),
        .. catalogue.Techniques.Where(one => one.Ladder.IsEmpty).Chunk(WaysOnAPage).Select(ImmutableArray.Create),
    ];

    public int Last => Before + _ways.Length + 1;

    /// <summary>From any number to a page that there is.</summary>
    public int Nearest(int page) => Math.Clamp(page, Coming, Last);

    /// <summary>The ways of working on this page; empty where it asks something else.</summary>
    public ImmutableArray<Technique> WaysOn(int page) => page > Before && page < Last ? _ways[page - Before - 1] : [];

    public static bool IsFirstOfWays(int page) => page == Before + 1;
}
