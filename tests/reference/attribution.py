"""The attributed difference of two plans, from the description (see model.py), in exact fractions."""

from fractions import Fraction

from model import CRITERIA, ONE, logistic
from report import central, half_up


def chances(b, delta, stays, load):
    eta = b["b1"] * delta / 1000 - (b["b2"] if stays else 0) - b["b3"] * load / 5
    reject, accept = half_up(logistic(b["t1"] - eta)), half_up(1 - logistic(b["t2"] - eta))
    return accept, max(0, ONE - accept - reject), reject


def satisfaction_sum(world, a, b):
    parts = {name: Fraction(0) for name in ("total", *CRITERIA, "bonus", "rounding")}
    for i, j, k in changed(world, a, b):
        before, after, w = world.values(i, j), world.values(i, k), world.weights(i)
        own = {c: Fraction(7500 * w[c] * (after[c] - before[c]), 10**8) for c in CRITERIA}
        own["bonus"] = Fraction(world.bonus(i, k) - world.bonus(i, j))
        own["total"] = Fraction(world.s(i, k) - world.s(i, j))
        own["rounding"] = own["total"] - sum(own[c] for c in (*CRITERIA, "bonus"))
        for name, value in own.items():
            parts[name] += value
    return parts


def changed(world, a, b):
    for i in world.people:
        j, k = a.get(i, world.cur(i)), b.get(i, world.cur(i))
        if j != k:
            yield i, j, k


def one_order(world, par, a, b):
    """Parts of the change of (accept, conditional, object) in units of 2^-20, from a to b."""
    parts = {name: [0, 0, 0] for name in ("asked", "satisfaction", "stance", "concerns")}

    def step(name, old, new):
        parts[name] = [x + n - o for x, o, n in zip(parts[name], old, new)]

    for i, j, k in changed(world, a, b):
        stays = world.answers.get(i, {}).get("sikap") == "tetap"
        case = lambda post: (world.d(i, post), stays, world.load(i, post)) if post != world.cur(i) else (0, False, 0)
        (d0, s0, l0), (d1, s1, l1) = case(j), case(k)
        if j == world.cur(i):
            step("asked", (0, 0, 0), chances(par, 0, False, 0))
        step("satisfaction", chances(par, d0, s0, l0), chances(par, d1, s0, l0))
        step("stance", chances(par, d1, s0, l0), chances(par, d1, s1, l0))
        step("concerns", chances(par, d1, s1, l0), chances(par, d1, s1, l1))
        if k == world.cur(i):
            step("asked", chances(par, 0, False, 0), (0, 0, 0))
    return parts


def difference(world, a, b):
    par = central(world.parameters)
    there, back = one_order(world, par, a, b), one_order(world, par, b, a)
    acceptance = {}
    for which, name in enumerate(("accept", "conditional", "object")):
        parts = {p: Fraction(there[p][which] - back[p][which], 2 * ONE) for p in there}
        acceptance[name] = {"total": sum(parts.values()), **parts}
    return {
        "people_placed_differently": sum(1 for _ in changed(world, a, b)),
        "moved": len(b) - len(a),
        "satisfaction_sum": satisfaction_sum(world, a, b),
        "acceptance": acceptance,
    }


def unequal(world, a, b, reports, text):
    """What is wrong in the JSON document of `compare`, as sentences. Its reals were read as Decimal:
    the parts of the satisfaction are exact decimals, those of the acceptance exact doubles."""
    wrong = []

    def same(ours, theirs, place):
        if isinstance(ours, dict):
            if list(ours) != list(theirs):
                wrong.append(f"{place}: keys {list(theirs)} instead of {list(ours)}")
                return
            for key in ours:
                same(ours[key], theirs[key], f"{place}.{key}")
        elif Fraction(ours) not in (Fraction(theirs), Fraction(float(theirs))):
            wrong.append(f"{place}: {theirs} instead of {float(ours)}")

    found = text["difference"]
    same(difference(world, a, b), found, "difference")
    for name, index in (("accept", 0), ("conditional", 1), ("object", 2)):
        change = Fraction(reports[1]["acceptance"][name]["mean"]) - Fraction(reports[0]["acceptance"][name]["mean"])
        same(change, found["acceptance"][name]["total"], f"difference of the reports, {name}")
    parts = found["satisfaction_sum"]
    same(Fraction(parts["total"]), sum(Fraction(v) for k, v in parts.items() if k != "total"), "sum of the parts")
    return wrong
