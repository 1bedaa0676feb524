// The server is killed under load, again and again: what it acknowledged is there afterwards, once.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {after, before, test} from 'node:test';
import {answerFrame, person, receiptVersion} from '../browser/support/frames.mjs';
import {startServer} from '../browser/support/server.mjs';

const rounds = process.env.REMBUK_FULL ? 50 : 5;
let server;
before(async () => { server = await startServer({employees: 300, web: '/nonexistent'}); });
after(async () => { await server?.stop(); });

/** Sends changes until the server is gone; keeps what was acknowledged and what hangs in the air. */
async function load(writer, running) {
  while (running.on) {
    const key = randomBytes(16);
    const stance = writer.sent++ % 3;
    writer.open = {key, stance, basedOn: writer.version};
    try {
      const {status, frame} = await writer.person.call('PUT', '/api/v1/me/answer', answerFrame(writer.open));
      assert.equal(status, 200);
      assert.equal(receiptVersion(frame), writer.version + 1);
      writer.version += 1;
      writer.last = {...writer.open, receipt: frame};
      writer.acknowledged++;
      writer.open = null;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return; // the connection broke
    }
  }
}

/** Version and stance of a person's stored answer: a receipt (version, time, code), then the answer. */
async function own(person) {
  const {status, frame} = await person.call('GET', '/api/v1/me/answer');
  assert.equal(status, 200);
  let at = 18;
  for (let text = 0; text < 2; ++text) at += 4 + frame.readUInt32LE(at);
  return {version: frame.readUInt32LE(14), stance: frame[at + 20]};
}

test(`${rounds} times kill −9 under load: no acknowledged answer is lost, none is there twice`, async () => {
  const people = await server.invite(8);
  const writers = [];
  for (const {link} of people) {
    const one = await person(server, link);
    writers.push({person: one, version: (await own(one)).version, sent: 0, acknowledged: 0, open: null, last: null});
  }
  for (let round = 0; round < rounds; ++round) {
    const before = writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
    const running = {on: true};
    const loads = Promise.allSettled(writers.map(writer => load(writer, running)));
    await new Promise(done => setTimeout(done, 100 + Math.random() * 300));
    const crashed = server.crash();
    running.on = false;
    await crashed;
    for (const {reason} of await loads) if (reason) throw reason;
    assert.ok(writers.reduce((sum, writer) => sum + writer.acknowledged, 0) > before, 'there was load');
    for (const writer of writers) {
      // What was acknowledged last is acknowledged again with the same receipt: it is there.
      if (writer.last) {
        const again = await writer.person.call('PUT', '/api/v1/me/answer', answerFrame(writer.last));
        assert.equal(again.status, 200);
        if (!writer.open) assert.deepEqual(again.frame, writer.last.receipt);
        assert.equal(receiptVersion(again.frame), writer.version);
      }
      // The stored version is the acknowledged one or, if one hung in the air, that one: never further.
      const stored = (await own(writer.person)).version;
      const most = writer.version + (writer.open ? 1 : 0);
      assert.ok(stored >= writer.version && stored <= most, `version ${stored} is not from ${writer.version} to ${most}`);
      // Sent again with its own key, what hung in the air counts once.
      if (writer.open) {
        const {status, frame} = await writer.person.call('PUT', '/api/v1/me/answer', answerFrame(writer.open));
        assert.equal(status, 200);
        assert.equal(receiptVersion(frame), writer.version + 1);
        writer.version += 1;
        writer.last = {...writer.open, receipt: frame};
        writer.open = null;
      }
      const now = await own(writer.person);
      assert.equal(now.version, writer.version);
      if (writer.last) assert.equal(now.stance, writer.last.stance);
    }
  }
  console.log(`${writers.reduce((sum, writer) => sum + writer.acknowledged, 0)} answers were acknowledged in ${rounds} rounds`);
});
