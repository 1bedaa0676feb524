// The whole journey of an employee, walked by different hands: keyboard alone, a finger alone, the mirror
// alone (what a screen reader does), the plain view. A hand knows press, choose, type and pick.
import {idle, press} from './pages.mjs';

export const button = (page, name) => page.getByRole('button', {name, exact: true});
export const heading = (page, name) => page.getByRole('heading', {level: 1, name}).waitFor({state: 'attached', timeout: 60_000});
/** Opens a section of the office's page; on a narrow screen from the menu that the sections fold to. */
export async function section(page, name) {
  const navigation = page.getByRole('navigation');
  const menu = navigation.getByRole('button', {expanded: false});
  const wanted = navigation.getByRole('button', {name, exact: true});
  await menu.or(wanted).first().waitFor({state: 'attached', timeout: 60_000});
  if (await menu.count() > 0) await press(page, menu);
  await press(page, wanted);
}
const search = page => page.getByRole('combobox', {name: 'Cari jabatan, unit, atau daerah'});
const focused = locator => locator.evaluate(element => element === document.activeElement);

async function tabTo(page, locator) {
  await locator.waitFor({state: 'attached'});
  for (let presses = 0; presses < 200; ++presses) {
    if (await focused(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${locator}`);
}
const keyboard = {
  async press(page, locator) {
    await tabTo(page, locator);
    await page.keyboard.press('Enter');
  },
  // One stop for a group of radio buttons, arrows inside of it.
  async choose(page, locator) {
    const kind = await locator.getAttribute('type');
    if (kind === 'checkbox') {
      await tabTo(page, locator);
      return page.keyboard.press('Space');
    }
    const group = await locator.getAttribute('name');
    const inside = () => page.evaluate(name => document.activeElement.name === name, group);
    for (let presses = 0; presses < 200 && !await inside(); ++presses) await page.keyboard.press('Tab');
    for (let presses = 0; presses < 20 && !await locator.isChecked(); ++presses) {
      await page.keyboard.press('ArrowDown');
      await idle(page);
    }
  },
  async type(page, locator, text) {
    await tabTo(page, locator);
    await page.keyboard.type(text);
  },
  async pick(page) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  },
};

/** A finger on the glass: drags until the thing is there, then taps it. */
export async function swipe(page, {from, to, x = 180, steps = 12}) {
  const client = page.touchClient ??= await page.context().newCDPSession(page);
  const touch = (type, y) => client.send('Input.dispatchTouchEvent', {type, touchPoints: y === null ? [] : [{x, y}]});
  await touch('touchStart', from);
  for (let step = 1; step <= steps; ++step) await touch('touchMove', from + (to - from) * step / steps);
  await touch('touchMove', to); // rests, so that nothing glides on
  await new Promise(done => setTimeout(done, 100));
  await touch('touchEnd', null);
  await idle(page);
}
async function tap(page, locator) {
  await locator.waitFor({state: 'attached'});
  for (let tries = 0; tries < 30; ++tries) {
    const place = await locator.evaluate(element => {
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const area = element.closest('.main, .dialog')?.getBoundingClientRect();
      return {x: box.x + Math.min(box.width, 200) / 2, y: box.y + box.height / 2, top: area?.top ?? 0, bottom: area?.bottom ?? innerHeight};
    });
    const middle = (place.top + place.bottom) / 2, reach = (place.bottom - place.top) / 3;
    if (place.y > place.top + 10 && place.y < place.bottom - 10) return page.touchscreen.tap(place.x, place.y);
    const step = Math.max(-reach, Math.min(reach, middle - place.y));
    await swipe(page, {from: middle - step / 2, to: middle + step / 2});
  }
  throw new Error(`the finger does not reach ${locator}`);
}
const touch = {
  press: tap,
  choose: tap,
  async type(page, locator, text) {
    await tap(page, locator);
    await page.waitForFunction(() => document.activeElement.matches('input, textarea'));
    await page.keyboard.insertText(text); // as a soft keyboard does: no key events
  },
  pick: page => tap(page, page.getByRole('option').first()),
};

const mirror = {
  press: (page, locator) => locator.evaluate(element => element.click()),
  choose: (page, locator) => locator.evaluate(element => element.click()),
  type: (page, locator, text) => locator.evaluate((element, value) => {
    element.focus();
    element.value = value;
    element.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }, text),
  pick: page => page.getByRole('option').first().evaluate(element => element.click()),
};

const plain = {
  press: (page, locator) => locator.click(),
  choose: (page, locator) => locator.check(),
  type: (page, locator, text) => locator.fill(text),
  pick: page => page.getByRole('option').first().click(),
};

export const hands = {keyboard, touch, mirror, plain};

/** No WebGL, as on a very old phone. */
export const withoutWebGL = context => context.addInitScript(() => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest);
  };
});

/** From the first screen to the receipt; look(step) is called on each screen. */
export async function journey(page, hand, look = async () => {}, words = 'kota jambi') {
  const press = async name => {
    await hand.press(page, button(page, name));
    await idle(page);
  };
  const choose = async (role, name) => {
    const locator = page.getByRole(role, {name});
    await locator.waitFor({state: 'attached'});
    await hand.choose(page, locator);
    await idle(page);
    await locator.and(page.locator(':checked')).waitFor({state: 'attached'});
  };
  await heading(page, 'Suara Anda, tanpa rasa takut');
  await look('welcome');
  await press('Mulai, sekitar lima menit');
  await heading(page, 'Apakah data Anda benar?');
  await look('profile');
  await press('Lanjut');
  await heading(page, 'Ke mana Anda ingin ditempatkan?');
  await search(page).waitFor({state: 'attached', timeout: 60_000});
  await hand.type(page, search(page), words);
  await page.getByRole('option').first().waitFor({state: 'attached'});
  await idle(page);
  await hand.pick(page);
  await page.getByRole('list', {name: 'Pilihan Anda'}).getByRole('listitem').first().waitFor({state: 'attached'});
  await look('wishes');
  await press('Lanjut');
  await heading(page, 'Apa yang paling penting bagi Anda?');
  await choose('radio', /Saya urutkan sendiri/);
  await look('criteria');
  await press('Lanjut');
  await heading(page, 'Bagaimana sikap Anda?');
  await choose('radio', /Terbuka untuk pindah/);
  await look('stance');
  await press('Lanjut');
  await heading(page, 'Apa kekhawatiran Anda?');
  await choose('checkbox', /Pendidikan anak/);
  await look('concerns');
  await press('Lanjut');
  await heading(page, 'Sudah sesuai?');
  await look('review');
  await press('Kirim');
  await heading(page, 'Jawaban Anda sudah diterima');
  await look('receipt');
}
