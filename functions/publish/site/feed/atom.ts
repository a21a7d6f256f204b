import type { Site } from '../site.ts';
import { addressOf, type FeedItem, feedOf } from './items.ts';

/** feed.xml: the releases as an Atom feed (RFC 4287). */
export function atomFeed(site: Site): string {
  const { id, title, at, items } = feedOf(site);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', id),
    element('title', title),
    element('updated', at),
    link('self', addressOf(site, 'feed.xml'), 'application/atom+xml'),
    link('alternate', addressOf(site, 'catalog.json'), 'application/json'),
    ...items.map(entry),
    '</feed>',
    '',
  ].join('\n');
}

function entry({ id, title, summary, url, at, author, tags }: FeedItem): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('published', at),
    element('updated', at),
    `<author>${element('name', author)}</author>`,
    link('alternate', url, 'text/markdown'),
    ...tags.map((tag) => `<category term="${escaped(tag)}"/>`),
    element('summary', summary),
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(relation: string, address: string, type: string): string {
  return `<link rel="${relation}" type="${type}" href="${escaped(address)}"/>`;
}

/** Names are written by strangers; what XML 1.0 cannot hold at all (section 2.2) becomes the replacement character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
