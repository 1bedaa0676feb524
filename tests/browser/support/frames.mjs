// The wire's frames from JavaScript, for tests that speak to the server without a page.
const types = {signIn: 1, problem: 3, answer: 6, receipt: 7, release: 9, generate: 12, correction: 24};

class Writer {
  parts = [];
  number(value, bytes) {
    const part = Buffer.alloc(bytes);
    part.writeUIntLE(value, 0, bytes);
    this.parts.push(part);
    return this;
  }
  text(value) {
    const part = Buffer.from(value, 'utf8');
    this.number(part.length, 4).parts.push(part);
    return this;
  }
  frame(type) {
    const body = Buffer.concat(this.parts);
    const head = new Writer();
    head.parts.push(Buffer.from('RMBK'));
    head.number(1, 2).number(types[type], 2).number(1, 2).number(body.length, 4);
    return Buffer.concat([...head.parts, body]);
  }
}

export const signInFrame = code => new Writer().text(code).frame('signIn');

export const generateFrame = (policy, seed = 1) => new Writer().text(policy).number(seed, 4).number(0, 4).frame('generate');

export function answerFrame({key, basedOn = 0, stance = 1, wishes = [], criteria = [], track = -1, concerns = []}) {
  const out = new Writer();
  out.parts.push(key);
  out.number(basedOn, 4).number(stance, 1).number(wishes.length, 4);
  for (const wish of wishes) out.text(wish);
  out.number(criteria.length, 4);
  for (const criterion of criteria) out.number(criterion, 1);
  out.number(track & 255, 1).number(concerns.length, 4);
  for (const {category, intensity, help = ''} of concerns) out.number(category, 1).number(intensity, 1).text(help);
  return out.frame('answer');
}

/** `facts`: bit k for the k-th fact; none takes the report back. */
export function correctionFrame({key, basedOn = 0, facts = 0, text = ''}) {
  const out = new Writer();
  out.parts.push(key);
  return out.number(basedOn, 4).number(facts, 2).text(text).frame('correction');
}

export const frameType = frame => Object.keys(types).find(name => types[name] === frame.readUInt16LE(6)) ?? frame.readUInt16LE(6);
export const problemCode = frame => frame.toString('utf8', 18, 18 + frame.readUInt32LE(14));
export const receiptVersion = frame => frame.readUInt32LE(14);
export const releaseNumber = frame => frame.readUInt32LE(14);

/** A signed-in person without a page: {status, frame} for each call. */
export async function person(server, link) {
  let cookie = '';
  async function call(method, path, body) {
    const response = await fetch(server.url + path, {method, body, headers: {cookie, origin: server.url}});
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0];
    return {status: response.status, frame: Buffer.from(await response.arrayBuffer()), headers: response.headers};
  }
  const signedIn = await call('POST', '/api/v1/session', signInFrame(link.split('#c=')[1]));
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.status} ${problemCode(signedIn.frame)}`);
  return {call, get cookie() { return cookie; }};
}

/** Invitations of n people who have not answered yet: some of the province's have. */
export async function newcomers(server, n) {
  const found = [];
  for (const one of await server.invite(8 * n + 100)) {
    const own = await (await person(server, one.link)).call('GET', '/api/v1/me/answer');
    if (receiptVersion(own.frame) === 0) found.push(one);
    if (found.length === n) return found;
  }
  throw new Error(`only ${found.length} of ${n} people have not answered`);
}
