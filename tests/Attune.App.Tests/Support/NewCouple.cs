using System.Globalization;
using Attune.Method.Cases;
using Attune.Practice.Couples;
using Attune.Practice.Holding;
using Attune.Practice.Live;
using Attune.Practice.Refusals;
using Attune.Practice.SelfReports;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;

namespace Attune.App.Tests.Support;

/// <summary>A couple of a test's own: Alma and Bo, of whom nothing is known yet.</summary>
internal sealed record NewCouple(RunningHost Host, CoupleId Id)
{
    public static async Task<NewCouple> OpenAsync(RunningHost host, int held = 0)
    {
        var couple = new NewCouple(host, new CoupleId(Guid.NewGuid()));
        Done(await host.Grains.GetGrain<ITherapistGrain>(host.Therapist.Id.Value).OpenCouple(host.Therapist, couple.Id, "Alma", "Bo"));
        for (var session = 1; session <= held; session++)
            await couple.DoAsync(new HoldSession { Session = session, Minutes = 50 });
        return couple;
    }

    public string Page(string rest) => $"/couples/{Id}{rest}";

    public async Task DoAsync(CoupleCommand command) => Done(await Grain.Do(Host.Therapist, command));

    /// <summary>A partner says something in the check-in of one session.</summary>
    public async Task SayAsync(Partner partner, int session, CoupleCommand command) =>
        Done(await Grain.Do(new Viewer.PartnerWithCheckIn(Id, partner, session), command));

    /// <summary>A partner tells of themselves, on the own pages.</summary>
    public async Task TellAsync(CoupleCommand command) => Done(await Grain.Do(new Viewer.PartnerWithReport(Id, ((ISelfReportCommand)command).Partner), command));

    /// <summary>A session is held live: begun, sent by one page in the order given, and ended.</summary>
    public async Task HoldLiveAsync(int session, params IEnumerable<LiveItem> items)
    {
        await DoAsync(new BeginLiveSession { Session = session });
        var live = Host.Grains.GetGrain<ILiveSessionGrain>(Id.Value, session.ToString(CultureInfo.InvariantCulture));
        var (stream, from) = (Guid.NewGuid(), 1);
        foreach (var batch in items.Chunk(2_000))
        {
            await live.Take(Host.Therapist, new LiveBatch(stream, from, [.. batch]));
            from += batch.Length;
        }

        Done(await live.End(Host.Therapist, keep: true));
    }

    public Task<CoupleView> SeeAsync() => Grain.See(Host.Therapist, "test");

    private ICoupleGrain Grain => Host.Grains.GetGrain<ICoupleGrain>(Id.Value);

    private static void Done(Outcome outcome) => Assert.IsType<Outcome.Done>(outcome);
}
