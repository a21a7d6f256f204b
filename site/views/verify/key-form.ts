import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** A place for a public key that the reader has from elsewhere: only that says more than that everything comes from one site. */
export function keyForm(use: (key: string | null) => void, { texts }: Context): HTMLElement {
  const { key, keyHelp, keyUse } = texts.verification;
  const input = h('input', {
    id: 'verify-key',
    type: 'text',
    maxlength: 200,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'verify-key-help',
  });
  return h(
    'div',
    { class: 'key-form' },
    h('label', { for: 'verify-key' }, key),
    h('p', { id: 'verify-key-help' }, keyHelp),
    input,
    ' ',
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: () => use(input.value.trim() === '' ? null : input.value.trim()),
      },
      keyUse,
    ),
  );
}
