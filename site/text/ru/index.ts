export { russian as shared } from '../../../functions/publish/site/pages/text/ru.ts';
export { frame } from './frame.ts';
export { pages } from './pages.ts';
