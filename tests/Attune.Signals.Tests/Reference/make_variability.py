"""Expected variability of two made series, by numpy and scipy: run as  python3 make_variability.py > variability.csv

even   RR(i) = round(1000 + 125 sin i), 400 beats: the series of the artefact recipe.
breath RR(i) = 850 + 40 sin(2 pi t / 4) + 25 sin(2 pi t / 11) + 8 ((7919 i) mod 13 - 6) / 6, t = the time in s at which beat i begins, 600 beats.
Made with numpy 1.24 and scipy 1.10.
"""
import math

import numpy as np
from scipy import interpolate, signal


def breath():
    series, time = [], 0.0
    for i in range(600):
        rr = 850 + 40 * math.sin(2 * math.pi * time / 4) + 25 * math.sin(2 * math.pi * time / 11) + 8 * ((7919 * i) % 13 - 6) / 6
        series.append(rr)
        time += rr / 1000
    return np.array(series)


def time_domain(rr):
    steps = np.diff(rr)
    rates = 60000 / rr
    yield 'mean', rr.mean()
    yield 'median', np.median(rr)
    yield 'sdnn', rr.std(ddof=1)
    yield 'sdnn_n', rr.std()
    yield 'rmssd', math.sqrt(np.mean(steps ** 2))
    yield 'sdsd', steps.std(ddof=1)
    yield 'sdsd_n', steps.std()
    yield 'nn50', np.sum(np.abs(steps) > 50)
    yield 'nn20', np.sum(np.abs(steps) > 20)
    yield 'rate', rates.mean()
    yield 'rate_sd', rates.std(ddof=1)
    yield 'triangular', len(rr) / np.histogram(rr, bins=np.arange(0, 4096 * 7.8125, 7.8125))[0].max()


def entropy(rr, m=2):
    limit, runs, counts = 0.2 * rr.std(ddof=1), len(rr) - m, []
    for length in (m, m + 1):
        windows = np.array([rr[i:i + length] for i in range(runs)])
        counts.append(sum(int((np.abs(windows[i + 1:] - windows[i]).max(axis=1) <= limit).sum()) for i in range(runs - 1)))
    yield 'entropy', -math.log(counts[1] / counts[0])


def spectra(rr):
    moments = np.cumsum(rr) / 1000
    moments = moments - moments[0]
    grid = np.arange(0, moments[-1], 0.25)
    cubic = interpolate.interp1d(moments, rr, kind='cubic')(grid)
    linear = interpolate.interp1d(moments, rr, kind='linear')(grid)
    methods = {
        'A': (cubic, 256, 128, 1024, 'constant'),
        'B': (cubic, len(cubic), 0, 4096, 'linear'),
        'C': (cubic, 600, 300, 2048, 'linear'),
        'D': (linear, 256, 128, 4096, 'constant'),
        'N': (cubic, 256, 100, 512, False),
    }
    for name, (samples, segment, overlap, points, detrend) in methods.items():
        hz, density = signal.welch(samples, 4, 'hann', segment, overlap, points, detrend=detrend)
        for band, low, high in (('vlf', .003, .04), ('lf', .04, .15), ('hf', .15, .40)):
            inside = (hz >= low) & (hz < high)
            yield f'{name}_{band}', np.trapz(density[inside], hz[inside])


print('series,measure,value')
for name, rr in (('even', np.round(1000 + 125 * np.sin(np.arange(400)))), ('breath', breath())):
    for part in (time_domain, entropy, spectra):
        for measure, value in part(rr):
            print(f'{name},{measure},{float(value)!r}')
