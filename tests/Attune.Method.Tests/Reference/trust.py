"""Expected learning of trust, a second time: run as  /usr/bin/python3 trust.py > trust.csv

Python 3, numpy 1.24.2, scipy 1.10.1. Trajectories in plain loops over numpy arrays; parameters by scipy.optimize (dual annealing, then L-BFGS-B from what it
finds); quantiles by scipy.special. name,what,value; "outcomes" rows hold a course, apart by a blank, "-" = nothing tested; pooled courses apart by a slash.
"""
import numpy as np
from scipy.optimize import dual_annealing, minimize
from scipy.special import betaincinv, ndtri

rows = []


def put(name, what, value):
    rows.append(f"{name},{what},{value if isinstance(value, str) else ' '.join(repr(float(v)) for v in np.atleast_1d(value))}")


def beta(r, a, b, g):
    out = []
    for x in r:
        if not np.isnan(x):
            a, b = g * a + x, g * b + 1 - x
        out.append(a / (a + b))
    return np.array(out)


def rw(r, up, down, v):
    out = []
    for x in r:
        if not np.isnan(x):
            v = v + (up if x > v else down) * (x - v)
        out.append(v)
    return np.array(out)


def ph(r, eta, rate, v):
    out = []
    for x in r:
        if not np.isnan(x):
            d = x - v
            v, rate = v + rate * d, eta * abs(d) + (1 - eta) * rate
        out.append(v)
    return np.array(out)


def text(r):
    return " ".join("-" if np.isnan(x) else f"{x:g}" for x in r)


def loss(after, start, r):
    p = np.clip(np.concatenate([[start], after[:-1]]), 0.001, 0.999)
    seen = ~np.isnan(r)
    return float(np.sum(-(r[seen] * np.log(p[seen])) - (1 - r[seen]) * np.log(1 - p[seen])))


facts = np.array([1, 1, 0, 1, 1, 1, 0, 1.0])
rng = np.random.default_rng(20261124)


def drawn(n, chance, missing=0.1):
    r = rng.choice([0, 0.5, 1.0], n, p=[(1 - chance) * 0.6, (1 - chance) * 0.4, chance])
    r[rng.random(n) < missing] = np.nan
    return r


courses = {"facts": facts, "drawn": drawn(24, 0.7), "turning": np.concatenate([drawn(20, 0.85), drawn(20, 0.15)])}
models = {
    "beta-open": (lambda r: beta(r, 1, 1, 1)), "beta-kept": (lambda r: beta(r, 2, 2, 0.9)), "rw": (lambda r: rw(r, 0.2, 0.2, 0.5)),
    "rw-two": (lambda r: rw(r, 0.1, 0.3, 0.5)), "ph": (lambda r: ph(r, 0.3, 0.5, 0.5)),
}
for name, r in courses.items():
    put(name, "outcomes", text(r))
    for model, follow in models.items():
        put(name, model, follow(r))
    seen = ~np.isnan(r)
    p = np.concatenate([[0.5], rw(r, 0.2, 0.2, 0.5)[:-1]])
    put(name, "rw-brier", np.mean((p[seen] - r[seen]) ** 2))
    put(name, "rw-log", loss(rw(r, 0.2, 0.2, 0.5), 0.5, r) / seen.sum())

pooled = [np.concatenate([drawn(15, 0.8), drawn(15, 0.3), drawn(10, 0.9)]) for _ in range(4)]
for name, group in {"fit-one": [courses["turning"]], "fit-pooled": pooled}.items():
    put(name, "outcomes", "/".join(text(r) for r in group))
    fits = {
        "BetaForgetting": (1, lambda t, r: loss(beta(r, 1, 1, t[0]), 0.5, r)),
        "RescorlaWagner": (2, lambda t, r: loss(rw(r, t[0], t[0], t[1]), t[1], r)),
        "RescorlaWagnerTwoRates": (3, lambda t, r: loss(rw(r, t[0], t[1], t[2]), t[2], r)),
        "PearceHall": (3, lambda t, r: loss(ph(r, t[0], t[1], t[2]), t[2], r)),
    }
    for model, (n, one) in fits.items():
        bounds = [(0.5 if model == "BetaForgetting" else 0, 1)] * n
        total = lambda t: sum(one(t, r) for r in group)
        best = dual_annealing(total, bounds, seed=1, maxiter=300)
        fine = minimize(total, best.x, bounds=bounds, method="L-BFGS-B", options={"ftol": 1e-15, "gtol": 1e-10})
        put(name, model, min(best.fun, fine.fun))

for p in [1e-300, 1e-12, 1e-6, 0.001, 0.025, 0.05, 0.075, 0.25, 0.5, 0.7, 0.925, 0.95, 0.975, 0.999, 1 - 1e-9]:
    put(f"normal {p!r}", "quantile", ndtri(p))
for a, b in [(1, 1), (2, 2), (1, 3), (0.5, 0.5), (7.3, 2.1), (40, 3), (0.2, 5), (150, 220)]:
    for p in [0.001, 0.05, 0.5, 0.95, 0.999]:
        put(f"beta {p!r} {a!r} {b!r}", "quantile", betaincinv(a, b, p))
print("name,what,value")
print("\n".join(rows))
