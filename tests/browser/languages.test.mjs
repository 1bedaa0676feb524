// Every screen and state of the employee's journey in both languages: nothing of the other one is left on
// it, and nothing is wider than 320 pixels. Pictures at four looks with REMBUK_PICTURES or in the full set.
import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {texts as textsOf} from '../../web/page/codes.mjs';
import {newcomers, person} from './support/frames.mjs';
import {heading} from './support/hands.mjs';
import {holds, idle, launch, opened, root, shot, sizes} from './support/pages.mjs';
import {province, published, startServer} from './support/server.mjs';

const languages = ['id', 'en'];
const pictures = process.env.REMBUK_PICTURES || process.env.REMBUK_FULL;
const texts = Object.fromEntries(languages.map(language => [language, Object.assign({}, ...['common', 'employee'].map(part =>
  textsOf(root, part, language)))]));
// Words that no name of a post or an office has.
const only = {id: /\b(yang|tidak|bukan|Anda|adalah|untuk|dengan|akan|sudah|belum|dapat)\b/, en: /\b(the|your|and|not|you|with|from|is|are)\b/};
let data, server, browser, people;
before(async () => {
  data = await province({employees: 600});
  server = await startServer({data, ...(process.env.REMBUK_WEB && {web: process.env.REMBUK_WEB})});
  browser = await launch();
  people = await newcomers(server, 5);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  if (data) rmSync(data, {recursive: true, force: true});
});

/** All that the screen says, names of fields and descriptions included. */
const said = page => page.evaluate(() => {
  const all = [document.title];
  for (const one of document.querySelectorAll('#mirror *')) {
    for (const name of ['aria-label', 'aria-description', 'placeholder', 'title']) all.push(one.getAttribute(name));
    for (const child of one.childNodes) if (child.nodeType === Node.TEXT_NODE) all.push(child.data);
  }
  return [...new Set(all.map(text => text?.trim()).filter(Boolean))];
});
function foreign(language, all) {
  const other = languages.find(one => one !== language), own = new Set(Object.values(texts[language]));
  const theirs = new Set(Object.values(texts[other]).filter(text => text.length > 3 && !text.includes('{') && !own.has(text)));
  return all.filter(text => theirs.has(text) || only[other].test(text));
}

/** One person's page in one language: `t` is its catalogue. */
async function visit(language, link, options = {}) {
  const page = await opened(browser, link, {colorScheme: 'light', ...options,
    prepare: context => context.addInitScript(one => localStorage.setItem('rembuk.language', one), language)});
  const t = (key, places = {}) => texts[language][key].replace(/\{(\w+)\}/g, (_, name) => places[name]);
  const named = (role, key) => page.getByRole(role, {name: t(key), exact: role !== 'radio' && role !== 'checkbox'});
  const act = async locator => {
    await locator.first().waitFor({state: 'attached', timeout: 60_000});
    await locator.first().evaluate(one => one.click());
    await idle(page);
  };
  return {page, t,
    press: (key, role = 'button') => act(named(role, key)),
    door: key => act(page.getByRole('button', {name: t(key)})),
    type: async (key, text) => {
      await page.getByLabel(t(key), {exact: true}).first().fill(text);
      await idle(page);
    },
    title: async key => {
      await heading(page, t(key));
      await idle(page);
    },
    shows: async key => {
      await page.getByText(t(key)).first().waitFor({state: 'attached', timeout: 60_000});
      await idle(page);
    },
    async look(step) {
      await idle(page);
      assert.deepEqual(foreign(language, await said(page)), [], `${step}, ${language}`);
      await page.setViewportSize({width: 320, height: 640});
      await page.waitForFunction(() => [...document.querySelectorAll('.main .n, .dialog .n')].every(one => one.getBoundingClientRect().right <= innerWidth + 1),
        null, {timeout: 20_000, polling: 100}).catch(error => { throw new Error(`wider than 320 pixels: ${step}, ${language}`, {cause: error}); });
      if (pictures) {
        const name = `language-${language}-${step}`;
        await shot(page, `${name}-narrow`);
        await page.setViewportSize(sizes.laptop.viewport);
        await shot(page, `${name}-laptop`);
        await page.setViewportSize(sizes.phone.viewport);
        await shot(page, `${name}-light`);
        await page.emulateMedia({colorScheme: 'dark'});
        await shot(page, `${name}-dark`);
        await page.emulateMedia({colorScheme: 'light'});
      }
      await page.setViewportSize(sizes.phone.viewport);
      await idle(page);
    },
  };
}

