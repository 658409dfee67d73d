using Attune.Method.Cases;
using Attune.Method.Catalogue;
using Attune.Method.SelfInsight;
using Attune.Practice.Assessing;
using Attune.Practice.Auditing;
using Attune.Practice.Couples;
using Attune.Practice.Records;
using Attune.Practice.Refusals;
using Attune.Practice.Viewing;
using Attune.Vault;

namespace Attune.Practice.Therapists;

/// <summary>A thin shell round the own log and the couples' lines.</summary>
internal sealed class TherapistGrain(PracticeDoor door, CaseStore store, AuditBook audit, MethodCatalogue catalogue) : Grain, ITherapistGrain
{
    private TherapistId Id => new(this.GetPrimaryKey());

    public Task<Outcome> OpenCouple(Viewer viewer, CoupleId couple, string nameOfA, string nameOfB) =>
        GrainFactory.GetGrain<ICoupleGrain>(couple.Value).Open(viewer, nameOfA, nameOfB);

    public async Task<CaseloadView> SeeCaseload(Viewer viewer)
    {
        Guard(viewer);
        // One entry for the look at all of them: each couple's own trail tells who opened their record.
        await audit.LookedAsync(Id.Value, viewer, "caseload");
        var name = store.LoadTherapist().Name ?? "";
        var lines = await Task.WhenAll(store.Couples().Select(id => GrainFactory.GetGrain<ICoupleLine>(id.Value).SeeLine(viewer)));
        return new CaseloadView(name, [.. CaseloadLines.InOrder(lines)]);
    }

    public async Task<TherapistView> SeeProfile(Viewer viewer)
    {
        Guard(viewer);
        await audit.LookedAsync(Id.Value, viewer, "own profile");
        var profile = store.LoadTherapist();
        return new TherapistView(profile.LastNumber, profile.Name ?? "", profile.Assessment)
        {
            Cards = [.. OwnCard.Wanted(profile).Select(schema => OwnCard.Of(profile, schema, catalogue))],
            UsualRest = RestingUsual.Of(profile),
        };
    }

    public async Task<Outcome> Assess(Viewer viewer, AssessTherapist command)
    {
        Guard(viewer);
        var profile = store.LoadTherapist();
        if (command.BasedOn is { } seen && profile.AssessmentNumber > seen)
            return Outcome.No(CommonRefusals.ChangedMeanwhile);
        var check = new Check().Within(command.UsualRestingRate, 30, 140, "UsualRestingRate", "The usual resting rate");
        Scores.Check(check, command.EarlySchemas, "Schema");
        Scores.Check(check, command.SchemaModes, "Mode");
        if (check.Fails)
            return Outcome.No(check.Why);
        return await AppendAsync(viewer, profile, new TherapistAssessed
        {
            At = store.Time.GetUtcNow(),
            Amends = profile.AssessmentNumber is 0 ? null : profile.AssessmentNumber,
            EarlySchemas = command.EarlySchemas,
            SchemaModes = command.SchemaModes,
            UsualRestingRate = command.UsualRestingRate,
            Senses = profile.Assessment?.Senses ?? [],
        });
    }

    public async Task<Outcome> WriteCard(Viewer viewer, WriteOwnCard command)
    {
        Guard(viewer);
        var check = new Check()
            .Given(command.EarlySchema, "EarlySchema", "The schema").NotLonger(command.EarlySchema, 60, "EarlySchema", "The schema")
            .NotLonger(command.WhatMyChildHears, 500, "WhatMyChildHears", "This line")
            .NotLonger(command.WhatMyAdultAnswers, 500, "WhatMyAdultAnswers", "This line")
            .NotLonger(command.WhatSoothesMe, 500, "WhatSoothesMe", "This line");
        if (check.Fails)
            return Outcome.No(check.Why);
        return await AppendAsync(viewer, store.LoadTherapist(), new OwnCardWritten
        {
            At = store.Time.GetUtcNow(),
            EarlySchema = command.EarlySchema,
            Chain = command.Chain,
            WhatMyChildHears = command.WhatMyChildHears,
            WhatMyAdultAnswers = command.WhatMyAdultAnswers,
            WhatSoothesMe = command.WhatSoothesMe,
        });
    }

    public async Task<Outcome> TakeRest(Viewer viewer, double medianBpm, double deviationBpm, TimeSpan measured)
    {
        Guard(viewer);
        return await AppendAsync(
            viewer, store.LoadTherapist(), new RestingRateTaken { At = store.Time.GetUtcNow(), MedianBpm = medianBpm, DeviationBpm = deviationBpm, Measured = measured });
    }

    private async Task<Outcome> AppendAsync(Viewer viewer, TherapistProfile profile, CaseEvent happened)
    {
        try
        {
            await audit.ChangedAsync(Id.Value, viewer, "own profile");
            return new Outcome.Done(await store.AppendAsync(Id.Value, store.TherapistKeys(), profile.LastNumber, [happened]));
        }
        catch (RefusedException refused)
        {
            return Outcome.No(refused.Refusal);
        }
        catch (VaultException fault)
        {
            return Outcome.No(CommonRefusals.From(fault));
        }
    }

    private void Guard(Viewer viewer)
    {
        if (Id != door.Therapist || Access.ToSeeCase(viewer, door.Therapist) is not null)
            throw new RefusedException(CommonRefusals.NotYours);
    }
}
