export { russian as shared } from '../../../functions/publish/site/pages/text/ru.ts';
export { certificate, turnoutDay } from './certificate.ts';
export { charts } from './charts.ts';
export { frame } from './frame.ts';
export { pages } from './pages.ts';
export { stations } from './stations.ts';
export { verification } from './verify.ts';
export { whatIf } from './what-if.ts';
