import { readdirSync, readFileSync } from 'node:fs'

/** Resident megabytes of a process, and of its children together. Linux only: elsewhere null. */
export function residentMegabytes(pid: number): { own: number; children: number } | null {
  const own = resident(pid)
  if (own === null) return null
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .map((name) => resident(Number(name)) ?? 0)
  return { own, children: children.reduce((sum, each) => sum + each, 0) }
}

function status(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return null
  }
}

function resident(pid: number): number | null {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status(pid) ?? '')?.[1]
  return kilobytes ? Number(kilobytes) / 1024 : null
}

function parentOf(pid: number): number | null {
  const parent = /^PPid:\s+(\d+)/m.exec(status(pid) ?? '')?.[1]
  return parent ? Number(parent) : null
}
