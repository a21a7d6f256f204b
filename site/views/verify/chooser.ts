import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** Most protocols that are listed; who looks for another types its station. */
const mostListed = 200;

/** The protocols of an area, and the areas in it, as links to their verification. */
export function chooser(area: AreaResults, { contests }: Summary, context: Context): HTMLElement {
  const { texts, format } = context;
  const name = format.text(area.area.name);
  const names = new Map(contests.map((one) => [one.contest, format.text(one.name)]));
  const protocols = area.protocols.slice(0, mostListed);
  return h(
    'section',
    { class: 'chooser' },
    h('h2', {}, texts.verification.choose),
    h('h3', {}, format.fill(texts.verification.reported, { area: name })),
    protocols.length === 0 ? h('p', {}, texts.verification.nothing) : null,
    h(
      'ul',
      { class: 'links' },
      protocols.map(({ contest, station }) =>
        h(
          'li',
          {},
          h(
            'a',
            { href: context.link({ contest, area: area.area.id, station }) },
            `${names.get(contest) ?? contest}, ${station === null ? texts.verification.whole : format.fill(texts.verification.station, { station })}`,
          ),
        ),
      ),
    ),
    area.children.length === 0 ? null : h('h3', {}, format.fill(texts.verification.lower, { area: name })),
    h(
      'ul',
      { class: 'links' },
      area.children.map((child) =>
        h(
          'li',
          {},
          h(
            'a',
            { href: context.link({ area: child.area, station: null }) },
            format.text(child.name) || child.area,
          ),
        ),
      ),
    ),
  );
}
