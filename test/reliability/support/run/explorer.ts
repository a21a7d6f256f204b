import type { Explorer } from '../../../../functions/publish/site/explorer.ts';

/** An explorer of one file, which a Lambda brings along as the deployed ones bring theirs. Nothing is remembered: every Lambda may be a new process. */
export const explorer: Explorer = {
  assets: { script: 'assets/app-1.js', style: 'assets/app-1.css' },
  place: (put) => put('assets/app-1.js', 'text/javascript', new TextEncoder().encode('export {};')),
};
