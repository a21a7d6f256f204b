import type { Browser, Page } from 'playwright-core';

/** A network as the browser imitates it, request by request. */
export interface Network {
  readonly name: string;
  /** From the request to the first byte of the answer, in milliseconds. */
  readonly latency: number;
  /** Bits a second. */
  readonly down: number;
  readonly up: number;
}

/**
 * *Slow 4G* is what Lighthouse takes for the 85th percentile of mobile connections (docs/throttling.md of GoogleChrome/lighthouse: 150 ms, 1.6 Mbps down,
 * 750 kbps up). *Fast 4G* is the preset of that name in Chrome DevTools: 9 Mbps down, 1.5 Mbps up, 60 ms; both are taken without the factors by
 * which DevTools and Lighthouse correct for the time of a connection.
 */
export const networks: readonly Network[] = [
  { name: 'Slow 4G', latency: 150, down: 1_600_000, up: 750_000 },
  { name: 'Fast 4G', latency: 60, down: 9_000_000, up: 1_500_000 },
];

/** What is aimed at. */
export interface Limit {
  readonly bytes: number;
  readonly seconds: number;
}

/** Medians of a page. */
export interface Told {
  /** Over the wire, until the page is shown. */
  readonly bytes: number;
  readonly requests: number;
  /** From the navigation until what was asked for is there, checked and drawn. */
  readonly seconds: number;
  /** Until the largest element that is seen is painted: here often that of the page that needs no script. */
  readonly largest: number;
}

/** A page with what was measured. */
export interface Visit extends Told {
  readonly name: string;
  readonly network: string;
  readonly limit: Limit;
}

/** Opens a page some times with an empty cache, until an element is there that the explorer alone draws. */
export async function visit(
  browser: Browser,
  url: string,
  shown: string,
  network: Network,
  rounds: number,
): Promise<Told> {
  const all: Told[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await once(browser, url, shown, network));
  const median = (of: (told: Told) => number) => all.map(of).toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
  return {
    bytes: median(({ bytes }) => bytes),
    requests: median(({ requests }) => requests),
    seconds: median(({ seconds }) => seconds),
    largest: median(({ largest }) => largest),
  };
}

async function once(browser: Browser, url: string, shown: string, network: Network): Promise<Told> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: network.down / 8,
    uploadThroughput: network.up / 8,
  });
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += encodedDataLength > 0 ? 1 : 0;
  });
  await page.addInitScript(observer(shown));
  await page.goto(url, { waitUntil: 'commit' });
  const seconds = (await shownAt(page)) / 1000;
  const largest = Number(await page.evaluate('window.benchLargest ?? 0')) / 1000;
  await context.close();
  return { bytes, requests, seconds, largest };
}

/** When the page was shown, in milliseconds. Looked at again and again: the policy of the site lets no function wait in the page. */
async function shownAt(page: Page): Promise<number> {
  for (let waited = 0; waited < longest; waited += pause) {
    const shown = Number(await page.evaluate('window.benchShown ?? 0'));
    if (shown > 0) return shown;
    await page.waitForTimeout(pause);
  }
  throw new Error(`${page.url()} has not been shown in ${longest / 1000} s`);
}

const longest = 60_000;
const pause = 50;

/** Notes by the clock of the page when the explorer has put its page up and the browser has painted it. */
function observer(shown: string): string {
  return `
new PerformanceObserver((list) => { window.benchLargest = list.getEntries().at(-1).startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
const look = () => {
  const main = document.querySelector('#main[aria-busy="false"]');
  if (main && main.querySelector(${JSON.stringify(shown.replace(/^main /, ''))})) requestAnimationFrame(() => setTimeout(() => { window.benchShown = performance.now(); }));
  else requestAnimationFrame(look);
};
look();`;
}

/** The head of the table of what was measured. */
export const head = [
  '| Page | Network | Bytes | Requests | Shown, s | Largest paint, s | Aim, s |',
  '| ---- | ------- | ----: | -------: | -------: | ---------------: | -----: |',
];

/** A row of it. */
export function line({ name, network, bytes, requests, seconds, largest, limit }: Visit): string {
  const times = [seconds.toFixed(2), largest.toFixed(2), limit.seconds];
  return `| ${[name, network, bytes.toLocaleString('en'), requests, ...times].join(' | ')} |`;
}
