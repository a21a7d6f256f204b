import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import type { ReadFile } from '../../compute/verify/read.ts';
import { type Step, stepNames } from '../../compute/verify/step.ts';
import { type Claim, type Evidence, verifyNumber } from '../../compute/verify/verify.ts';
import { DataError } from '../../data/errors.ts';
import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { keyForm } from './key-form.ts';
import { numbersOf, proofOf } from './numbers.ts';
import { detailOf } from './words.ts';

/** The verification of a claim as it goes on: a banner with the verdict, the steps, the numbers that were checked, and a place for a key of one's own. */
export function verification(
  claim: Claim,
  contest: SummaryContest,
  area: AreaResults | null,
  context: Context,
): HTMLElement {
  const { texts, format } = context;
  const banner = h('p', { class: 'badge badge-open verdict', role: 'status' });
  const list = h('ol', { class: 'checks' });
  const numbers = h('div', {});
  const place =
    claim.station === null
      ? texts.verification.whole
      : format.fill(texts.verification.station, { station: claim.station });
  const about = format.fill(texts.verification.subject, {
    contest: format.text(contest.name),
    area: area ? format.text(area.area.name) : claim.area,
  });
  let latest = 0;
  const start = async (key: string | null) => {
    latest += 1;
    const own = latest;
    banner.className = 'badge badge-open verdict';
    banner.textContent = texts.verification.running;
    list.replaceChildren(...stepNames.map((name) => waiting(name, context)));
    const steps: Step[] = [];
    const evidence = await run({ ...claim, key }, context, (step) => {
      if (own !== latest) return;
      steps.push(step);
      list.children[steps.length - 1]?.replaceWith(done(step, context));
    });
    if (own !== latest) return;
    show(banner, steps, context);
    numbers.replaceChildren(
      ...[numbersOf(evidence.protocol, contest, context), proofOf(evidence.proof, context)].filter(
        (part) => part !== null,
      ),
    );
  };
  void start(null);
  return h(
    'section',
    { class: 'verification' },
    h('h2', {}, `${about}, ${place}`),
    banner,
    list,
    numbers,
    keyForm((key) => void start(key), context),
  );
}

async function run(claim: Claim, context: Context, each: (step: Step) => void): Promise<Evidence> {
  const work = verifyNumber(readerOf(context), claim);
  for (;;) {
    const next = await work.next();
    if (next.done === true) return next.value;
    each(next.value);
  }
}

/** Files as they lie on the site: what a page has read before is not trusted either, it goes through the same checks. */
function readerOf({ published }: Context): ReadFile {
  return async (path) => {
    try {
      return await published.bytes(
        path,
        /(latest|versions)\.json$|log\/checkpoint$/.test(path) ? 'pointer' : 'immutable',
      );
    } catch (error) {
      if (error instanceof DataError && error.code === 'missing') return null;
      throw error;
    }
  };
}

function show(banner: HTMLElement, steps: readonly Step[], { texts }: Context): void {
  const state =
    (['fails', 'open'] as const).find((one) => steps.some((step) => step.state === one)) ?? 'holds';
  banner.className = `badge badge-${state} verdict`;
  banner.textContent = texts.verification.verdicts[state];
}

function waiting(name: Step['step'], { texts }: Context): HTMLElement {
  return h(
    'li',
    { class: 'check check-waiting' },
    h(
      'h3',
      {},
      texts.verification.steps[name],
      ' ',
      h('span', { class: 'check-state' }, texts.verification.states.waiting),
    ),
  );
}

function done(step: Step, context: Context): HTMLElement {
  const { steps, states } = context.texts.verification;
  return h(
    'li',
    { class: `check check-${step.state}` },
    h('h3', {}, steps[step.step], ' ', h('span', { class: 'check-state' }, states[step.state])),
    h('p', {}, detailOf(step.detail, context)),
  );
}
