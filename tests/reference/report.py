"""Acceptance and the report of a plan, from the description (see model.py)."""

import math

from model import CATEGORIES, ONE, logistic

Z80 = 1.2815515655446004


def central(p):
    x, y, z = p["of_ten"]
    return {
        "b1": math.log(p["odds_per_1000_points"]),
        "b2": math.log(p["odds_stay"]),
        "b3": math.log(p["odds_concern"]),
        "t1": math.log(z / (10 - z)),
        "t2": math.log((y + z) / (10 - y - z)),
    }


def drawn(p, z):
    c, sigma = central(p), math.sqrt(20 / p["worth_answers"])
    out = {name: c[name] * math.exp(0.25 * sigma * z[k]) for k, name in enumerate(("b1", "b2", "b3"))}
    out["t1"] = c["t1"] + 0.5 * sigma * z[3]
    out["t2"] = c["t2"] + 0.5 * sigma * z[3]
    return out


def half_up(x):
    return math.floor(x * ONE + 0.5)


def answer_chances(world, b, i, j, shift=0.0):
    """(accept, conditional, object) in units of 2^-20."""
    stays = world.answers.get(i, {}).get("sikap") == "tetap"
    eta = b["b1"] * world.d(i, j) / 1000 - (b["b2"] if stays else 0) - b["b3"] * world.load(i, j) / 5 + shift
    reject = half_up(logistic(b["t1"] - eta))
    accept = half_up(1 - logistic(b["t2"] - eta))
    return accept, max(0, ONE - accept - reject), reject


def mean(values):
    return sum(values) / len(values) if values else 0.0


def satisfaction_part(world, plan):
    held = {i: plan.get(i, world.cur(i)) for i in world.people}
    x = sorted(world.s(i, j) for i, j in held.items())
    n = len(x)
    middle = x[n // 2] if n % 2 else (x[n // 2 - 1] + x[n // 2]) / 2
    spread = sum(abs(a - b) for a in x for b in x)
    return {
        "mean": mean(x),
        "median": middle,
        "worst_tenth_mean": mean(x[: -(-n // 10)]),
        "min": x[0],
        "gini": spread / (2 * n * n * mean(x)) if sum(x) else 0.0,
        "mean_moved": mean([world.s(i, j) for i, j in plan.items()]),
    }


def acceptance_part(world, plan, draws):
    b = central(world.parameters)
    fans = [drawn(world.parameters, z) for z in draws]
    out = {"asked": len(plan)}
    now = {i: answer_chances(world, b, i, j) for i, j in plan.items()}
    then = [{i: answer_chances(world, fan, i, j) for i, j in plan.items()} for fan in fans]
    for k, name in enumerate(("accept", "conditional", "object")):
        m = sum(p[k] for p in now.values()) / ONE
        own = sum(p[k] / ONE * (1 - p[k] / ONE) for p in now.values())
        sums = [sum(p[k] for p in draw.values()) / ONE for draw in then]
        variance = own + sum((s - mean(sums)) ** 2 for s in sums) / len(sums)
        half = Z80 * math.sqrt(variance)
        out[name] = {"mean": m, "low80": min(max(m - half, 0), len(plan)), "high80": min(max(m + half, 0), len(plan))}
    silent = [i for i in plan if i not in world.answers]
    others = sum(now[i][0] for i in plan if i in world.answers)
    out["nonrespondents"] = len(silent)
    out["accept_if_none_of_them"] = others / ONE
    out["accept_if_all_of_them"] = others / ONE + len(silent)
    for name, shift in (("half", -math.log(2)), ("double", math.log(2))):
        theirs = sum(answer_chances(world, b, i, plan[i], shift)[0] for i in silent)
        out[f"accept_if_{name}_odds"] = (others + theirs) / ONE
    return out


def covered(world, held):
    heads, points = 0, 0
    for j in world.posts:
        best = sorted((world.competence(i, j) for i in held if held[i] == j), reverse=True)[: world.need(j)]
        heads += len(best)
        points += sum(best)
    return heads, points / 10000


def report(world, plan, draws):
    now = {i: world.cur(i) for i in world.people}
    before, after = covered(world, now), covered(world, {**now, **plan})
    wishes = [world.wish(i, j) for i, j in plan.items()]
    gains = [world.d(i, j) for i, j in plan.items()]
    touched = {c: [] for c in CATEGORIES}
    for i, j in plan.items():
        for c in world.triggered(i, j):
            touched[c].append(world.concerns[i][c])
    return {
        "schema": 1,
        "employees": len(world.people),
        "answered": len(world.answers),
        "moved": len(plan),
        "satisfaction": satisfaction_part(world, plan),
        "moved_better": sum(g > 0 for g in gains),
        "moved_equal": sum(g == 0 for g in gains),
        "moved_worse": sum(g < 0 for g in gains),
        "wish": {"first": sum(w == 1 for w in wishes), "top3": sum(w in (1, 2, 3) for w in wishes), "any": sum(w is not None for w in wishes)},
        "acceptance": acceptance_part(world, plan, draws),
        "concerns": [{"category": c, "people": len(touched[c]), "intensity_sum": sum(touched[c])} for c in CATEGORIES],
        "need": {
            "heads_needed": sum(world.need(j) for j in world.posts),
            "heads_covered_before": before[0],
            "heads_covered_after": after[0],
            "competence_covered_before": before[1],
            "competence_covered_after": after[1],
        },
        "violations": [{"rule": r, "people": n} for r, n in world.violations(plan)],
    }


def score_row(world, i, j):
    """The columns of `rembuk score` after nip and jabatan_kode."""
    v, rule = world.values(i, j), world.rule(i, j)
    row = {"eligible": "tidak" if rule else "ya", "rule": rule, **{c: v[c] for c in v}}
    row.update(base=world.base(i, j), bonus=world.bonus(i, j), satisfaction=world.s(i, j), delta=world.d(i, j))
    row.update(load_num=world.load(i, j), load_den=5)
    if j == world.cur(i):
        return {**row, "p_accept": "", "p_conditional": "", "p_object": ""}
    chances = answer_chances(world, central(world.parameters), i, j)
    return {**row, **{f"p_{name}": p / ONE for name, p in zip(("accept", "conditional", "object"), chances)}}
