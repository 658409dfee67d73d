"""The criteria over one series a second time, in another language: prints what the tests of Detection pin.

Session numbers from 1. The worked series is that of the method's facts (made up), the flow rates are those of the NIST/SEMATECH e-Handbook.
"""
import statistics

SERIES = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1]
FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
QUIET = [5.5, 4.5] * 100
SHIFTED = QUIET + [4.0] * 9
TIE = 1e-9


def ranges(values):
    return [abs(b - a) for a, b in zip(values, values[1:])]


def chart(values, median=False):
    sigma = statistics.median(ranges(values)) / .954 if median else statistics.mean(ranges(values)) / 1.128
    return statistics.mean(values), sigma


def drops(values, sds, whole):
    found = []
    for i in range(1, len(values)):
        base = values if whole else values[:i]
        if len(base) >= 4 and values[i - 1] - values[i] >= sds * statistics.stdev(base) - TIE:
            found.append(i + 1)
    return found


def below(values, sigmas, whole, median=False):
    found = []
    for i, value in enumerate(values):
        base = values if whole else values[:i]
        if len(base) >= 4:
            centre, sigma = chart(base, median)
            if value < centre - sigmas * sigma - TIE:
                found.append(i + 1)
    return found


def cusum(values, alarm):
    found, total = [], 0
    for i in range(4, len(values)):
        centre, sigma = chart(values[:i])
        total = max(0, total + (centre - values[i]) / max(.3, sigma) - .5)
        if total > alarm + TIE:
            found.append(i + 1)
    return found


def ewma(values):
    found, average = [], 0
    for i in range(4, len(values)):
        centre, sigma = chart(values[:i])
        average = .2 * (values[i] - centre) + .8 * average
        spread = max(.3, sigma) * (.2 / 1.8 * (1 - .8 ** (2 * (i - 3)))) ** .5
        if average < -3 * spread - TIE:
            found.append(i + 1)
    return found


def trend(values, whole):
    """Least squares by numpy-free normal equations; so far: Student's prediction SD of the next value, not its quantile."""
    found = []
    for i, value in enumerate(values):
        base = values if whole else values[:i]
        n = len(base)
        if n < 4:
            continue
        times = list(range(n))
        mt, mx = statistics.mean(times), statistics.mean(base)
        spread = sum((t - mt) ** 2 for t in times)
        slope = sum((t - mt) * (x - mx) for t, x in zip(times, base)) / spread
        sd = (sum((x - mx - slope * (t - mt)) ** 2 for t, x in zip(times, base)) / (n - 2)) ** .5
        ahead = 1 if whole else (1 + 1 / n + (i - mt) ** 2 / spread) ** .5
        if value - (mx + slope * (i - mt)) <= -1.5 * sd * ahead + TIE:
            found.append(i + 1)
    return found


print("below own trend, whole series and so far:", trend(SERIES, True), trend(SERIES, False))
for k in (1, 2):
    print(f"drops of {k} own SD, whole series and so far:", drops(SERIES, k, True), drops(SERIES, k, False))
for k in (3, 2):
    print(f"chart {k} sigma, whole series and so far:", below(SERIES, k, True), below(SERIES, k, False))
    print(f"median chart {k} sigma, whole series and so far:", below(SERIES, k, True, True), below(SERIES, k, False, True))
print("CUSUM 4, 5 and EWMA, so far:", cusum(SERIES, 4), cusum(SERIES, 5), ewma(SERIES))
print("after 200 quiet sessions, CUSUM 4, 5, EWMA, chart:", *([n - 200 for n in f] for f in (
    cusum(SHIFTED, 4), cusum(SHIFTED, 5), ewma(SHIFTED), below(SHIFTED, 3, False))))
mean, s = chart(FLOW)
print("flow rate:", round(mean, 2), round(statistics.mean(ranges(FLOW)), 6), round(mean - 3 * s, 4), round(mean + 3 * s, 4))
print("reliable change:", *(round(1.96 * .8 * (2 * (1 - r)) ** .5, 3) for r in (.90, .93)))
