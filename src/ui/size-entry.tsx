import { IndicatorFigure, IndicatorGrid, StandardsChart, StandardsFigure } from './index.ts'
import { underWay } from './previews/sample.ts'
export const parts = {
  sf: String(StandardsFigure({ data: underWay })),
  if: String(IndicatorFigure({ data: underWay })),
  sc: String(StandardsChart({ data: underWay })),
  ig: String(IndicatorGrid({ data: underWay })),
}
