import { expect, test } from 'vitest';
import { markup } from '../../../../functions/publish/site/pages/markup.ts';

test('escapes every text, in content and in attributes, and leaves markup as it is', () => {
  const name = `<img src=x onerror="alert('1')"> & "co"`;

  const made = markup`<p title="${name}">${[name, markup`<b>${1}</b>`]}${null}${false}</p>`;

  const safe = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &quot;co&quot;';
  expect(made.text).toBe(`<p title="${safe}">${safe}<b>1</b></p>`);
});
