import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { type Child, fragment, h } from '../../dom.ts';
import { type Context, defineView, type View } from '../../view.ts';
import { notices } from './notices.ts';

/** What every view of an election loads, whatever else it needs. */
export interface OfElection {
  readonly release: ReleaseFiles;
  readonly summary: Summary;
}

/** What stands at the top of a view. */
export interface Head {
  /** The `h1`. */
  readonly title: string;
  /** The contest that the view is about; null where it is about none, or the title says it. */
  readonly contest: string | null;
  readonly lead: Child;
  /** What stands above the heading, as the way to an area. */
  readonly above?: Child;
}

/** A view of an election: what it loads, and what it makes of it. */
export interface ElectionViewOf<Data extends OfElection> {
  /** Throws DataError as the `load` of any view. */
  load(context: Context): Promise<Data>;
  head(data: Data, context: Context): Head;
  /** What stands below the head. Called once a visit. */
  render(data: Data, context: Context): Node;
}

/** A view that names its election and shows the notices of its release; only electionView makes one. */
export interface ElectionView extends View {
  readonly names: 'election';
}

/**
 * Makes a view of an election of its parts. The head is drawn here, so that no view is without the name of the election, nor without the notices of its release.
 */
export function electionView<Data extends OfElection>({
  load,
  head,
  render,
}: ElectionViewOf<Data>): ElectionView {
  const view = defineView<Data>({
    load,
    title: (data, context) => windowTitle(head(data, context), nameOf(data, context)),
    render: (data, context) =>
      fragment(
        headOf(head(data, context), nameOf(data, context)),
        notices(data.release, data.summary, context),
        render(data, context),
      ),
  });
  return { ...view, names: 'election' };
}

function nameOf({ release, summary }: OfElection, { format }: Context): string {
  return format.text(summary.name) || release.election;
}

/** `page – contest – election`, so that no two pages have the same. */
function windowTitle({ title, contest }: Head, name: string): string {
  return [title === name ? null : title, contest, name].filter((part) => part !== null).join(' – ');
}

function headOf({ title, lead, above }: Head, name: string): Node {
  return fragment(
    above,
    h(
      'header',
      { class: 'page-head' },
      h('h1', {}, title),
      title === name ? null : h('p', { class: 'page-election' }, name),
      lead === null ? null : h('p', { class: 'lead' }, lead),
    ),
  );
}
