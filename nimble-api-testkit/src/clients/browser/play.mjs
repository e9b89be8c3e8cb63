// hls.js in headless Chromium plays a stream of the fake, its session is deleted, and hls.js gets 403.
//
//     node play.mjs http://127.0.0.1:8082 http://127.0.0.1:8081/live/tv
//
// CHROMIUM names the browser, /usr/bin/chromium unless set.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [manage, stream] = process.argv.slice(2);
const hls = readFileSync(createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js'));
const page = '<!doctype html><video muted></video><script src="/hls.js"></script>';

const site = createServer((request, response) => {
  const script = request.url === '/hls.js';
  response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
  response.end(script ? hls : page);
}).listen(0, '127.0.0.1');

async function sessions() {
  const all = await (await fetch(`${manage}/manage/sessions`)).json();
  return all.filter((session) => session.user_agent.includes('Chrome'));
}

async function hlsJsIsPutOut(tab) {
  await tab.evaluate((playlist) => {
    window.refused = new Promise((resolve) => {
      const player = new Hls();
      player.on(Hls.Events.ERROR, (name, data) => data.response?.code === 403 && resolve(data.details));
      player.loadSource(playlist);
      player.attachMedia(document.querySelector('video'));
    });
    return document.querySelector('video').play();
  }, `${stream}/playlist.m3u8`);
  await tab.waitForFunction(() => document.querySelector('video').currentTime > 3, null, { timeout: 30_000 });

  const [session] = await sessions();
  assert.equal(session.type, 'HLS');
  assert.ok(session.bytes_sent > 50_000, `bytes_sent is ${session.bytes_sent}`);
  const picture = await tab.evaluate(() => document.querySelector('video').videoWidth);
  assert.equal(picture, 320);

  await fetch(`${manage}/manage/sessions/delete`, { method: 'POST', body: JSON.stringify([session.id]) });
  console.log(`hls.js: played ${session.bytes_sent} bytes, then ${await tab.evaluate(() => window.refused)} with 403`);
  assert.deepEqual(await sessions(), []);
}

async function browserPlaysDownload(tab) {
  await tab.evaluate((file) => {
    document.querySelector('video').src = file;
    return document.querySelector('video').play();
  }, stream);
  await tab.waitForFunction(() => document.querySelector('video').currentTime > 1, null, { timeout: 30_000 });
  console.log(`Chromium: plays the ${(await sessions())[0].type.toLowerCase()} download`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--no-first-run', '--autoplay-policy=no-user-gesture-required'],
});
try {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(30_000);
  await tab.goto(`http://127.0.0.1:${site.address().port}/`);
  await hlsJsIsPutOut(tab);
  await tab.reload();
  await browserPlaysDownload(tab);
} finally {
  await browser.close();
  site.close();
}
