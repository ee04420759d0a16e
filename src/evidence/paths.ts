import { path } from '../platform/index.ts'

export const paths = {
  file: path('/organisations/:organisation/evidence/:evidence'),
  preview: path('/organisations/:organisation/evidence/:evidence/preview'),
} as const
