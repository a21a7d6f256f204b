import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** What a reader must know before any number: withdrawn, not the newest, made up. */
export function notices(release: ReleaseFiles, summary: Summary, { texts, format, link }: Context): Node {
  const { latest, version } = release;
  const withdrawal = latest.withdrawn.find((one) => one.version === version);
  return fragment(
    withdrawal &&
      h(
        'p',
        { class: 'notice notice-alarm' },
        h('strong', {}, format.fill(texts.shared.withdrawn, { reason: withdrawal.reason ?? '' })),
      ),
    version !== latest.version &&
      h(
        'p',
        { class: 'notice' },
        `${texts.frame.newer} `,
        h('a', { href: link({ version: null }) }, texts.frame.toNewest),
      ),
    summary.synthetic !== null &&
      h(
        'p',
        { class: 'notice' },
        h('strong', {}, format.fill(texts.shared.synthetic, { of: summary.synthetic.of })),
      ),
  );
}
