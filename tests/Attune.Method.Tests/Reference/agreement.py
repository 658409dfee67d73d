"""Expected agreement of raters, a second time and slowly: run as  python3 agreement.py > agreement.csv

Plain Python 3. Kappas from tables of proportions cell by cell, alpha from coincidence matrices with Krippendorff's own distances, analyses of
variance by the textbook's correction for the mean in exact fractions, quantiles of F by integrating its density (tanh-sinh), events by trying every
matching and fitting the table of codes by iterative proportional fitting. Ratings come from a small generator and are written out beside the results.

name,what,value; "ratings" rows hold the table: targets apart by a slash, raters by a blank, "-" = not rated. "first" and "second" hold events as
code@milliseconds; the tolerance is 800 ms.
"""
from fractions import Fraction
from itertools import combinations, product
from math import cosh, exp, inf, lgamma, log, pi, sinh

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def made(targets, raters, codes, noise, missing, seed, low=1):
    """A small linear congruential generator, so that nobody needs a random library."""
    state, table = seed, []

    def draw(n):
        nonlocal state
        state = (1103515245 * state + 12345) % 2**31
        return state // 65536 % n

    for _ in range(targets):
        truth, row = draw(codes), []
        for _ in range(raters):
            code = draw(codes) if draw(100) < noise else truth
            row.append(None if draw(100) < missing else low + code)
        table.append(row)
    return table


# Kappas -----------------------------------------------------------------------------------------------------------------------------------------

def cohen(table, weight):
    pairs = [row for row in table if None not in row]
    codes = sorted({code for row in pairs for code in row})
    share = {(a, b): Fraction(sum(row == [a, b] for row in pairs), len(pairs)) for a in codes for b in codes}
    rows = {a: sum(share[a, b] for b in codes) for a in codes}
    columns = {b: sum(share[a, b] for a in codes) for b in codes}
    largest = max(weight(a, b) for a in codes for b in codes)
    agreement = {(a, b): 1 - Fraction(weight(a, b), largest) for a in codes for b in codes}
    observed = sum(agreement[cell] * share[cell] for cell in share)
    expected = sum(agreement[a, b] * rows[a] * columns[b] for a, b in share)
    return (observed - expected) / (1 - expected)


def fleiss(table):
    rows = [row for row in table if None not in row]
    n, k = len(rows), len(rows[0])
    codes = sorted({code for row in rows for code in row})
    each = [Fraction(sum(row.count(c) * (row.count(c) - 1) for c in codes), k * (k - 1)) for row in rows]
    shares = [Fraction(sum(row.count(c) for row in rows), n * k) for c in codes]
    observed, expected = sum(each) / n, sum(p * p for p in shares)
    return (observed - expected) / (1 - expected)


def alpha(table, level):
    units = [[code for code in row if code is not None] for row in table]
    units = [unit for unit in units if len(unit) > 1]
    codes = sorted({code for unit in units for code in unit})
    o = {(c, k): Fraction(0) for c in codes for k in codes}
    for unit in units:
        for i, c in enumerate(unit):
            for j, k in enumerate(unit):
                if i != j:
                    o[c, k] += Fraction(1, len(unit) - 1)
    n = {c: sum(o[c, k] for k in codes) for c in codes}
    total = sum(n.values())

    def distance(c, k):
        if level == "nominal":
            return int(c != k)
        if level == "interval":
            return (c - k) ** 2
        c, k = min(c, k), max(c, k)
        return 0 if c == k else (sum(n[g] for g in codes if c <= g <= k) - (n[c] + n[k]) / 2) ** 2

    observed = sum(o[c, k] * distance(c, k) for c in codes for k in codes)
    expected = sum(n[c] * n[k] * distance(c, k) for c in codes for k in codes) / (total - 1)
    return 1 - observed / expected


# Intraclass correlations ------------------------------------------------------------------------------------------------------------------------

def mean_squares(rows):
    n, k = len(rows), len(rows[0])
    mean = Fraction(sum(map(sum, rows)) ** 2, n * k)
    total = sum(x * x for row in rows for x in row) - mean
    targets = Fraction(sum(sum(row) ** 2 for row in rows), k) - mean
    raters = Fraction(sum(sum(column) ** 2 for column in zip(*rows)), n) - mean
    return (targets / (n - 1), (total - targets) / (n * (k - 1)), raters / (k - 1), (total - targets - raters) / ((n - 1) * (k - 1)))


