import type { Attack } from '../scene.ts'
import { connections } from './connections.ts'
import { databaseKills } from './database-kills.ts'
import { fullDisk } from './full-disk.ts'
import { reports } from './reports.ts'
import { requests } from './requests.ts'
import { serverKills, serverStops } from './server-kills.ts'
import { texts } from './texts.ts'
import { twoServers } from './two-servers.ts'
import { uploads } from './uploads.ts'

/** In the order in which they are made. */
export const ATTACKS: readonly Attack[] = [
  requests,
  connections,
  texts,
  reports,
  uploads,
  serverKills,
  serverStops,
  databaseKills,
  fullDisk,
  twoServers,
]
