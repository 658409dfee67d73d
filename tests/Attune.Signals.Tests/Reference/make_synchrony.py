"""Expected synchrony of two made series, by numpy: run as  python3 make_synchrony.py > synchrony.csv

first  a(i) = sin(i / 9) + .6 sin(i / 23 + 1) + ((7919 i) mod 13 - 6) / 20, second b(i) = .8 a(i - 7) + cos(i / 31) + ((104729 i) mod 17 - 8) / 15
(i - 7 below 0 taken as it stands in the formula), 900 samples at 4 a second. Every correlation is numpy's corrcoef of two slices.
Made with numpy 1.24.
"""
import numpy as np

RATE, SAMPLES = 4, 900


def first(i):
    return np.sin(i / 9) + .6 * np.sin(i / 23 + 1) + ((7919 * i) % 13 - 6) / 20


def second(i):
    return .8 * first(i - 7) + np.cos(i / 31) + ((104729 * i) % 17 - 8) / 15


def table(a, b, window, step, lag, second_moves):
    tail = 2 * lag if second_moves else lag
    rows = []
    for start in range(0, SAMPLES - window - tail + 1, step):
        row = []
        for k in range(-lag, lag + 1):
            at_a, at_b = (start + lag, start + lag + k) if second_moves else (start + max(0, -k), start + max(0, k))
            row.append(np.arctanh(np.corrcoef(a[at_a:at_a + window], b[at_b:at_b + window])[0, 1]))
        rows.append(row)
    return np.array(rows)


def summary(z, lag):
    yield 'mean', z.mean()
    yield 'zero', z[:, lag].mean()
    yield 'first', z[:, lag + 1:].mean()
    yield 'second', z[:, :lag].mean()
    yield 'best', (z.argmax(axis=1) - lag).mean() / RATE


print('case,part,measure,value')
i = np.arange(SAMPLES)
for case, window, step, lag, second_moves in (('later', 120, 40, 20, False), ('second', 120, 40, 20, True), ('short', 12, 12, 6, False), ('zero', 40, 40, 0, True)):
    z = table(first(i), second(i), window, step, lag, second_moves)
    print(f'{case},signed,windows,{len(z)}')
    for part, values in (('signed', z), ('absolute', np.abs(z))):
        for measure, value in summary(values, lag):
            if not np.isnan(value):
                print(f'{case},{part},{measure},{float(value)!r}')
    for place, value in enumerate(z.mean(axis=0)):
        print(f'{case},profile,{place},{float(value)!r}')
