#!/usr/bin/env python3
"""Compares `rembuk evaluate`, `score` and `compare` with the second implementation on random cases.

  python3 tests/reference/compare.py BIN [--cases N] [--seed S] [--keep DIR]

Integers must be equal, reals agree to 1e-9 relative. Prints "N passed, M failed"; the status is
other than 0 if anything failed. --keep writes the directory of the first failing case to DIR.
"""

import argparse
import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

sys.dont_write_bytecode = True
import attribution
import cases
import model
import report

HERE = os.path.dirname(os.path.abspath(__file__))


def differences(ours, theirs, place=""):
    """Where two JSON values differ, as sentences."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if list(ours) != list(theirs):
            return [f"{place}: keys {list(theirs)} instead of {list(ours)}"]
        return [d for k in ours for d in differences(ours[k], theirs[k], f"{place}.{k}")]
    if isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            return [f"{place}: {len(theirs)} items instead of {len(ours)}: {theirs} / {ours}"]
        return [d for k, pair in enumerate(zip(ours, theirs)) for d in differences(*pair, f"{place}[{k}]")]
    if isinstance(ours, float) and isinstance(theirs, (int, float)) and not isinstance(theirs, bool):
        if abs(ours - theirs) <= 1e-9 * max(abs(ours), abs(theirs)) or abs(ours - theirs) < 1e-12:
            return []
    elif type(ours) is type(theirs) and ours == theirs:
        return []
    elif isinstance(ours, int) and isinstance(theirs, float) and ours == theirs:
        return []
    return [f"{place}: {theirs!r} instead of {ours!r}"]


def run(binary, *words):
    done = subprocess.run([binary, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"rembuk {' '.join(words)} ended with {done.returncode}: {done.stderr[-600:]}")
    return done.stdout


def read_plan(directory, name):
    return {r["nip"]: r["jabatan_kode_baru"] for r in model.rows(directory, name)}


def compare_scores(binary, directory, world):
    pairs = [(i, j) for i in world.people for j in world.posts]
    file = os.path.join(directory, "pairs.csv")
    with open(file, "w", encoding="utf-8") as f:
        f.write("nip,jabatan_kode\n" + "".join(f"{i},{j}\n" for i, j in pairs))
    rows = list(csv.DictReader(io.StringIO(run(binary, "score", directory, "--pairs", file))))
    if len(rows) != len(pairs):
        return [f"score: {len(rows)} rows instead of {len(pairs)}"]
    wrong = []
    for (i, j), row in zip(pairs, rows):
        ours = {"nip": i, "jabatan_kode": j, **report.score_row(world, i, j)}
        theirs = {k: type(ours[k])(row[k]) if k in ours and row[k] != "" else row[k] for k in row}
        wrong += differences(ours, theirs, f"score {i} {j}")
    return wrong


def compare_case(binary, directory, draws):
    settings = model.load_settings(directory)
    world = model.World(directory, settings["reference_date"], settings["between_governments"], settings["parameters"])
    wrong = compare_scores(binary, directory, world)
    reports = {}
    for name in ("", "a.csv", "b.csv"):
        plan = read_plan(directory, name) if name else {}
        words = ["--plan", os.path.join(directory, name)] if name else []
        reports[name] = report.report(world, plan, draws)
        theirs = json.loads(run(binary, "evaluate", directory, "--json", *words))
        wrong += differences(reports[name], theirs, f"evaluate {name or 'status quo'}")
    return wrong + compare_plans(binary, directory, world, reports)


def compare_plans(binary, directory, world, reports):
    words = [w for name in ("a.csv", "b.csv") for w in ("--plan", os.path.join(directory, name))]
    text = run(binary, "compare", directory, "--json", *words)
    wrong = differences(reports["a.csv"], json.loads(text)["a"], "compare A") + differences(reports["b.csv"], json.loads(text)["b"], "compare B")
    plans = [read_plan(directory, name) for name in ("a.csv", "b.csv")]
    exact = json.loads(text, parse_float=Decimal)
    return wrong + attribution.unequal(world, *plans, [reports["a.csv"], reports["b.csv"]], exact)


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("binary")
    words.add_argument("--cases", type=int, default=40)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--keep")
    asked = words.parse_args()
    draws = model.parameter_draws(os.path.join(HERE, "parameter_draws.csv"))
    passed = failed = 0
    for k in range(asked.cases):
        with tempfile.TemporaryDirectory() as directory:
            cases.make(directory, random.Random(f"{asked.seed}/{k}"))
            try:
                wrong = compare_case(asked.binary, directory, draws)
            except (RuntimeError, ValueError) as error:
                wrong = [str(error)]
            if wrong and asked.keep and not failed:
                shutil.copytree(directory, asked.keep, dirs_exist_ok=True)
        passed, failed = passed + (not wrong), failed + bool(wrong)
        for line in wrong[:8] if failed < 4 else []:
            print(f"case {asked.seed}/{k}: {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
