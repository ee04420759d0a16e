import { path } from '../platform/index.ts'

export const paths = {
  about: path('/about'),
  help: path('/help'),
  privacy: path('/privacy'),
  accessibility: path('/accessibility'),
  licence: path('/licence'),
} as const
