import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type ListOf, type Size } from './attributes.ts'

export interface CellDetails extends Common {
  readonly content: Child
  readonly numeric?: boolean | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

/** Plain content, or content with details: `{ content: 12, numeric: true }`. */
export type Cell = Child | CellDetails

interface TableProps extends Common {
  readonly caption?: Child
  readonly captionSize?: Size | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: ListOf<readonly Cell[]>
  readonly firstCellIsHeader?: boolean | undefined
}

export function Table(props: TableProps) {
  return (
    <table class={classes('govuk-table', props.class)} {...props.attributes}>
      {props.caption && (
        <caption class={classes('govuk-table__caption', props.captionSize && `govuk-table__caption--${props.captionSize}`)}>
          {props.caption}
        </caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <Header cell={details(cell)} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map((row) => {
          if (!row) return null
          return (
            <tr class="govuk-table__row">
              {row.map((cell, index) =>
                index === 0 && props.firstCellIsHeader ? (
                  <Header cell={details(cell)} scope="row" />
                ) : (
                  <DataCell cell={details(cell)} />
                ),
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function details(cell: Cell): CellDetails {
  return typeof cell === 'object' && cell !== null && 'content' in cell ? cell : { content: cell }
}

function Header({ cell, scope }: { cell: CellDetails; scope: 'col' | 'row' }) {
  return (
    <th
      scope={scope}
      class={classes('govuk-table__header', cell.numeric && 'govuk-table__header--numeric', cell.class)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.content}
    </th>
  )
}

function DataCell({ cell }: { cell: CellDetails }) {
  return (
    <td
      class={classes('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.content}
    </td>
  )
}
