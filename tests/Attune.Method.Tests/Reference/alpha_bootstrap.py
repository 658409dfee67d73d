"""Expected bootstrap intervals of Krippendorff's alpha: run as  /usr/bin/python3 alpha_bootstrap.py > alpha-bootstrap.csv

Python 3, numpy 1.24.2. Alpha from coincidence matrices; targets drawn again by SplitMix64 (state = seed * 2^32 + sample), written out here; percentiles by
numpy's linear rule. name,what,value; ratings as in agreement.py; values: lower, upper, standard error, samples without an alpha.
"""
import numpy as np

MASK = 2**64 - 1


def uniforms(seed, sample, n):
    state = (seed << 32) | sample
    for _ in range(n):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield ((z ^ (z >> 31)) >> 11) / 2**53


def alpha(targets, level):
    codes = sorted({c for t in targets for c in t})
    at = {c: i for i, c in enumerate(codes)}
    pairs = np.zeros((len(codes), len(codes)))
    for t in targets:
        for i, a in enumerate(t):
            for j, b in enumerate(t):
                if i != j:
                    pairs[at[a], at[b]] += 1 / (len(t) - 1)
    n = pairs.sum(axis=1)
    distance = np.zeros_like(pairs)
    for i in range(len(codes)):
        for j in range(len(codes)):
            if level == "NominalAlpha":
                distance[i, j] = i != j
            elif level == "IntervalAlpha":
                distance[i, j] = (codes[i] - codes[j]) ** 2
            elif i != j:
                low, high = min(i, j), max(i, j)
                distance[i, j] = (n[low:high + 1].sum() - (n[low] + n[high]) / 2) ** 2
    expected = (np.outer(n, n) * distance).sum() / (n.sum() - 1)
    return None if expected == 0 else 1 - (pairs * distance).sum() / expected


def text(table):
    return "/".join(" ".join("-" if c is None else str(c) for c in t) for t in table)


rng = np.random.default_rng(7)
made = []
for _ in range(30):
    truth = rng.integers(1, 6)
    made.append([None if rng.random() < 0.15 else int(rng.integers(1, 6) if rng.random() < 0.4 else truth) for _ in range(4)])
few = [[1, 1], [1, 1], [1, 1], [1, 2], [2, 2]]
print("name,what,value")
for name, table in {"made": made, "few": few}.items():
    print(f"{name},ratings,{text(table)}")
    used = [[c for c in t if c is not None] for t in table]
    used = [t for t in used if len(t) > 1]
    for level in ["NominalAlpha", "OrdinalAlpha", "IntervalAlpha"]:
        values, lost = [], 0
        for sample in range(400):
            drawn = [used[int(u * len(used))] for u in uniforms(11, sample, len(used))]
            value = alpha(drawn, level)
            if value is None:
                lost += 1
            else:
                values.append(value)
        low, high = np.quantile(values, [0.025, 0.975])
        print(f"{name},{level},{float(low)!r} {float(high)!r} {float(np.std(values, ddof=1))!r} {lost}")