for (const [at, language] of languages.entries())
  test(`the journey, and what may come between: ${language}`, {timeout: 400_000}, async () => {
    const {page, t, press, door, type, title, shows, look} = await visit(language, people[at].link);
    await title('welcome.title');
    await look('welcome');
    await press('welcome.start');
    await title('profile.title');
    await look('profile');
    await press('next');
    await title('wishes.title');
    await type('wishes.search', 'kota jambi');
    await page.getByRole('option').first().waitFor({state: 'attached'});
    await look('search');
    await page.getByRole('option').first().evaluate(one => one.click());
    await idle(page);
    await press('wishes.way_map', 'tab');
    await look('map');
    await press('wishes.way_list', 'tab');
    await look('list');
    await press('next');
    await title('criteria.title');
    await press('criteria.ranked', 'radio');
    await look('criteria');
    await press('next');
    await title('stance.title');
    await press('next');
    await shows('problem.stance_missing');
    await look('stance-fault');
    await press('stance.move', 'radio');
    await look('stance');
    await press('next');
    await title('concerns.title');
    await press('concern.K01', 'checkbox');
    await press('concern.K03', 'checkbox');
    await look('concerns');
    await press('next');
    await title('review.title');
    await look('review');
    await page.context().setOffline(true);
    await press('send');
    await title('receipt.waiting_title');
    await look('waiting');
    await page.context().setOffline(false);
    await title('receipt.received_title');
    await look('receipt');
    await press('receipt.change');
    await title('wishes.title');
    await page.getByRole('list', {name: t('wishes.list')}).getByRole('button').last().evaluate(one => one.click());
    await idle(page);
    await look('wishes-empty');
    for (const back of ['profile.title', 'receipt.received_title']) {
      await press('back');
      await title(back);
    }
    await shows('receipt.unsent');
    await look('unsent');
    await press('sign_out');
    await shows('question.leave.title');
    await look('question-leave');
    await press('question.no');
    await press('withdraw.button');
    await shows('question.withdraw.title');
    await look('question-withdraw');
    await press('question.withdraw.yes');
    await title('receipt.withdrawn_title');
    await look('withdrawn');
    await door('access.title');
    await shows('access.entrances');
    await look('access');
    await press('back');
    await title('receipt.withdrawn_title');
    await door('pin.choose');
    await title('pin.choose');
    await type('pin.field', '2580');
    await press('pin.save');
    await shows('problem.pin_differs');
    await look('pin');
    await press('back');
    await door('note.title');
    await title('note.title');
    await type('note.field', 'NIP 198504122010011003, 0812-3456-7890');
    await look('note');
    await type('note.field', '');
    await press('back');
    await door('correction.title');
    await title('profile.wrong');
    await look('correction');
    await press('profile.education', 'checkbox');
    await type('correction.field', 'S2');
    await press('send');
    await page.getByText(t('correction.received', {day: ''})).first().waitFor({state: 'attached', timeout: 60_000});
    await look('correction-received');
    await press('correction.withdraw');
    await shows('question.take_back.title');
    await look('question-report');
    await press('question.no');
    await page.evaluate(() => fetch('/api/v1/session', {method: 'DELETE'}));
    await press('correction.change');
    await press('send');
    await title('sign_in.title');
    await look('session-ended');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

test('the plain view and the other language keep the place and the draft, and are remembered', {timeout: 240_000}, async () => {
  const {page, press, title} = await visit('id', people[4].link);
  const plain = () => page.evaluate(() => document.documentElement.classList.contains('plain'));
  const there = async (words, on) => {
    await heading(page, words['concerns.title']);
    await idle(page);
    assert.equal(await plain(), on);
    assert.ok(await page.getByRole('checkbox', {name: words['concern.K03']}).isChecked());
  };
  await title('welcome.title');
  await press('welcome.start');
  await title('profile.title');
  for (const next of ['wishes.title', 'criteria.title', 'stance.title']) {
    await press('next');
    await title(next);
  }
  await press('stance.open', 'radio');
  await press('next');
  await title('concerns.title');
  await press('concern.K03', 'checkbox');
  await press('ui.settings');
  await press('ui.plain', 'switch');
  await press('ui.close');
  await there(texts.id, true);
  await page.reload();
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  await there(texts.id, true);
  await press('ui.settings');
  await press('ui.plain', 'switch');
  await page.getByRole('radio', {name: 'English'}).evaluate(one => one.click());
  await page.getByRole('button', {name: texts.en['ui.close'], exact: true}).evaluate(one => one.click());
  await there(texts.en, false);
  await page.getByRole('button', {name: texts.en.next, exact: true}).evaluate(one => one.click());
  await heading(page, texts.en['review.title']);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('after the end: an answer that came too late, the result and why, in both languages', {timeout: 600_000}, async () => {
  const late = [];
  for (const [at, language] of languages.entries()) {
    const one = await visit(language, people[2 + at].link);
    await one.title('welcome.title');
    await one.press('welcome.start');
    await one.title('profile.title');
    for (const title of ['wishes.title', 'criteria.title', 'stance.title']) {
      await one.press('next');
      await one.title(title);
    }
    await one.press('stance.open', 'radio');
    for (const title of ['concerns.title', 'review.title']) {
      await one.press('next');
      await one.title(title);
    }
    await one.page.context().setOffline(true);
    await one.press('send');
    await one.title('receipt.waiting_title');
    late.push(one);
  }
  const other = await person(server, people[0].link);
  const facts = async () => (await other.call('GET', '/api/v1/session')).frame.toString('hex');
  const open = await facts();
  await server.command(['consultation', 'close']);
  for (let tries = 0; await facts() === open; ++tries) assert.ok(tries < 5000, 'the server knows of it');
  for (const one of late) {
    await one.page.context().setOffline(false);
    await one.title('receipt.closed_title');
    await one.look('closed');
    await one.page.context().close();
  }
  const mover = await published(server, data);
  for (const language of languages) {
    const {stdout} = await server.command(['invite', '--nip', mover, '--host', server.url]);
    const {page, t, title, door, look} = await visit(language, stdout.trim().split(' ')[1]);
    await holds(page, async () => (await fetch('/api/v1/me/result')).status === 200);
    await page.reload();
    await title('result.moves');
    await page.getByRole('heading', {name: t('explain.next')}).waitFor({state: 'attached', timeout: 60_000});
    await page.getByText(t('explain.computing')).waitFor({state: 'detached', timeout: 120_000});
    await look('result');
    await page.evaluate(() => { for (const one of document.querySelectorAll('#mirror [aria-expanded=false]')) one.click(); });
    await look('result-why');
    await door('how.title');
    await title('how.title');
    await look('method');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});
