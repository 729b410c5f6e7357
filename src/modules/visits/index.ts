export { carryOverCounters } from './carry-over.ts'
export { createVisitCounter, type VisitCounter } from './counter.ts'
export { visitsDataset } from './dataset.ts'
export { FooterFigures } from './footer-figures.tsx'
export {
  /** @public for pages that are drawn each time and count views */
  countView,
  visitsPlugin,
} from './plugin.ts'
export { visitRoutes } from './routes.tsx'
export { sweepVisits } from './sweep.ts'
export {
  /** @public for moving from an earlier portal */
  setStartingViews,
  /** @public for pages that show views */
  viewsOf,
} from './views.ts'
