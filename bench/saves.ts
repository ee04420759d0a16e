import { bareCommits } from './bare-commits.ts'
import { type Figure, inTurns, milliseconds, perSecond } from './figure.ts'
import { underLoad } from './load.ts'
import { type Site, saver } from './site.ts'

/** Saving durably over HTTP, against committing the same rows with nothing around them. */
export async function saves({ server, dataDir, leads }: Site): Promise<readonly Figure[]> {
  const bare = bareCommits(dataDir)
  const [first, ...others] = leads.slice(1).map((lead) => saver(server, lead, 0))
  if (!first) throw new Error('nobody to save')
  const all = [first, ...others]
  const { port } = server
  await underLoad({ port, clients: all, seconds: 4 })
  await underLoad({ port, clients: [first], seconds: 1 })

  const found = await inTurns(5, {
    bare: () => bare.perSecond(1),
    one: async () => (await underLoad({ port, clients: [first], seconds: 1.5 })).mean,
    many: async () => (await underLoad({ port, clients: all, seconds: 1.5 })).perSecond,
  })
  bare.close()
  const commit = 1000 / found.bare
  return [
    {
      name: 'One durable save over HTTP, one client',
      measured: milliseconds(found.one),
      limit: `${milliseconds(commit)} a bare commit`,
      ratio: found.one / commit,
      aim: 'at most 3 bare commits',
      met: found.one <= 3 * commit,
    },
    {
      name: `Durable saves over HTTP, ${all.length} clients`,
      measured: perSecond(found.many),
      limit: `${perSecond(found.bare)} bare commits, one at a time`,
      ratio: found.many / found.bare,
      aim: '1.5 times as many',
      met: found.many >= 1.5 * found.bare,
    },
  ]
}
