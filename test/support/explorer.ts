import type { ExplorerBuild } from '../../functions/publish/site/explorer.ts';
import { utf8 } from '../../functions/publish/verify/bytes.ts';

/** A small build of the explorer: a script, what it loads later, and a style. Builds of other names have other files. */
export function aBuild(name: string): ExplorerBuild {
  const [script, style] = [`assets/app-${name}.js`, `assets/style-${name}.css`];
  const file = (path: string, text: string) => ({
    path,
    contentType: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    bytes: utf8(text),
  });
  return {
    script,
    style,
    files: [
      file(script, `import('./view-${name}.js');\n`),
      file(`assets/view-${name}.js`, `export const build = '${name}';\n`),
      file(style, `main{--build:${name}}\n`),
    ],
  };
}
