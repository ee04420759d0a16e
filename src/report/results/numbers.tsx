import { type Child, RatingMark, type StandardsData, UNRATED } from '../../ui/index.ts'

/** How many indicators stand at each rating, and how many of those are core: beside the picture that shows which. */
export function Numbers({ data }: { data: StandardsData }) {
  const all = data.standards.flatMap(({ indicators }) => indicators)
  const unrated = UNRATED.map(({ kind, label }) => ({ label, found: all.filter(({ state }) => state.kind === kind) }))
  return (
    <dl class="app-results-numbers">
      {data.ratings.map(({ order, label }) => (
        <Row
          found={all.filter(({ state }) => state.kind === 'rated' && state.order === order)}
          label={<RatingMark order={order} count={data.ratings.length} label={label} />}
        />
      ))}
      {unrated.map(({ label, found }) => found.length > 0 && <Row found={found} label={label} />)}
    </dl>
  )
}

function Row({ label, found }: { label: Child; found: readonly { readonly core: boolean }[] }) {
  const core = found.filter((indicator) => indicator.core).length
  return (
    <div class="app-results-numbers__row">
      <dt>{label}</dt>
      <dd>
        <strong>{found.length}</strong>
        {core > 0 && <span class="app-results-numbers__core"> ({core} core)</span>}
      </dd>
    </div>
  )
}
