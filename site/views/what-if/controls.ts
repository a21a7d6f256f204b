import {
  type Change,
  formulaNameOf,
  formulas,
  isFormulaName,
  thresholdOf,
} from '../../compute/what-if/rules.ts';
import { mostSeats } from '../../compute/what-if/system.ts';
import type { Laboratory } from '../../compute/what-if/what-if.ts';
import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';

type Settings = Readonly<Record<string, string>>;

/** The change that the settings of an address ask for; what nothing can have, or is as the law has it, is left out. */
export function changeIn({ threshold, formula, seats }: Settings, { system }: Laboratory): Change {
  const number = /^\d{1,4}$/.test(seats ?? '') ? Number(seats) : 0;
  return {
    ...(threshold !== undefined &&
      isPercent(threshold) &&
      threshold !== thresholdOf(system) && { threshold }),
    ...(formula !== undefined && isFormulaName(formula) && formula !== formulaNameOf(system) && { formula }),
    ...(number >= 1 && number <= mostSeats && number !== system.seats && { seats: number }),
  };
}

/**
 * The controls of the rule. Each change is shown at once, and kept in the address, so that a link shows the same.
 *
 * @param show shows what follows from settings
 */
export function controls(
  laboratory: Laboratory,
  context: Context,
  show: (settings: Settings) => void,
): HTMLElement {
  const { texts, format, address } = context;
  const { system } = laboratory;
  const law = { threshold: thresholdOf(system), formula: formulaNameOf(system), seats: String(system.seats) };
  const threshold = thresholdInput(law.threshold ?? '0', address.settings.threshold);
  const formula = formulaSelect(law.formula, address.settings.formula, context);
  const seats = h('input', {
    id: 'what-if-seats',
    type: 'number',
    min: 1,
    max: mostSeats,
    step: 1,
    value: address.settings.seats ?? law.seats,
    inputmode: 'numeric',
  });
  const reading = h('output', { for: 'what-if-threshold' });
  const settings = (): Settings => ({
    ...(threshold.value !== (law.threshold ?? '0') && { threshold: threshold.value }),
    ...(formula.value !== (law.formula ?? '') && { formula: formula.value }),
    ...(seats.value !== law.seats && seats.checkValidity() && { seats: seats.value }),
  });
  const update = () => {
    reading.textContent = format.percent(threshold.value, 0);
    show(settings());
  };
  const keep = () => context.go({ settings: settings() }, 'replace');
  const reset = h(
    'button',
    { id: 'what-if-reset', type: 'button', class: 'button', onclick: backToLaw },
    texts.whatIf.reset,
  );
  reading.textContent = format.percent(threshold.value, 0);
  return h(
    'fieldset',
    { class: 'what-if-controls', oninput: update, onchange: keep },
    h('legend', {}, texts.whatIf.controls),
    field(
      'what-if-threshold',
      texts.whatIf.threshold,
      [threshold, reading],
      law.threshold === null ? null : format.percent(law.threshold, 0),
      context,
    ),
    field(
      'what-if-formula',
      texts.whatIf.formula,
      [formula],
      law.formula === null ? null : texts.whatIf.formulas[law.formula],
      context,
    ),
    field('what-if-seats', texts.whatIf.seats, [seats], format.number(law.seats), context),
    reset,
  );
  function backToLaw(): void {
    threshold.value = law.threshold ?? '0';
    formula.value = law.formula ?? '';
    seats.value = law.seats;
    update();
    keep();
  }
}

function field(
  id: string,
  label: string,
  inputs: readonly HTMLElement[],
  inForce: string | null,
  { texts, format }: Context,
): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('div', { class: 'field-input' }, inputs),
    inForce === null ? null : h('small', {}, format.fill(texts.whatIf.inForce, { value: inForce })),
  );
}

function thresholdInput(law: string, asked: string | undefined): HTMLInputElement {
  const value = asked !== undefined && isPercent(asked) ? asked : law;
  const max = Math.max(15, Math.ceil(Number(value)), Math.ceil(Number(law)));
  const step = [law, value].every((one) => Number.isInteger(Number(one) * 2)) ? '0.5' : 'any';
  return h('input', { id: 'what-if-threshold', type: 'range', min: 0, max, step, value });
}

function formulaSelect(law: string | null, asked: string | undefined, { texts }: Context): HTMLSelectElement {
  const chosen = asked !== undefined && isFormulaName(asked) ? asked : law;
  const offered = Object.keys(formulas).filter(isFormulaName);
  return h(
    'select',
    { id: 'what-if-formula' },
    law === null ? h('option', { value: '', selected: chosen === null }, texts.whatIf.own) : null,
    offered.map((name) =>
      h('option', { value: name, selected: name === chosen }, texts.whatIf.formulas[name]),
    ),
  );
}

function isPercent(text: string): boolean {
  return /^(100|\d{1,2}(\.\d{1,6})?)$/.test(text);
}
