/** How many rows are read at once: enough that asking costs little, and few enough that nobody waits for it. */
const PAGE = 200

/**
 * Rows of a long list, read some at a time as they are asked for, so that the list never stands in memory as a whole.
 * @param page so many rows after this one, in the order of a key that no two rows share; the first when there is none before
 */
export async function* eachRow<Row>(
  page: (after: Row | null, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row, void, undefined> {
  let after: Row | null = null
  for (;;) {
    const rows: readonly Row[] = await page(after, PAGE)
    yield* rows
    after = rows.at(-1) ?? null
    if (rows.length < PAGE) return
  }
}
