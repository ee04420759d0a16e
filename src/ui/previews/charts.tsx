import { IndicatorFigure, IndicatorGrid, IndicatorTable, StandardsChart, StandardsFigure, StandardsTable } from '../index.ts'
import type { Preview } from './preview.ts'
import { otherFramework, underWay } from './sample.ts'

export const charts: readonly Preview[] = [
  {
    component: 'StandardsFigure',
    examples: [
      { name: 'An assessment under way', shown: <StandardsFigure data={underWay} id="under-way" /> },
      { name: 'Another framework', shown: <StandardsFigure data={otherFramework} id="other" /> },
    ],
  },
  {
    component: 'IndicatorFigure',
    examples: [
      { name: 'An assessment under way', shown: <IndicatorFigure data={underWay} id="grid-under-way" /> },
      { name: 'Another framework', shown: <IndicatorFigure data={otherFramework} id="grid-other" /> },
    ],
  },
  {
    component: 'StandardsChart',
    examples: [{ name: 'Narrow', shown: <StandardsChart data={underWay} id="standards-alone" variant="narrow" /> }],
  },
  {
    component: 'IndicatorGrid',
    examples: [{ name: 'Narrow', shown: <IndicatorGrid data={underWay} id="grid-alone" variant="narrow" /> }],
  },
  {
    component: 'StandardsTable',
    examples: [{ name: 'Beside a picture', shown: <StandardsTable data={otherFramework} caption="Another framework" /> }],
  },
  {
    component: 'IndicatorTable',
    examples: [{ name: 'Beside a picture', shown: <IndicatorTable data={otherFramework} caption="Its indicators" /> }],
  },
]
