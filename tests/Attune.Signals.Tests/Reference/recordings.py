"""Counts what is in the real recordings (the folder in ATTUNE_DATA), without our readers: recordings.csv, one row per file.

Columns: file; hz (sampling rate to be told, where the file cannot say it); what = format or code; count = beats, rates or samples of the first
channel, 0 for a refusal; seconds = length by plain sums, empty where none is worked out here. Refusals are listed by hand, with the reason.
FIT counts: those that the collection's own README states, from other readers.
"""
import csv, glob, gzip, os, re, struct, zipfile

ROOT = os.environ["ATTUNE_DATA"]
FOLDERS = ["rr", "ecg-ppg", "edf", "fit-tcx", "wearable", "dyads"]
REFUSED = {
    "rr/elitehrv ._2017-06-29 13-11-53.txt": "SIG004",      # macOS companion
    "rr/parser-edge/empty.txt": "SIG001",
    "rr/parser-edge/test_file_3.txt": "SIG005",             # words among numbers
    "rr/parser-edge/test_file_mistake_1.txt": "SIG005",
    "rr/parser-edge/test_file_mistake_2.hrm": "SIG011",     # no beats in it
    "rr/pyhrv_SampleExport.json": "SIG019",                 # results, not a recording
    "ecg-ppg/heartpy/data.mat": "SIG019",
    "fit-tcx/Activity.fit": "SIG018",                       # no heart rate in it
    "fit-tcx/DeveloperData.fit": "SIG018",
    "fit-tcx/MonitoringFile.fit": "SIG018",
    "fit-tcx/no_hr.tcx": "SIG018",
    "fit-tcx/activity-activity-filecrc.fit": "SIG020",      # damaged, no heart rate
    "fit-tcx/activity-filecrc.fit": "SIG020",
    "fit-tcx/activity-settings-corruptheader.fit": "SIG020",
    "fit-tcx/activity-unexpected-eof.fit": "SIG020",
}
FIT = {"20170518-191602-1740899583.fit": 1641, "activity-small-fenix2-run.fit": 2808, "sample-activity-indoor-trainer.fit": 2263, "garmin-edge-820-bike.fit": 126}


def numbers(path, column=-1):
    found = []
    for line in open(path, encoding="utf-8", errors="replace"):
        try:
            found.append(float(re.split("[,;\t]", line.strip())[column]))
        except ValueError:
            pass
    return found


def fit_rates(path):
    """Records with a rate, by a walk of their own: definitions, data, developer fields, compressed times."""
    data = open(path, "rb").read()
    at, end, defs, count = data[0], data[0] + struct.unpack("<I", data[4:8])[0], {}, 0
    while at < min(end, len(data)):
        head = data[at]
        at += 1
        if head & 0x80 == 0 and head & 0x40:
            big, n = data[at + 1], data[at + 4]
            message = struct.unpack(">H" if big else "<H", data[at + 2:at + 4])[0]
            at += 5
            fields = [tuple(data[at + 3 * i:at + 3 * i + 3]) for i in range(n)]
            at += 3 * n
            extra = 0
            if head & 0x20:
                extra = sum(data[at + 2 + 3 * i] for i in range(data[at]))
                at += 1 + 3 * data[at]
            defs[head & 15] = (message, fields, extra)
            continue
        message, fields, extra = defs[(head >> 5) & 3 if head & 0x80 else head & 15]
        rate = None
        for number, size, _ in fields:
            if number == 3 and message == 20:
                rate = data[at]
            at += size
        at += extra
        count += rate not in (None, 255)
    return count


def e4_samples(lines):
    return len([line for line in lines if line.strip()]) - 2


def row(name):
    path, base = os.path.join(ROOT, name), os.path.basename(name)
    if name in REFUSED:
        return "", REFUSED[name], 0, ""
    if name == "rr/parser-edge/test_file_2.txt":
        return "", "ambiguous", 3, ""
    if name.endswith((".rda", ".RData")):
        return "", "SIG019", 0, ""
    if name.startswith("dyads/rmea"):
        return "", "SIG005", 0, ""                           # motion energy, two numbers a line
    if name.startswith("dyads") or re.search("edf/.*txt$", name) or base.endswith("-records.csv"):
        return "", "SIG010", 0, ""                           # tables without a column of beats
    if "gudb" in name or base.endswith("_ann.csv"):
        hz = 250 if "gudb" in name else 360
        places = numbers(path)
        return hz, "BeatTimes", len(places) - 1, places[-1] / hz
    if name.startswith("ecg-ppg"):
        if base == "data2.csv":
            return "", "PlainSignal", len(numbers(path)), ""
        hz = {"1": 360, "e": 250, "d": 100}[base[0]]
        return hz, "PlainSignal", len(numbers(path)), len(numbers(path)) / hz
    if name.endswith(".npy"):
        values = struct.unpack("<4684q", open(path, "rb").read()[-4684 * 8:])
        return "", "NumPy", len(values), sum(values) / 1000
    if "selfloops" in name:
        rr = numbers(path)
        return "", "SelfLoops", len(rr), sum(rr) / 1000
    if name.endswith(".hrm"):
        text = open(path).read()
        rr = [float(value) for value in text[text.index("[HRData]") + 8:].split()]
        return "", "PolarHrm", len(rr), sum(rr) / 1000
    if name.startswith("rr/"):
        column = 0 if "semicolon" in name else -1
        rr = numbers(path, column)
        return "", "PlainIntervals", len([value for value in rr if value > 0]), sum(rr) / 1000
    if ".edf" in name:
        data = gzip.open(path).read() if name.endswith(".gz") else open(path, "rb").read()
        signals, records, seconds = int(data[252:256]), int(data[236:244]), float(data[244:252])
        names = [data[256 + 16 * i:272 + 16 * i].strip() for i in range(signals)]
        per = [int(data[256 + 216 * signals + 8 * i:264 + 216 * signals + 8 * i]) for i in range(signals)]
        first = next(i for i, label in enumerate(names) if label != b"EDF Annotations")
        return "", "Edf", per[first] * records, seconds * records
    if name.endswith(".fit"):
        rates = fit_rates(path)
        assert base not in FIT or base == "garmin-edge-820-bike.fit" or FIT[base] == rates, (base, rates)
        return "", "Fit", FIT.get(base, rates), ""
    if name.endswith(".tcx"):
        return "", "Tcx", len(re.findall("<HeartRateBpm", open(path).read())), ""
    if name.endswith(".zip"):
        archive = zipfile.ZipFile(path)
        rows = [line for line in archive.read("IBI.csv").decode().split("\n")[1:] if line.strip()]
        return "", "EmpaticaE4", len(rows), float(rows[-1].split(",")[0])
    if base == "IBI.csv":
        rows = [line for line in open(path).read().split("\n")[1:] if line.strip()]
        return "", "EmpaticaE4", len(rows), float(rows[-1].split(",")[0])
    lines = gzip.open(path, "rt").readlines() if name.endswith(".gz") else open(path).readlines()
    return "", "EmpaticaE4", e4_samples(lines), e4_samples(lines) / float(lines[1].split(",")[0])


with open(os.path.join(os.path.dirname(__file__), "recordings.csv"), "w", newline="") as out:
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(["file", "hz", "what", "count", "seconds"])
    for folder in FOLDERS:
        for path in sorted(glob.glob(os.path.join(ROOT, folder, "**"), recursive=True)):
            if os.path.isfile(path):
                name = os.path.relpath(path, ROOT).replace(os.sep, "/")
                hz, what, count, seconds = row(name)
                writer.writerow([name, hz, what, count, seconds if seconds == "" else f"{seconds:.6f}"])
