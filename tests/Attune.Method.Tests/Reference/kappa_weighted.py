"""Standard errors of kappa, unweighted and weighted: run as  /usr/bin/python3 kappa_weighted.py > kappa-weighted.csv

Python 3, statsmodels 0.13.5 (cohens_kappa), over the ratings that agreement_intervals.R wrote to kappa-intervals.csv. Unweighted it equals psych; of weighted
kappas psych 2.2.9 gives others (2 to 5% away), statsmodels those of Fleiss, Cohen and Everitt (1969).
"""
import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa

print("name,what,value")
for line in open("kappa-intervals.csv"):
    name, what, value = line.strip().split(",")
    if what != "ratings" or name.startswith("fleiss"):
        continue
    pairs = [[int(x) for x in pair.split()] for pair in value.split("/")]
    codes = sorted({code for pair in pairs for code in pair})
    table = np.zeros((len(codes), len(codes)))
    for one, other in pairs:
        table[codes.index(one), codes.index(other)] += 1
    print(f"{name},ratings,{value}")
    for measure, weights in {"CohensKappa": None, "LinearWeightedKappa": "linear", "QuadraticWeightedKappa": "quadratic"}.items():
        found = cohens_kappa(table, wt=weights)
        print(f"{name},{measure},{float(found.kappa)!r} {float(found.std_kappa)!r}")
