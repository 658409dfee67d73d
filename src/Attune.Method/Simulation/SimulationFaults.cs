using System.Collections.Immutable;
using System.Globalization;
using Attune.Method.Catalogue;

namespace Attune.Method.Simulation;

/// <summary>Why options are refused, each by its name. Text takes no culture.</summary>
internal static class SimulationFaults
{
    private const double Rounding = 1e-9;

    public static ImmutableArray<OptionFault> Of(SimulationOptions options)
    {
        var faults = ImmutableArray.CreateBuilder<OptionFault>();
        Range(nameof(options.Sessions), options.Sessions, 1, 1_000);
        Range(nameof(options.FirstSixPartner), options.FirstSixPartner, 0.001, 0.999);
        Range(nameof(options.FirstSixTherapist), options.FirstSixTherapist, 0.001, 0.999);
        if (options.FirstSixPartner > options.FirstSixTherapist)
            faults.Add(new(nameof(options.FirstSixPartner), "A partner tells of no more ruptures than there are: at most FirstSixTherapist."));
        Range(nameof(options.SignalSpread), options.SignalSpread, 0, 5);
        Weights();
        Shares();
        Share(nameof(options.PartialRepair), options.PartialRepair);
        Range(nameof(options.LeastDepth), options.LeastDepth, 0.01, 6);
        Range(nameof(options.MostDepth), options.MostDepth, options.LeastDepth, 6);
        Range(nameof(options.LeastLength), options.LeastLength, 1, 100);
        Range(nameof(options.MostLength), options.MostLength, options.LeastLength, 100);
        Range(nameof(options.Level), options.Level, 1, 7);
        Range(nameof(options.BetweenSd), options.BetweenSd, 0, 6);
        Range(nameof(options.WithinSd), options.WithinSd, 0, 6);
        Range(nameof(options.Autocorrelation), options.Autocorrelation, 0, 0.6);
        Range(nameof(options.Growth), options.Growth, -1, 1);
        Share(nameof(options.SplitShare), options.SplitShare);
        Range(nameof(options.SplitSize), options.SplitSize, 0, 6);
        Share(nameof(options.Missing), options.Missing);
        Share(nameof(options.MissingInRupture), options.MissingInRupture);
        Share(nameof(options.MissingItem), options.MissingItem);
        Share(nameof(options.FlatAnswerers), options.FlatAnswerers);
        Share(nameof(options.NotHeld), options.NotHeld);
        Share(nameof(options.Dropout), options.Dropout);
        Range(nameof(options.DropoutWhenOpen), options.DropoutWhenOpen, 1, 1_000);
        Share(nameof(options.BlindSpot), options.BlindSpot);
        Range(nameof(options.GuessBias), options.GuessBias, -6, 6);
        Range(nameof(options.GuessSd), options.GuessSd, 0, 6);
        Share(nameof(options.MissingDebrief), options.MissingDebrief);
        Share(nameof(options.Hearts), options.Hearts);
        Share(nameof(options.Arousal), options.Arousal);
        Share(nameof(options.ArousalInRupture), options.ArousalInRupture);
        Share(nameof(options.TrustRate), options.TrustRate);
        return faults.ToImmutable();

        void Range(string name, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
                faults.Add(new(name, string.Create(CultureInfo.InvariantCulture, $"{value} does not lie between {least} and {most}.")));
        }

        void Share(string name, double value) => Range(name, value, 0, 1);

        void Weights()
        {
            foreach (var (code, weight) in options.TrueWeights)
            {
                if (!ForecastTerm.KnownCodes.Contains(code))
                    faults.Add(new(nameof(options.TrueWeights), $"No forecast term has the code '{code}'."));
                else if (Array.IndexOf(SimulatedTerms.NotSimulated, code) >= 0)
                    faults.Add(new(nameof(options.TrueWeights), $"The term '{code}' is not simulated: it is never known, so a weight of it would do nothing."));
                else if (!(Math.Abs(weight) <= 10))
                    faults.Add(new(nameof(options.TrueWeights), string.Create(CultureInfo.InvariantCulture, $"The weight {weight} of '{code}' does not lie between -10 and 10.")));
            }
        }

        void Shares()
        {
            var shares = options.Shapes;
            double[] all = [shares.SuddenFallSuddenReturn, shares.SlowFallSuddenReturn, shares.SuddenFallSlowReturn, shares.SlowFallSlowReturn, shares.StepThatStays];
            if (!Array.TrueForAll(all, share => share is >= 0 and <= 1) || !(Math.Abs(all.Sum() - 1) < Rounding))
                faults.Add(new(nameof(options.Shapes), "Shares lie between 0 and 1 and add up to 1."));
        }
    }
}
