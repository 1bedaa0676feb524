// A line between a browser and the server that breaks where a test says: on real sockets, so that the
// browser keeps its caches, which it does not while its requests are intercepted.
import http from 'node:http';

/**
 * Listens on 127.0.0.1 and passes on to `to()`, an origin. For each answer that is sent `trouble()` says
 * 'lost' (it never arrives), 'unheard' (its reply does not come back) or ''. → {origin, close()}
 */
export async function breakingLine(to, trouble) {
  const agent = new http.Agent({keepAlive: true});
  const line = http.createServer((request, response) => {
    const sent = request.method === 'PUT' && request.url === '/api/v1/me/answer';
    const how = sent ? trouble() : '';
    if (how === 'lost') return request.socket.destroy();
    const {hostname, port} = new URL(to());
    const {method, url: path, headers} = request;
    const onward = http.request({hostname, port, method, path, headers, agent}, reply => {
      if (how === 'unheard') return reply.resume().on('end', () => request.socket.destroy());
      response.writeHead(reply.statusCode, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  });
  await new Promise(done => line.listen(0, '127.0.0.1', done));
  return {origin: `http://127.0.0.1:${line.address().port}`, close: () => {
    line.closeAllConnections();
    line.close();
    agent.destroy();
  }};
}
