using Attune.Method.Alliance;
using Attune.Method.Cases;
using Attune.Method.Catalogue;

namespace Attune.Method.Anticipation.Forecasting;

/// <summary>The forecast for one couple's next session, by the prior alone: no own session has moved it yet.</summary>
public static class Forecasts
{
    /// <param name="own">The therapist's own profile; null: the pull is not known.</param>
    /// <param name="session">The session forecast; only what came before it is used, and its plan.</param>
    public static CoupleForecast Of(CoupleCase couple, MethodCatalogue catalogue, TherapistAssessed? own, int session) =>
        couple.HasSafetyFlag ? new CoupleForecast.SteppedAside() : Of(ForecastModel.Of(catalogue), new CaseInputs(couple, catalogue, own, session));

    internal static CoupleForecast Of(ForecastModel model, CaseInputs inputs)
    {
        var (a, b) = (Of(Partner.A), Of(Partner.B));
        return new CoupleForecast.Given(a, b, AtLeastOne(a.ByPartner.Any, b.ByPartner.Any), AtLeastOne(a.ByPartner.Usual, b.ByPartner.Usual));

        PartnerForecast Of(Partner partner)
        {
            var known = inputs.Of(partner);
            return new PartnerForecast(
                partner,
                model.Forecast(known.Inputs, TensionReporter.Partner, inputs.InFirstSix),
                model.Forecast(known.Inputs, TensionReporter.Therapist, inputs.InFirstSix),
                known.Missing);
        }
    }

    /// <summary>Chance that at least one of two happens, as if independent.</summary>
    public static double AtLeastOne(double one, double other) => 1 - (1 - one) * (1 - other);
}
