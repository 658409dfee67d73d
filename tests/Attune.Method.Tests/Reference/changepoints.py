"""Run-length posteriors of Adams and MacKay (2007), computed another way: python3 with numpy and scipy (1.x), by hand, not in the build.

The marginal likelihood of every stretch of sessions is written out whole (normal-inverse-gamma, by scipy's gammaln) and the posterior is the sum over all
partitions, by recursion over where the regime before began; nothing is updated from session to session, and no Student-t is used. Once more by scipy's
Student-t, to tell that both agree. Writes changepoints.csv beside itself: series, session, run, probability.
"""
import csv
import os

import numpy as np
import scipy
from scipy.special import gammaln, logsumexp
from scipy.stats import t as student

SERIES = {
    # Of the method's facts (made up).
    "worked": ([5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1], .05, 5.4, .25, 4, .5),
    # A step that stays, with other beliefs.
    "step": ([6, 6.3333333333333333, 6, 5.6666666666666667, 6, 6, 4, 4.3333333333333333, 3.6666666666666667, 4, 4, 4.3333333333333333], .1, 5.5, 1, 3, .4),
    # Constant, at the ceiling.
    "ceiling": ([7] * 10, .05, 7, .25, 4, .5),
    # A hundred sessions with a change half way.
    "long": ([round(5.5 + .5 * np.sin(7.0 * i * i) - (1 if i >= 50 else 0), 3) for i in range(100)], .02, 5, .5, 1, .7),
}


def marginal(x, mean, weight, freedom, scale):
    """Logarithm, of values that share one regime."""
    n, x = len(x), np.asarray(x)
    alpha, beta = freedom / 2, freedom * scale * scale / 2
    after = beta + ((x - x.mean()) ** 2).sum() / 2 + weight * n * (x.mean() - mean) ** 2 / (2 * (weight + n))
    return (gammaln(alpha + n / 2) - gammaln(alpha) + alpha * np.log(beta) - (alpha + n / 2) * np.log(after)
            + .5 * np.log(weight / (weight + n)) - n / 2 * np.log(2 * np.pi))


def posteriors(x, hazard, *prior):
    """began[t] = log joint of x[:t] with a regime beginning at t."""
    began, found = [0.0], []
    for t in range(1, len(x) + 1):
        joint = [began[s] + (t - s - 1) * np.log1p(-hazard) + marginal(x[s:t], *prior) for s in range(t)]
        total = logsumexp(joint)
        found.append([np.exp(joint[t - run] - total) for run in range(1, t + 1)])
        began.append(total + np.log(hazard))
    return found


def online(x, hazard, mean, weight, freedom, scale):
    """The published recursion, by scipy's Student-t."""
    runs, found = np.array([]), []
    for t, value in enumerate(x):
        chance = []
        for n in range(t + 1):
            past = np.asarray(x[t - n:t])
            kappa, nu = weight + n, freedom + n
            m = (weight * mean + past.sum()) / kappa
            q = freedom * scale ** 2 + (((past - past.mean()) ** 2).sum() + weight * n * (past.mean() - mean) ** 2 / kappa if n else 0)
            chance.append(student.pdf(value, nu, m, np.sqrt(q / nu * (kappa + 1) / kappa)))
        prior = np.concatenate([[1.0 if t == 0 else hazard], (1 - hazard) * runs])
        runs = prior * np.array(chance)
        runs /= runs.sum()
        found.append(list(runs))
    return found


if __name__ == "__main__":
    print("numpy", np.__version__, "scipy", scipy.__version__)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "changepoints.csv")
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["series", "hazard", "mean", "weight", "freedom", "scale", "session", "value", "run", "probability"])
        for name, (x, *prior) in SERIES.items():
            found, again = posteriors(x, *prior), online(x, *prior)
            print(name, "largest difference of the two ways:", max(abs(a - b) for f, g in zip(found, again) for a, b in zip(f, g)))
            for session, runs in enumerate(found, 1):
                if name == "long" and session % 10:
                    runs = runs[:1]
                for run, p in enumerate(runs, 1):
                    out.writerow([name, *(repr(float(v)) for v in prior), session, repr(float(x[session - 1])), run, repr(float(p))])
