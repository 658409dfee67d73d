"""Expected posteriors, scores and chances, a second time: run as  /usr/bin/python3 learning.py > learning.csv

numpy 1.24.2, scipy 1.10.1, statsmodels 0.13.5. Maximum likelihood and calibration lines by statsmodels' Logit; posterior modes by Newton on the dense
gradient (checked against the complex-step derivative of the loss), curvature by the complex-step derivative of the gradient, nothing eliminated; from there
to the partners summed over by differences of that curvature; areas under the curve by scipy's mannwhitneyu, Wilson's intervals by statsmodels; nodes by
numpy's hermegauss; chances by scipy's quad and by a dense grid, their limits by 4,000,000 draws. Data come from numpy's generator with the seeds below and are written out beside the results.

name,what,value
"""
import itertools

import numpy as np
import statsmodels.api as sm
from scipy import integrate, stats
from statsmodels.stats.proportion import proportion_confint


def out(name, what, value):
    print(f"{name},{what},{value}")


def numbers(xs):
    return " ".join(repr(float(x)) for x in xs)


def loss_parts(theta, x, offset, outcome, group, areas, prior_mean, prior_sd, tau, groups):
    """Loss and gradient; theta = intercept, terms, partners. Complex numbers pass through."""
    k = x.shape[2] + 1
    weights, own = theta[:k], theta[k:]
    loss, slope = 0, np.zeros(theta.shape, dtype=theta.dtype)
    for n in range(x.shape[0]):
        z = np.concatenate([np.ones((areas, 1)), x[n]], axis=1)
        eta = z @ weights + offset + (own[group[n]] if groups else 0)
        p = 1 / (1 + np.exp(-eta))
        if outcome[n] == 0:
            loss -= np.sum(np.log(1 - p))
            g = p
        elif outcome[n] > 0:
            # Over every set of others that broke: this one is told of 1 + as many. Its slope by the sets too.
            a = outcome[n] - 1
            chance, g = 0, np.zeros(areas, dtype=theta.dtype)
            for broke in itertools.product([0, 1], repeat=areas):
                if not broke[a]:
                    continue
                b = np.array(broke)
                one = np.prod(np.where(b == 1, p, 1 - p)) / sum(broke)
                chance += one
                g -= one * (b - p)
            g = g / chance
            loss -= np.log(chance)
        else:
            none = np.prod(1 - p)
            loss -= np.log(1 - none)
            g = -none / (1 - none) * p
        slope[:k] += z.T @ g
        if groups:
            slope[k + group[n]] += np.sum(g)
    finite = np.isfinite(prior_sd)
    away = np.where(finite, weights - prior_mean, 0)
    precision = np.where(finite, 1 / np.where(finite, prior_sd, 1) ** 2, 0)
    loss += np.sum(away**2 * precision) / 2
    slope[:k] += away * precision
    if groups:
        loss += np.sum(own**2) / tau**2 / 2
        slope[k:] += own / tau**2
    return loss, slope


def posterior(*args):
    *_, prior_mean, prior_sd, tau, groups = args
    theta = np.concatenate([prior_mean, np.zeros(groups)])
    size = len(theta)

    def curvature(at):
        h = np.empty((size, size))
        for j in range(size):
            moved = at.astype(complex)
            moved[j] += 1e-30j
            h[:, j] = loss_parts(moved, *args)[1].imag / 1e-30
        return (h + h.T) / 2

    for _ in range(60):
        loss, slope = loss_parts(theta, *args)
        step = np.linalg.solve(curvature(theta), -slope)
        part = 1.0
        while loss_parts(theta + part * step, *args)[0] > loss + 1e-12 and part > 1e-6:
            part /= 2
        theta = theta + part * step
        if np.max(np.abs(step)) < 1e-13:
            break
    loss, slope = loss_parts(theta, *args)
    for j in range(size):
        moved = theta.astype(complex)
        moved[j] += 1e-30j
        assert abs(loss_parts(moved, *args)[0].imag / 1e-30 - slope[j]) < 1e-9
    h = curvature(theta)
    cov = np.linalg.inv(h)
    log_det = np.linalg.slogdet(h)[1]
    evidence = -loss - log_det / 2 - np.sum(np.log(prior_sd[np.isfinite(prior_sd)])) - (groups * np.log(tau) if groups else 0)
    return shifted(theta, h, cov, len(prior_mean), curvature) if groups else theta, cov, evidence


