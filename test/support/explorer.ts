import type { ExplorerBuild } from '../../functions/publish/site/explorer.ts';
import { utf8 } from '../../functions/publish/verify/bytes.ts';

/** A small build of the explorer: a script, what it loads later and pages hint at, and a style. Builds of other names have other files. */
export function aBuild(name: string): ExplorerBuild {
  const [script, style] = [`assets/app-${name}.js`, `assets/style-${name}.css`];
  const file = (path: string, text: string) => ({
    path,
    contentType: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    bytes: utf8(text),
  });
  const view = `assets/view-${name}.js`;
  const inEvery = { en: [view], kk: [view], ru: [view] };
  return {
    script,
    style,
    ahead: { home: inEvery, election: inEvery },
    files: [
      file(script, `import('./view-${name}.js');\n`),
      file(view, `export const build = '${name}';\n`),
      file(style, `main{--build:${name}}\n`),
    ],
  };
}
