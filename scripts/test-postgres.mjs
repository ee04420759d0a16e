// node scripts/test-postgres.mjs [FILE …]: the suite against a real PostgreSQL server of its own, which is gone afterwards.
// With TEST_POSTGRES_URL set, it uses that server instead (its user must be allowed to create databases).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startPostgres } from './postgres-server.mjs'
import { install, node, root, stop } from './prepare.mjs'

install()
process.exitCode = process.env.TEST_POSTGRES_URL ? suite(process.env.TEST_POSTGRES_URL) : await withServer(suite)

/** @returns the suite's exit code */
function suite(url) {
  console.log(`\n— Tests on a PostgreSQL server (${url.replace(/\/\/[^/@]*@/, '//')})`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const files = process.argv.slice(2)
  const outcome = spawnSync(node, [vitest, 'run', ...files], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_DATABASE: url },
  })
  return outcome.status ?? 1
}

/** Starts a server in a folder of its own, does the work, and leaves neither behind. */
async function withServer(work) {
  const server = await startPostgres().catch((error) => stop(error.message))
  try {
    return work(server.url())
  } finally {
    await server.discard()
  }
}
