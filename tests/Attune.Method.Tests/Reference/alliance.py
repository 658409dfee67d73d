"""The alliance's criteria a second time, in another language: prints what the tests of Alliance pin.

Session numbers from 1; a limit is given for each flagged session. The series is the worked one of the method's facts (made up).
"""
import statistics

SERIES = [5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1]
FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
CEILING = [7, 7, 7, 7, 7, 20 / 3]
SHIFTED = [6, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4]


def moving_ranges(values, kept, start):
    return [abs(values[i] - values[i - 1]) for i in range(start + 1, len(kept)) if kept[i] and kept[i - 1]]


def chart(values, sigmas, flagged_kept_out):
    """Causal: each session is judged by the ones before it."""
    found, kept, start, run = [], [], 0, 0
    for i, value in enumerate(values):
        base = [values[j] for j in range(start, i) if kept[j]]
        below = False
        if len(base) >= 4:
            ranges = moving_ranges(values, kept, start)
            sigma = statistics.mean(ranges) / 1.128 if ranges else 0
            if flagged_kept_out:
                sigma = max(.3, sigma)
            limit = statistics.mean(base) - sigmas * sigma
            below = value < limit - 1e-9
            if below:
                found.append((i + 1, round(limit, 4)))
        out = below and flagged_kept_out
        kept.append(not out)
        run = run + 1 if out else 0
        if run == 4:            # the new usual
            start, run = i - 3, 0
            kept[start:] = [True] * 4
    return found


def drops(values, sds):
    """Against the larger of own SD and .5; what falls by two of them leaves the baseline."""
    found, kept = [], []
    for i, value in enumerate(values):
        base = [values[j] for j in range(i) if kept[j]]
        spread = max(statistics.stdev(base) if len(base) > 1 else 0, .5)
        fall = values[i - 1] - value if i else 0
        if i and fall >= sds * spread - 1e-9:
            found.append((i + 1, round(values[i - 1] - sds * spread, 4)))
        kept.append(not (i and fall >= 2 * spread - 1e-9))
    return found


def slope(points):
    mx, my = statistics.mean(x for x, _ in points), statistics.mean(y for _, y in points)
    return sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)


for k in (3, 2):
    print(f"{k} sigma, flagged kept out:", chart(SERIES, k, True))
    print(f"{k} sigma, all past data:   ", chart(SERIES, k, False))
print("drops of 2 and 1 SD:", drops(SERIES, 2), drops(SERIES, 1))
print("ceiling, 3 sigma:", chart(CEILING, 3, True), chart(CEILING, 3, False))
print("a lasting shift, 3 sigma:", chart(SHIFTED, 3, True))
mean_range = statistics.mean(abs(a - b) for a, b in zip(FLOW[1:], FLOW))
print("flow rate:", round(statistics.mean(FLOW), 2), round(mean_range, 6), round(statistics.mean(FLOW) - 3 * mean_range / 1.128, 4))
print("slopes of |gap|:", *(round(slope(points), 6) for points in (
    [(1, 0), (2, 1 / 3), (3, 2 / 3), (4, 1)], [(1, 0), (2, 1), (4, 1), (7, 2)], [(2, 2), (3, 1), (4, 2), (5, 1)])))