def shifted(theta, h, cov, k, curvature):
    """The weights' mode with the partners summed over (Laplace), one step, and the partners' means: slopes of the partners' curvature by differences, along
    the path on which each partner's own stays most probable."""
    size, own = len(theta), np.diag(h)[k:]

    def slope(along):
        return np.diag(curvature(theta + 1e-4 * along) - curvature(theta - 1e-4 * along))[k:] / 2e-4

    halves = np.empty(k)
    for i in range(k):
        along = np.zeros(size)
        along[i], along[k:] = 1, -h[k:, i] / own
        halves[i] = np.sum(slope(along) / own) / 2
    move = -cov[:k, :k] @ halves
    third = np.array([slope(np.eye(size)[k + j])[j] for j in range(size - k)])
    return theta + np.concatenate([move, -h[k:, :k] @ move / own - third / own**2 / 2])


def fit_case(name, seed, rows, terms, areas, groups, tau, base, mixed=False, flat=False):
    rng = np.random.default_rng(seed)
    x = np.round(rng.normal(size=(rows, areas, terms)), 3)
    group = np.sort(rng.integers(0, max(groups, 1), size=rows))
    offset = np.log(np.array([.35, .25, .40])) if areas == 3 else np.zeros(1)
    truth = rng.normal(size=terms) * .5
    eta = base + offset + x @ truth + (tau * rng.normal(size=max(groups, 1)))[group][:, None]
    hit = rng.random(size=eta.shape) < 1 / (1 + np.exp(-eta))
    outcome = np.zeros(rows, dtype=int)
    for n in range(rows):
        which = np.flatnonzero(hit[n])
        if len(which):
            outcome[n] = which[rng.integers(len(which))] + 1 if not mixed or rng.random() < .5 else -1
    prior_mean = np.zeros(terms + 1) if flat else np.concatenate([[base], np.round(rng.normal(size=terms) * .2, 3)])
    prior_sd = np.full(terms + 1, np.inf) if flat else np.concatenate([[.7], np.round(.2 + .4 * rng.random(terms), 3)])
    kept = groups if tau else 0
    out(name, "shape", f"{terms} {areas} {tau}")
    for n in range(rows):
        out(name, "row", f"{group[n]} {outcome[n]} " + numbers(x[n].ravel()))
    out(name, "prior", numbers(prior_mean) + "/" + " ".join("inf" if np.isinf(s) else repr(float(s)) for s in prior_sd))
    if flat:
        found = sm.Logit(outcome, sm.add_constant(x[:, 0, :])).fit(disp=0, tol=1e-14, maxiter=100)
        out(name, "mean", numbers(found.params))
        out(name, "sd", numbers(found.bse))
        return
    theta, cov, evidence = posterior(x, offset, outcome, group, areas, prior_mean, prior_sd, tau, kept)
    k = terms + 1
    out(name, "mean", numbers(theta[:k]))
    out(name, "sd", numbers(np.sqrt(np.diag(cov))[:k]))
    out(name, "covariance", numbers(cov[:k, :k].ravel()))
    out(name, "own", numbers(theta[k:]))
    out(name, "own-sd", numbers(np.sqrt(np.diag(cov))[k:]))
    out(name, "evidence", repr(float(evidence)))
    # The log-odds of a known partner (the first row's) for the values of the last row, by area: mean and SD.
    line = np.zeros((areas, len(theta)))
    line[:, 0], line[:, 1:k] = 1, x[-1]
    if kept:
        line[:, k + group[0]] = 1
    out(name, "known-first", numbers(line @ theta + offset) + "/" + numbers(np.sqrt(np.diag(line @ cov @ line.T))))


