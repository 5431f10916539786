# The NumPy peer extended to what our national run tells: every cell of the controlled run, and the quantiles 10, 50 and 90 of the total of
# each area and year, one area at a time over all draws. Run in the folder of the inputs: national.py <draws> <file for the cells>
import json
import sys
import time

import numpy as np

draws, cells = int(sys.argv[1]), sys.argv[2]
units = 1799
base = np.fromfile('base.f64').reshape(units, 2, 19)
change = np.fromfile('ccr.f64').reshape(6, units, 2, 18)
ratio = np.fromfile('cwr.f64').reshape(6, units)
boys = np.fromfile('sr.f64')
nation = np.fromfile('nat.f64').reshape(7, 2, 19)


def advance(now, rates, births, share):
    after = np.empty_like(now)
    after[..., 1:18] = now[..., :17] * rates[..., :17]
    after[..., 18] = (now[..., 17] + now[..., 18]) * rates[..., 17]
    children = births * after[..., 1, 3:10].sum(-1)
    after[..., 0, 0] = children * share
    after[..., 1, 0] = children * (1 - share)
    return after


with open(cells, 'wb') as out:
    people = base
    for step in range(6):
        people = advance(people, change[step], ratio[step], boys[step])
        sums = people.sum(0)
        people = people * np.divide(nation[step + 1], sums, out=np.ones_like(sums), where=sums > 0)
        people.tofile(out)

random = np.random.default_rng(1)
spread = 0.02 + 2 / np.sqrt(1 + 50000.0)
ranks = [-(-draws // 10) - 1, -(-draws // 2) - 1, -(-9 * draws // 10) - 1]
found = np.empty((units, 6, 3))
start = time.perf_counter()
for unit in range(units):
    people = np.broadcast_to(base[unit], (draws, 2, 19))
    migration = fertility = survival = 0
    for step in range(6):
        z = random.standard_normal((3, draws))
        migration = 0.7 * migration + spread * z[0]
        fertility = 0.7 * fertility + 0.05 * z[1]
        survival = 0.7 * survival + 0.002 * z[2]
        rates = change[step, unit] * (1 + migration + survival)[:, None, None]
        people = advance(people, rates, ratio[step, unit] * (1 + fertility), boys[step])
        found[unit, step] = np.partition(people.sum((1, 2)), ranks)[ranks]
print(json.dumps({'seconds': time.perf_counter() - start, 'sum': float(found.sum())}))
