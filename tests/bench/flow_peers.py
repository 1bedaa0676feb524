"""`rembuk flow` on random DIMACS networks beside scipy's HiGHS on the same linear programme.

    python3 tests/bench/flow_peers.py build/bin/rembuk [--large]

Networks in the manner of gridgen and netgen: lower bounds, negative costs and cycles, nodes without
supply, parallel arcs, rings. Prints value and processor seconds of both; ends with 1 if values differ.
--large: some 100,000 arcs, without the peer.
"""
import json
import random
import resource
import subprocess
import sys
import tempfile
import time


def network(kind, nodes, arcs, seed):
    """Supplies by node and arcs (from, to, lower, upper, cost); nodes count from 1."""
    r = random.Random(seed)
    made = []
    ring = list(range(1, nodes + 1))
    r.shuffle(ring)
    for at in range(nodes):  # a way from everywhere to everywhere
        made.append((ring[at], ring[(at + 1) % nodes], 0, 10**6, r.randint(1, 10000)))
    if kind == 'grid':
        width = int(nodes ** 0.5)
        for v in range(1, nodes + 1):
            for to in ([v + 1] if v % width else []) + [v + width, v - width]:
                if 1 <= to <= nodes:
                    made.append((v, to, 0, r.randint(1, 100), r.randint(-20, 1000)))
    while len(made) < arcs:
        a = r.randint(1, nodes)
        b = a if r.random() < 0.01 else r.randint(1, nodes)
        low = r.choice([0, 0, 0, r.randint(0, 5)])
        high = low + r.randint(0, 1000)
        cost = r.randint(-10000 if kind == 'cycles' else -50, 10000)
        made.append((a, b, low, high, cost))
        if r.random() < 0.02:
            made.append((a, b, low, high + 3, cost - 5))
    supply = [0] * (nodes + 1)
    for _ in range(max(2, nodes // 20)):
        amount = r.randint(1, 30)
        supply[r.randint(1, nodes)] += amount
        supply[r.randint(1, nodes)] -= amount
    return supply, made


def by_rembuk(program, supply, arcs):
    with tempfile.NamedTemporaryFile('w', suffix='.min') as file:
        file.write(f'p min {len(supply) - 1} {len(arcs)}\n')
        file.writelines(f'n {v} {amount}\n' for v, amount in enumerate(supply) if amount)
        file.writelines('a %d %d %d %d %d\n' % arc for arc in arcs)
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        out = subprocess.run([program, 'flow', file.name, '--json'], stdout=subprocess.PIPE, check=False)
        return json.loads(out.stdout)['value'], resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def by_highs(supply, arcs):
    import numpy
    from scipy.optimize import linprog
    from scipy.sparse import coo_matrix
    a = numpy.array(arcs, dtype=numpy.int64)
    m = len(a)
    ones, at = numpy.ones(m), numpy.arange(m)
    rows = numpy.concatenate((a[:, 0] - 1, a[:, 1] - 1))
    balance = coo_matrix((numpy.concatenate((ones, -ones)), (rows, numpy.concatenate((at, at)))),
                         shape=(len(supply) - 1, m)).tocsr()
    began = time.process_time()
    found = linprog(a[:, 4], A_eq=balance, b_eq=supply[1:], bounds=a[:, 2:4], method='highs')
    return round(found.fun) if found.status == 0 else None, time.process_time() - began


large = '--large' in sys.argv
sizes = [(20000, 100000), (50000, 100000), (5000, 100000)] if large else [(200, 2000), (1000, 6000), (2500, 15000)]
wrong = 0
for seed, (nodes, count) in enumerate(sizes):
    for kind in ('grid', 'net', 'cycles'):
        supply, arcs = network(kind, nodes, count, seed)
        value, seconds = by_rembuk(sys.argv[1], supply, arcs)
        line = f'{kind} {nodes} nodes, {len(arcs)} arcs: {value}, rembuk {seconds:.2f} s'
        if not large:
            other, peer = by_highs(supply, arcs)
            wrong += other != value
            line += f', HiGHS {peer:.2f} s{"" if other == value else f" BUT {other}"}'
        print(line, flush=True)
sys.exit(wrong > 0)