def integral(f, steps=400, h=.0125):
    """From 0 to 1 by tanh-sinh; f takes x and 1 - x."""
    total = 0
    for i in range(-steps, steps + 1):
        t = i * h
        u = pi / 2 * sinh(t)
        if abs(u) > 340:
            continue
        x, rest = 1 / (1 + exp(-2 * u)), 1 / (1 + exp(2 * u))
        total += f(x, rest) * pi / 2 * cosh(t) / cosh(u) ** 2 / 2
    return total * h


def f_probability(value, d1, d2):
    a, b = d1 / 2, d2 / 2
    top = d1 * value / (d1 * value + d2)
    scale = exp(lgamma(a + b) - lgamma(a) - lgamma(b))
    low = integral(lambda x, rest: top * (top * x) ** (a - 1) * (1 - top * x) ** (b - 1))
    return scale * low


def f_quantile(p, d1, d2):
    low, high = -30.0, 30.0
    for _ in range(70):
        middle = (low + high) / 2
        low, high = (middle, high) if f_probability(exp(middle), d1, d2) < p else (low, middle)
    return exp(low)


def intraclass(table, confidence=.95):
    rows = [row for row in table if None not in row]
    n, k = len(rows), len(rows[0])
    b, w, j, e = mean_squares(rows)
    value = {
        "OneWaySingle": (b - w) / (b + (k - 1) * w),
        "AgreementSingle": (b - e) / (b + (k - 1) * e + k * (j - e) / n),
        "ConsistencySingle": (b - e) / (b + (k - 1) * e),
        "OneWayAverage": (b - w) / b,
        "AgreementAverage": (b - e) / (b + (j - e) / n),
        "ConsistencyAverage": (b - e) / b,
    }
    q, limits = (1 + confidence) / 2, {}
    for name, error, d2 in (("OneWay", w, n * (k - 1)), ("Consistency", e, (n - 1) * (k - 1))):
        fl, fu = float(b / error) / f_quantile(q, n - 1, d2), float(b / error) * f_quantile(q, d2, n - 1)
        limits[name + "Single"] = (fl - 1) / (fl + k - 1), (fu - 1) / (fu + k - 1)
        limits[name + "Average"] = 1 - 1 / fl, 1 - 1 / fu
    # McGraw and Wong (1996): their a and b, and the limits of the average in their own form.
    rho = value["AgreementSingle"]
    a_, b_ = k * rho / (n * (1 - rho)), 1 + k * rho * (n - 1) / (n * (1 - rho))
    v = float((a_ * j + b_ * e) ** 2 / ((a_ * j) ** 2 / (k - 1) + (b_ * e) ** 2 / ((n - 1) * (k - 1))))
    b, j, e = float(b), float(j), float(e)
    fl, fu = f_quantile(q, n - 1, v), f_quantile(q, v, n - 1)
    limits["AgreementSingle"] = (
        n * (b - fl * e) / (fl * (k * j + (k * n - k - n) * e) + n * b), n * (fu * b - e) / (k * j + (k * n - k - n) * e + n * fu * b))
    limits["AgreementAverage"] = n * (b - fl * e) / (fl * (j - e) + n * b), n * (fu * b - e) / (j - e + n * fu * b)
    return {name: (float(value[name]), *limits[name]) for name in value}


# Events -----------------------------------------------------------------------------------------------------------------------------------------

def matchings(left, right, may):
    """Every one-to-one matching of what may be matched."""
    if not left:
        yield []
        return
    head, rest = left[0], left[1:]
    yield from matchings(rest, right, may)
    for other in right:
        if may(head, other):
            for more in matchings(rest, [one for one in right if one != other], may):
                yield [(head, other)] + more


def best(left, right, may):
    return min(matchings(left, right, may), key=lambda pairs: (-len(pairs), sum(abs(a[1] - b[1]) for a, b in pairs)))


