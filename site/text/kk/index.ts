export { kazakh as shared } from '../../../functions/publish/site/pages/text/kk.ts';
export { frame } from './frame.ts';
export { pages } from './pages.ts';
