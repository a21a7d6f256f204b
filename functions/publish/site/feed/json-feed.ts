import { prettyJson } from '../../../model/json/json.ts';
import type { Site } from '../site.ts';
import { addressOf, feedOf } from './items.ts';

/** feed.json: the same releases as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(site: Site): string {
  const { title, items } = feedOf(site);
  return prettyJson({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: addressOf(site, 'catalog.json'),
    feed_url: addressOf(site, 'feed.json'),
    language: 'en',
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      date_published: item.at,
      date_modified: item.at,
      authors: [{ name: item.author }],
      tags: item.tags,
    })),
  });
}