def event_kappa(first, second, tolerance):
    first, second = [(c, t, 0, i) for i, (c, t) in enumerate(first)], [(c, t, 1, i) for i, (c, t) in enumerate(second)]
    same = best(first, second, lambda a, b: a[0] == b[0] and abs(a[1] - b[1]) <= tolerance)
    first_left = [a for a in first if a not in [x for x, _ in same]]
    second_left = [b for b in second if b not in [y for _, y in same]]
    confused = best(first_left, second_left, lambda a, b: abs(a[1] - b[1]) <= tolerance)
    codes = sorted({c for c, *_ in first + second}) + [None]
    table = {cell: 0 for cell in product(codes, codes)}
    for a, b in same + confused:
        table[a[0], b[0]] += 1
    for a in first_left:
        if a not in [x for x, _ in confused]:
            table[a[0], None] += 1
    for b in second_left:
        if b not in [y for _, y in confused]:
            table[None, b[0]] += 1
    rows = {a: sum(table[a, b] for b in codes) for a in codes}
    columns = {b: sum(table[a, b] for a in codes) for b in codes}
    fitted = {cell: 0.0 if cell == (None, None) else 1.0 for cell in table}
    for _ in range(20000):
        for a in codes:
            total = sum(fitted[a, b] for b in codes)
            for b in codes:
                fitted[a, b] *= rows[a] / total if total else 0
        for b in codes:
            total = sum(fitted[a, b] for a in codes)
            for a in codes:
                fitted[a, b] *= columns[b] / total if total else 0
    n = sum(table.values())
    observed, expected = len(same) / n, sum(fitted[c, c] for c in codes[:-1]) / n
    return {"same": len(same), "confused": len(confused), "onlyFirst": sum(table[c, None] for c in codes), "onlySecond": sum(table[None, c] for c in codes),
            "kappa": (observed - expected) / (1 - expected)}


def made_events(seed, count, codes, jitter, lost, renamed):
    state, first, second = seed, [], []

    def draw(n):
        nonlocal state
        state = (1103515245 * state + 12345) % 2**31
        return state // 65536 % n

    at = 0
    for _ in range(count):
        at += 300 + draw(2500)
        code = "abcd"[draw(codes)]
        if draw(100) >= lost:
            first.append((code, at))
        if draw(100) >= lost:
            second.append(("abcd"[draw(codes)] if draw(100) < renamed else code, max(0, at + draw(2 * jitter) - jitter)))
    return first, second


def row(name, what, value):
    print(name, what, value if isinstance(value, (str, int)) else f"{float(value):.15g}", sep=",")


if __name__ == "__main__":
    print("name,what,value")
    tables = {
        "shrout-fleiss": SHROUT_FLEISS,
        "two-by-two": [[0, 0]] * 20 + [[0, 1]] * 5 + [[1, 0]] * 10 + [[1, 1]] * 15,
        "softa-pair": [list(pair) for pair in zip([3, 2, 0, -1, -2, 1, 0, 2, -3, 1], [2, 2, 0, -1, -1, 1, 1, 2, -3, 0])],
        "two-raters": made(40, 2, 5, 50, 0, 11),
        "two-raters-missing": made(40, 2, 7, 40, 15, 12, -3),
        "three-raters": made(25, 3, 4, 45, 0, 13),
        "five-raters-missing": made(30, 5, 7, 55, 25, 14, -3),
        "hardly-agree": made(12, 3, 5, 95, 0, 15),
        "gap-in-the-scale": [[1, 1], [1, 2], [2, 2], [7, 7], [2, 7], [7, 7], [1, 1], [2, 1]],
    }
    for name, table in tables.items():
        row(name, "ratings", "/".join(" ".join("-" if code is None else str(code) for code in target) for target in table))
        if len(table[0]) == 2:
            row(name, "CohensKappa", cohen(table, lambda a, b: int(a != b)))
            row(name, "LinearWeightedKappa", cohen(table, lambda a, b: abs(a - b)))
            row(name, "QuadraticWeightedKappa", cohen(table, lambda a, b: (a - b) ** 2))
        row(name, "FleissKappa", fleiss(table))
        for level in ("nominal", "ordinal", "interval"):
            row(name, level.capitalize() + "Alpha", alpha(table, level))
        for form, (value, low, high) in intraclass(table).items():
            row(name, form, value)
            row(name, form + ".lower", low)
            row(name, form + ".upper", high)
    for p, d1, d2 in product((.05, .5, .95, .975, .995), (1, 2.5, 7, 60), (1.3, 4, 33.7, 200)):
        row(f"F {p} {d1} {d2}", "quantile", f_quantile(p, d1, d2))
    for seed, made_so in enumerate([(7, 2, 300, 10, 20), (8, 3, 900, 15, 30), (8, 4, 1500, 20, 10), (9, 2, 600, 30, 40)], 21):
        first, second = made_events(seed, *made_so)
        name = f"events-{seed}"
        row(name, "first", " ".join(f"{c}@{t}" for c, t in first))
        row(name, "second", " ".join(f"{c}@{t}" for c, t in second))
        for what, value in event_kappa(first, second, 800).items():
            row(name, what, value)
