import { type Explorer, placeBuild } from '../../../../functions/publish/site/explorer.ts';

/** An explorer of two files, which a Lambda brings along as the deployed ones bring theirs. Nothing is remembered: every Lambda may be a new process. */
export const explorer: Explorer = {
  place: (put, vouch) =>
    placeBuild(
      {
        script: script.path,
        style: style.path,
        ahead: { home: none, election: none },
        files: [script, style],
      },
      put,
      vouch,
    ),
};

const script = {
  path: 'assets/app-1.js',
  contentType: 'text/javascript; charset=utf-8',
  bytes: new TextEncoder().encode('export {};'),
};
const style = {
  path: 'assets/app-1.css',
  contentType: 'text/css; charset=utf-8',
  bytes: new TextEncoder().encode('main{}'),
};
const none = { en: [], kk: [], ru: [] };
