using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Couples;
using Attune.Practice.SelfReports;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Viewing;

namespace Attune.Practice.Tests.Viewing;

public sealed class AccessTests
{
    private static readonly CoupleId Couple = new(new Guid("0192f0aa-0000-7000-8000-000000000001"));
    private static readonly CoupleId OtherCouple = new(new Guid("0192f0aa-0000-7000-8000-000000000002"));
    private static readonly TherapistId Owner = new(new Guid("0192f0aa-0000-7000-8000-000000000003"));
    private static readonly TherapistId Somebody = new(new Guid("0192f0aa-0000-7000-8000-000000000004"));

    private static readonly Viewer[] Viewers =
    [
        new Viewer.OwnTherapist(Owner), new Viewer.OwnTherapist(Somebody), new Viewer.OwnTherapist(default),
        .. from couple in new[] { Couple, OtherCouple }
           from partner in new[] { Partner.A, Partner.B }
           from session in new[] { 0, 1, 2 }
           select new Viewer.PartnerWithCheckIn(couple, partner, session),
        .. from couple in new[] { Couple, OtherCouple }
           from partner in new[] { Partner.A, Partner.B }
           select new Viewer.PartnerWithReport(couple, partner),
    ];

    [Fact]
    public void Table_EveryCommandAndViewer_IsInIt()
    {
        Assert.Equal(Names(OneOfEach.CommandTypes), Names(OneOfEach.Commands.Select(command => command.GetType())));
        Assert.Equal(Names(OneOfEach.ViewerTypes), Names(Viewers.Select(viewer => viewer.GetType()).Distinct()));
        Assert.Equal(Names(OneOfEach.CommandTypes), Names(typeof(CoupleCommand).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CoupleCommand)))));
    }

    [Fact]
    public void ToDo_EveryViewerAndCommand_AllowsWhatTheTableSays()
    {
        foreach (var viewer in Viewers)
        {
            foreach (var command in OneOfEach.Commands)
                Assert.True(Allowed(viewer, command) == (Access.ToDo(viewer, Couple, command, Owner) is null), $"{viewer} and {command}");
        }
    }

    [Fact]
    public void ToDo_Partner_MayDoThreeKindsOfCommandsAndNoMore()
    {
        var own = new Viewer[] { new Viewer.PartnerWithCheckIn(Couple, Partner.A, 0), new Viewer.PartnerWithCheckIn(Couple, Partner.A, 1) };

        var allowed = OneOfEach.Commands.Where(command => own.Any(viewer => Access.ToDo(viewer, Couple, command, Owner) is null));

        Assert.Equal(["AnswerCheckIn", "PutOffCheckIn", "StateExpectation"], Names(allowed.Select(command => command.GetType())));
    }

    [Fact]
    public void ToSeeCase_EveryViewer_IsTheOwnTherapistAlone() =>
        Assert.Equal([new Viewer.OwnTherapist(Owner)], Viewers.Where(viewer => Access.ToSeeCase(viewer, Owner) is null));

    [Fact]
    public void ToSeeForm_EveryViewer_IsThatPartnerAlone() => Assert.Equal(
        [new Viewer.PartnerWithCheckIn(Couple, Partner.A, 1)], Viewers.Where(viewer => Access.ToSeeForm(viewer, Couple, Partner.A, 1) is null));

    [Fact]
    public void ToDo_PartnerWhoTells_MayDoThreeKindsOfCommandsAndNoMore()
    {
        var allowed = OneOfEach.Commands.Where(command => Access.ToDo(new Viewer.PartnerWithReport(Couple, Partner.A), Couple, command, Owner) is null);

        Assert.Equal(["BeginSelfReportAfresh", "GiveSelfReport", "KeepSelfReport"], Names(allowed.Select(command => command.GetType())));
    }

    [Fact]
    public void ToSeeReportForm_EveryViewer_IsThatPartnerWithThatPageAlone() => Assert.Equal(
        [new Viewer.PartnerWithReport(Couple, Partner.A)], Viewers.Where(viewer => Access.ToSeeReportForm(viewer, Couple, Partner.A) is null));

    [Fact]
    public void Refusals_Everywhere_AreOneAndTheSame()
    {
        var partner = new Viewer.PartnerWithCheckIn(OtherCouple, Partner.B, 1);

        Assert.Equal("PRA002", Access.ToSeeCase(partner, Owner)!.Code);
        Assert.Equal("PRA002", Access.ToSeeForm(partner, Couple, Partner.A, 1)!.Code);
        Assert.Equal("PRA002", Access.ToSeeReportForm(partner, Couple, Partner.A)!.Code);
        Assert.All(OneOfEach.Commands, command => Assert.Equal("PRA002", Access.ToDo(partner, Couple, command, Owner)!.Code));
    }

    // Written out by hand on purpose: it must not repeat the code that it holds.
    private static bool Allowed(Viewer viewer, CoupleCommand command) => command switch
    {
        StateExpectation => viewer.Equals(new Viewer.PartnerWithCheckIn(Couple, Partner.A, 0)),
        KeepSelfReport or BeginSelfReportAfresh or GiveSelfReport => viewer.Equals(new Viewer.PartnerWithReport(Couple, Partner.A)),
        AnswerCheckIn or PutOffCheckIn => viewer.Equals(new Viewer.PartnerWithCheckIn(Couple, Partner.A, 1)),
        _ => viewer.Equals(new Viewer.OwnTherapist(Owner)),
    };

    private static string[] Names(IEnumerable<Type> types) => [.. types.Select(type => type.Name).Order(StringComparer.Ordinal)];
}
