export { english as shared } from '../../../functions/publish/site/pages/text/en.ts';
export { frame } from './frame.ts';
export { pages } from './pages.ts';
