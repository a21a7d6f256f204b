export { certificate, turnoutDay } from './certificate.ts';
export { charts } from './charts.ts';
export { verification } from './verify.ts';
export { whatIf } from './what-if.ts';
