import { type Browser, chromium } from 'playwright-core';

/**
 * Takes the pictures of this folder anew, in an installed Chromium, from a site that is served at an address:
 *
 *   npm exec -- node docs/gallery/shoot.ts http://127.0.0.1:4281 [name…]
 *
 * The site has the examples of the repository and what `sailau synthesize examples/kz-mazhilis-2023` makes, uploaded as README.md of this folder says.
 */
const [site = '', ...named] = process.argv.slice(2);

interface Shot {
  /** The page, from the root of the site. */
  readonly page: string;
  readonly height: number;
  /** A phone, as wide as most; a wide screen unless it is said. */
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** Milliseconds until all is drawn. */
  readonly settle?: number;
}

const synthetic = 'elections/kz-mazhilis-2023-synthetic/index.html?';
const official = 'elections/kz-mazhilis-2023/index.html?';

const shots: Readonly<Record<string, Shot>> = {
  home: { page: 'index.html?lang=en', height: 860 },
  election: { page: `${synthetic}lang=en`, height: 1250 },
  'what-if': { page: `${synthetic}view=what-if&contest=list&threshold=3&lang=ru`, height: 1000 },
  'certificate-dark': { page: `${synthetic}view=certificate&contest=list&lang=en`, height: 1100, dark: true },
  areas: { page: `${synthetic}view=area&lang=ru`, height: 1050 },
  stations: { page: `${synthetic}view=area&area=KZ-62&lang=en`, height: 1000 },
  glance: { page: `${synthetic}view=stations&contest=list&lang=en`, height: 1250 },
  turnout: { page: `${official}view=turnout&lang=kk`, height: 1150 },
  findings: { page: `${synthetic}view=findings&lang=en`, height: 1150 },
  files: { page: `${synthetic}view=files&lang=ru`, height: 1000 },
  versions: { page: `${synthetic}view=versions&lang=en`, height: 800 },
  verify: {
    page: `${synthetic}view=verify&contest=list&area=KZ-10&station=SYN-0003&lang=en`,
    height: 1250,
    settle: 3000,
  },
  phone: { page: 'elections/kz-president-2022/index.html?lang=kk', height: 844, phone: true },
  'areas-phone': { page: `${synthetic}view=area&lang=ru`, height: 844, phone: true, dark: true },
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, shot] of Object.entries(shots))
  if (named.length === 0 || named.includes(name)) await shoot(browser, name, shot);
await browser.close();

async function shoot(
  opened: Browser,
  name: string,
  { page: path, height, phone, dark, settle = 800 }: Shot,
): Promise<void> {
  const context = await opened.newContext({
    viewport: { width: phone ? 390 : 1200, height },
    deviceScaleFactor: phone ? 2 : 1,
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(new URL(path, site).href);
  await page.locator('#main[aria-busy="false"]').waitFor();
  await page.waitForTimeout(settle);
  await page.screenshot({ path: new URL(`${name}.png`, import.meta.url).pathname });
  await context.close();
}
