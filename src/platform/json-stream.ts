/** JSON text that is written as it stands: what was sealed keeps its very bytes. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * A value as indented JSON, part by part, so that a long list never stands in memory as one text. Besides what JSON knows, it may
 * hold lists that are still being read (`AsyncIterable`) and `JsonText`. The same text as `JSON.stringify(value, null, 2)`, but for
 * those. A member that is undefined is left out.
 */
async function* jsonParts(value: unknown, indent = ''): AsyncGenerator<string, void, undefined> {
  const inner = `${indent}  `
  if (value instanceof JsonText) yield value.text
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (isList(value)) {
    let count = 0
    for await (const each of value) {
      yield `${count === 0 ? '[' : ','}\n${inner}`
      yield* jsonParts(each, inner)
      count++
    }
    yield count === 0 ? '[]' : `\n${indent}]`
  } else {
    let count = 0
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue
      yield `${count === 0 ? '{' : ','}\n${inner}${JSON.stringify(name)}: `
      yield* jsonParts(member, inner)
      count++
    }
    yield count === 0 ? '{}' : `\n${indent}}`
  }
}

/** The same as a file that ends as text files do. */
export async function* jsonFile(value: unknown): AsyncGenerator<string, void, undefined> {
  yield* jsonParts(value)
  yield '\n'
}

function isList(value: object): value is Iterable<unknown> | AsyncIterable<unknown> {
  return Array.isArray(value) || Symbol.asyncIterator in value
}
