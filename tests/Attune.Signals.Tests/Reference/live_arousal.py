"""The live rule a second time, in another language and with exact fractions: prints the rows of live_arousal.csv.

Without arguments: the session of SimulatedHeartTests for seeds 1 to 5. With one: the episodes of that file of beat intervals
(plain text, Polar HRM, SelfLoops or NumPy), as ArousalReferenceTests pins them.
"""
import struct
import sys
from fractions import Fraction as F

from simulated_heart import session

WINDOW, GAP, MINIMUM, RECOVERED_FOR = 15000, 5000, 120000, 60000
ABOVE, RECOVERED = 100, 95


def believed(rr, i):
    inside = lambda k: 0 <= k < len(rr) and 300 <= rr[k] <= 2000
    if not inside(i):
        return False
    if not inside(i - 1) or not inside(i + 1):
        return True
    mean = F(rr[i - 1] + rr[i + 1]) / 2
    return abs(mean - rr[i]) < F(1, 5) * mean


def slots(rr):
    """(start, end, rate) of every believed beat; None where a gap breaks."""
    end, heard, window, found = F(0), F(0), [], []
    for i, interval in enumerate(rr):
        start, end = end, end + interval
        if not believed(rr, i):
            if interval == 0 or end - heard > GAP:
                heard, window = end, []
                found.append(None)
            continue
        heard = end
        window = [(e, x) for e, x in window if e > end - WINDOW] + [(end, interval)]
        found.append((start, end, 60000 * len(window) / sum(F(x) for _, x in window)))
    return found


def episodes(rr):
    track = slots(rr) + [None]
    runs, run = [], []
    for i, slot in enumerate(track):
        if slot is not None and slot[2] > ABOVE:
            run.append(i)
            continue
        if run and track[run[-1]][1] - track[run[0]][0] > MINIMUM:
            runs.append(run)
        run = []
    for n, run in enumerate(runs):
        start, end = track[run[0]][0], track[run[-1]][1]
        rates = [(track[i][2], track[i][1] - track[i][0]) for i in run]
        mean = sum(r * w for r, w in rates) / sum(w for _, w in rates)
        recovered, since = None, None
        for slot in track[run[-1] + 1:(runs[n + 1][0] if n + 1 < len(runs) else len(track))]:
            if slot is None:
                break
            since = (slot[0] if since is None else since) if slot[2] <= RECOVERED else None
            if since is not None and slot[1] - since >= RECOVERED_FOR:
                recovered = slot[1] - end
                break
        yield start, end, max(r for r, _ in rates), mean, recovered


def read(path):
    if path.endswith(".npy"):
        data = open(path, "rb").read()
        start = 10 + struct.unpack("<H", data[8:10])[0]
        return [F(x) for x in struct.unpack(f"<{(len(data) - start) // 8}q", data[start:])]
    text = open(path, encoding="utf-8").read()
    if "[HRData]" in text:
        return [F(x) for x in text.split("[HRData]")[1].split()]
    lines = [line for line in text.splitlines() if line.strip()]
    return [F(line.split(",")[2]) for line in lines[2:]] if "," in lines[2] else [F(line) for line in lines]


if __name__ == "__main__":
    for path in sys.argv[1:]:
        found = list(episodes(read(path)))
        print(path, len(found), float(sum(e - s for s, e, *_ in found)) / 1000, sum(r is not None for *_, r in found))
    if len(sys.argv) == 1:
        print("seed,start_ms,end_ms,peak_bpm,mean_bpm,recovered_after_ms")
        for seed in range(1, 6):
            for start, end, peak, mean, recovered in episodes([F(int(x)) for x in session(seed)]):
                print(f"{seed},{int(start)},{int(end)},{float(peak):.9f},{float(mean):.9f},{'' if recovered is None else int(recovered)}")
