"""The forecast of crossing a second time: generalised least squares by full matrices. Prints crossing_forecast.csv.

Each row: 13 rates, 5 s apart; slope (bpm a minute); earliest, middle and latest second at which 100 bpm is passed (inf beyond 600).
"""
import math

N, STEP, MEMORY, USUAL, WEIGHT, DRIFT, SPREAD, LEVEL = 13, 5.0, 25.0, 1.6, 12.0, 1e-5, 1.2816, 100.0


def inverse(a):
    n = len(a)
    m = [row[:] + [1.0 if i == j else 0.0 for j in range(n)] for i, row in enumerate(a)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        m[i] = [x / m[i][i] for x in m[i]]
        for r in range(n):
            if r != i:
                m[r] = [x - m[r][i] * y for x, y in zip(m[r], m[i])]
    return [row[n:] for row in m]


def times(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def forecast(points):
    likeness = [[math.exp(-STEP * abs(i - j) / MEMORY) for j in range(N)] for i in range(N)]
    weights = inverse(likeness)
    design = [[1.0, (i - N + 1) * STEP] for i in range(N)]
    turned = [list(column) for column in zip(*design)]
    spread = inverse(times(times(turned, weights), design))
    line = times(times(times(spread, turned), weights), [[p] for p in points])
    level, slope = line[0][0], line[1][0]
    errors = [[p - level - slope * row[1]] for p, row in zip(points, design)]
    squares = times(times([list(c) for c in zip(*errors)], weights), errors)[0][0]
    variance = (WEIGHT * USUAL ** 2 + squares) / (WEIGHT + N - 2)

    def until(deviations):
        def height(s):
            like = math.exp(-s / MEMORY)
            ahead = [1 - like, s]
            own = sum(ahead[i] * spread[i][j] * ahead[j] for i in range(2) for j in range(2))
            error = variance * (own + 1 - like ** 2) + DRIFT * s ** 3 / 3
            return level + slope * s + errors[-1][0] * like - LEVEL - deviations * math.sqrt(error)

        if height(0) >= 0:
            return 0.0
        for found in range(5, 601, 5):
            if height(found) >= 0:
                s = next(s for s in range(found - 4, found + 1) if height(s) >= 0)
                return s - height(s) / (height(s) - height(s - 1))
        return math.inf

    return 60 * slope, until(-SPREAD), until(0), until(SPREAD)


SERIES = [
    [92 + 4 * (i - 12) / 12 for i in range(N)],
    [96 + 4 * (i - 12) / 12 + math.sin(i) for i in range(N)],
    [90 + 8 * (i - 12) / 12 + 1.5 * math.sin(1.7 * i) for i in range(N)],
    [99 + 12 * (i - 12) / 12 for i in range(N)],
    [85 + 0.5 * math.cos(2 * i) for i in range(N)],
    [95 - 3 * (i - 12) / 12 + math.sin(i) for i in range(N)],
    [80 + 3 * (i - 12) / 12 for i in range(N)],
]

print(",".join([f"p{i}" for i in range(N)]) + ",slope_bpm_per_minute,earliest_s,middle_s,latest_s")
for series in SERIES:
    rounded = [round(x, 3) for x in series]
    print(",".join(f"{x:.3f}" for x in rounded) + "," + ",".join(f"{x:.9f}" for x in forecast(rounded)))