def score_case(name, seed, n, steps, ties):
    rng = np.random.default_rng(seed)
    p = np.clip(1 / (1 + np.exp(-rng.normal(-1.5, 1, size=n))), .01, .99)
    p = np.round(p, 1).clip(.1, .9) if ties else np.round(p, 6)
    y = (rng.random(n) < p ** 1.2).astype(int)
    out(name, "sessions", " ".join(f"{float(a)!r}:{b}" for a, b in zip(p, y)))
    order = np.argsort(p, kind="stable")
    p, y = p[order], y[order]
    out(name, "brier", repr(float(np.mean((p - y) ** 2))))
    out(name, "log", repr(float(np.mean(np.log(np.where(y == 1, p, 1 - p))))))
    u = stats.mannwhitneyu(p[y == 1], p[y == 0]).statistic
    out(name, "auc", repr(float(u / (y == 1).sum() / (y == 0).sum())))
    line = sm.Logit(y, sm.add_constant(np.log(p / (1 - p)))).fit(disp=0, tol=1e-14, maxiter=100)
    out(name, "line", numbers([line.params[0], line.bse[0], line.params[1], line.bse[1]]))
    if ties:  # Murphy's own case: the chances come in steps, and each step is a bin.
        rel = res = 0
        for step in np.unique(p):
            at = p == step
            rel += at.sum() / n * (step - y[at].mean()) ** 2
            res += at.sum() / n * (y[at].mean() - y.mean()) ** 2
            low, high = proportion_confint(y[at].sum(), at.sum(), method="wilson")
            out(name, "bin", numbers([at.sum(), y[at].sum(), step, low, high]))
        out(name, "murphy", numbers([rel, res, y.mean() * (1 - y.mean())]))


def chance_case(name, mean, cov, seed):
    mean, cov = np.array(mean, dtype=float), np.array(cov, dtype=float)
    out(name, "odds", numbers(mean) + "/" + numbers(cov.ravel()))
    if len(mean) == 1:
        sd = np.sqrt(cov[0, 0])
        f = lambda z: stats.norm.pdf(z) / (1 + np.exp(-(mean[0] + sd * z)))
        out(name, "chance", repr(float(integrate.quad(f, -12, 12, epsabs=1e-14, epsrel=1e-13, limit=500)[0])))
        return
    nodes, weights = np.polynomial.hermite_e.hermegauss(80)
    weights = weights / weights.sum()
    values, vectors = np.linalg.eigh(cov)
    root = vectors * np.sqrt(np.clip(values, 0, None))
    grid = np.stack(np.meshgrid(nodes, nodes, nodes, indexing="ij"), -1).reshape(-1, 3)
    w = (weights[:, None, None] * weights[None, :, None] * weights[None, None, :]).ravel()
    out(name, "chance", repr(float(w @ (1 - np.prod(1 / (1 + np.exp(mean + grid @ root.T)), axis=1)))))
    rng = np.random.default_rng(seed)
    drawn = 1 - np.prod(1 / (1 + np.exp(mean + rng.normal(size=(4_000_000, 3)) @ root.T)), axis=1)
    out(name, "limits", numbers(np.quantile(drawn, [.05, .95])))


print("name,what,value")
fit_case("flat", 1, 200, 3, 1, 0, 0, -1.0, flat=True)
fit_case("flat-rare", 2, 400, 5, 1, 0, 0, -2.5, flat=True)
fit_case("one-area", 3, 150, 4, 1, 12, .5, -1.5)
fit_case("one-area-alike", 4, 80, 3, 1, 8, 0, -1.0)
fit_case("three-areas", 5, 160, 4, 3, 14, .5, -1.8, mixed=True)
fit_case("three-areas-often", 6, 120, 9, 3, 5, .8, 0.5, mixed=True)
score_case("scores", 11, 300, None, ties=False)
score_case("scores-ties", 12, 400, None, ties=True)
for n in (1, 2, 5, 9, 31, 64, 100):
    nodes, weights = np.polynomial.hermite_e.hermegauss(n)
    out(f"nodes-{n}", "nodes", numbers(nodes))
    out(f"nodes-{n}", "weights", numbers(weights / np.sqrt(2 * np.pi)))
for i, (m, s) in enumerate([(-2.2, .05), (-2.2, .2), (-3, .45), (0.3, .9), (-1, 1.5), (-2, 2), (-2, 3)]):
    chance_case(f"chance-{i}", [m], [[s * s]], 0)
chance_case("any-0", [-3.4, -3.8, -3.2], [[.5, .42, .40], [.42, .55, .38], [.40, .38, .6]], 21)
chance_case("any-1", [-1, -2, -.5], [[1.2, .3, .1], [.3, .9, -.2], [.1, -.2, 1.5]], 22)
chance_case("any-2", [-2, -2.3, -1.9], [[.25, .25, .25], [.25, .25, .25], [.25, .25, .25]], 23)
chance_case("any-3", [-2, -2.3, -1.9], [[.25, .25, .25], [.25, .65, .25], [.25, .25, .29]], 24)
