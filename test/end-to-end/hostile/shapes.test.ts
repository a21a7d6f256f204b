import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { shapeOf } from './shapes.ts';

// A file into which a text has got as more than a text, beside one in which it has not.
test.each([
  ['a.html', '<p><b>x</b></p>', '<p>x</p>'],
  ['a.html', '<a href="javascript:x">x</a>', '<a href="https://x.example/">x</a>'],
  ['a.html', '<p title="x" onclick="y">x</p>', '<p title="x&quot; onclick=&quot;y">x</p>'],
  ['a.html', '<p>x < y</p>', '<p>x &lt; y</p>'],
  ['a.md', '# x\n\n# y\n', '# x y\n'],
  ['a.md', 'x [y](z)\n', 'x \\[y\\](z)\n'],
  ['a.md', 'https://x.example\n', 'https&#58;//x.example\n'],
  ['a.md', '- - x\n', '- x\n'],
  ['a.md', 'x\n===\n', 'x\nx\n'],
  ['a.md', 'x\u202ey\n', 'xy\n'],
  ['a.csv', 'a,=1\r\n', "a,'=1\r\n"],
  ['a.csv', 'a,\uff1d1\r\n', "a,'\uff1d1\r\n"],
  ['a.csv', 'a,b,c\r\n', 'a,"b,c"\r\n'],
  ['a.cff', 'a: &x y\nb: *x\nc: d\n', 'a: "&x y"\nb: "*x"\n'],
  ['a.xml', '<a>x<b/></a>', '<a>x&lt;b/&gt;</a>'],
  ['a.json', '{"a":"x","b":"y"}', '{"a":"x\\",\\"b\\":\\"y"}'],
  ['a.ndjson', '{"a":"x"}\n{"a":"y"}\n', '{"a":"x\\ny"}\n'],
])('in %s, %j has another shape than %j', async (name, broken, sound) => {
  const [first, second] = [await shapeOf(name, strToU8(broken)), await shapeOf(name, strToU8(sound))];

  expect(first?.shape).not.toBe(second?.shape);
});

test('what is no file of its format is an error, and so is a format that nobody has taught', async () => {
  for (const [name, text] of [
    ['a.json', '{"a":'],
    ['a.xml', '<a>&x;</a>'],
    ['a.html', '\ud800'],
    ['a.new', ''],
  ] as const) {
    const bytes = name === 'a.html' ? new Uint8Array([0xed, 0xa0, 0x80]) : strToU8(text);
    await expect((async () => shapeOf(name, bytes))()).rejects.toThrow();
  }
});
