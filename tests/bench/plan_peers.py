"""scipy's sparse assignment on a network of bench_plan: a post becomes one column per seat.

    python3 plan_peers.py FILE [REPEAT]    prints value, median, least and most processor seconds
"""
import statistics
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

with open(sys.argv[1]) as file:
    members, posts = map(int, file.readline().split())
    numbers = numpy.array(file.read().split(), dtype=numpy.int64)
seats, arcs = numbers[:posts], numbers[posts:].reshape(-1, 3)
first = numpy.concatenate(([0], numpy.cumsum(seats)))
copies = seats[arcs[:, 1]]
rows = numpy.repeat(arcs[:, 0], copies)
columns = numpy.concatenate([numpy.arange(first[j], first[j + 1]) for j in arcs[:, 1]])
costs = numpy.repeat(10001 - arcs[:, 2], copies)  # positive: a zero would be no arc
graph = csr_matrix((costs, (rows, columns)), shape=(members, int(first[-1])))
times = []
for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 3):
    began = time.process_time()
    row, column = min_weight_full_bipartite_matching(graph)
    times.append(time.process_time() - began)
value = 10001 * members - int(graph[row, column].sum())
print(f'scipy: value {value}, {len(costs)} arcs, {statistics.median(times):.3f} s '
      f'({min(times):.3f} to {max(times):.3f})')
