// A weak connection between a browser and a server on this machine, for everything that passes, the
// service worker's own requests included: so many bits a second shared by all connections, half the
// round trip in each direction, one round trip more for a new connection.
import net from 'node:net';

/** → {port, close()}; a function of the port gives the server's, which may start later. */
export async function slowLine({bits, roundTrip}) {
  let free = 0; // the moment at which the line has sent what it was given
  let target = 0;
  const sockets = new Set();
  const server = net.createServer(near => {
    const far = net.connect(target, '127.0.0.1');
    const opened = performance.now() + roundTrip;
    const pass = (from, to, rate) => {
      from.on('data', data => {
        from.pause();
        const now = Math.max(performance.now(), opened);
        if (rate) free = Math.max(free, now) + data.length * 8 * 1000 / bits;
        const at = (rate ? free : now) + roundTrip / 2;
        setTimeout(() => to.writable && to.write(data), at - performance.now());
        setTimeout(() => from.resume(), (rate ? free : now) - performance.now());
      });
      from.on('end', () => setTimeout(() => to.end(), Math.max(0, free - performance.now()) + roundTrip));
      from.on('error', () => to.destroy());
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('close', () => sockets.delete(socket));
    }
    far.on('error', () => near.destroy());
    near.on('error', () => far.destroy());
    pass(near, far, false);
    pass(far, near, true);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {port: server.address().port, to(port) { target = port; }, close() {
    for (const socket of sockets) socket.destroy();
    server.close();
  }};
}
