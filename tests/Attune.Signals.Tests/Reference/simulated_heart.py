"""The simulated heart a second time, in another language: prints what SimulatedHeartTests pins for seed 1.

The whole recording is compared by its count, its sum and a running hash (h = 31 h + interval, 32 bits), so any
platform whose arithmetic differs in one bit is found out.
"""
import math

MASK = (1 << 64) - 1


def at(seed, counter):
    z = (seed + (counter + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def unit(seed, counter):
    return (at(seed, counter) >> 11) * (1.0 / (1 << 53))


def bell(seed, counter):
    total = 0.0
    for i in range(12):
        total += unit(seed, counter * 12 + i)
    return total - 6


def smooth(x):
    return x * x * (3 - 2 * x)


def share(rise, second):
    start, _, held, rising, falling = rise
    since = second - start
    over = since - rising - held
    if since <= 0 or over >= falling:
        return 0
    if over > 0:
        return smooth(1 - over / falling)
    return 1 if since >= rising else smooth(since / rising)


def wave(turns):
    x = turns - math.floor(turns)
    return 16 * x * (0.5 - x) if x < 0.5 else -16 * (x - 0.5) * (1 - x)


def record(seed, seconds, resting, rises):
    second, breath, wander, beats, beat = 0.0, unit(seed, 0), 0.0, [], 1
    while second < seconds:
        mean = 60000 / max([resting] + [resting + (r[1] - resting) * share(r, second) for r in rises])
        scale = mean / 900 * (mean / 900)
        wander = 0.97 * wander + (1 - 0.97) * 8 * bell(seed, 2 * beat)
        noise = 26 * wave(breath) + 22 * wander + 9 * bell(seed, 2 * beat + 1)
        interval = float(min(max(round(mean + scale * noise), 300), 2000))
        beats.append(interval)
        second += interval / 1000
        breath += interval / 1000 / 4.2
        beat += 1
    return beats


def session(seed):
    """The session of SimulatedHeartTests: two rises from 74, one to 112 and one to 94."""
    return record(seed, 3000, 74, [(720, 112, 300, 120, 240), (2040, 94, 240, 120, 240)])


if __name__ == "__main__":
    beats = session(1)
    digest = 0
    for value in beats:
        digest = (digest * 31 + int(value)) & 0xFFFFFFFF
    print(beats[:8], len(beats), int(sum(beats)), hex(digest))
