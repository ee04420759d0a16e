import { path } from '../platform/index.ts'

export const paths = {
  start: path('/'),
  signUp: path('/sign-up'),
  finishSignUp: path('/finish-signing-up'),
  signIn: path('/sign-in'),
  signOut: path('/sign-out'),
  forgotten: path('/forgotten-passphrase'),
  reset: path('/new-passphrase'),
  confirmAddress: path('/confirm-address'),
  account: path('/account'),
  accountName: path('/account/name'),
  accountPassphrase: path('/account/passphrase'),
  accountSessions: path('/account/sessions'),
  accountAddress: path('/account/address'),
  accountData: path('/account/data.json'),
  closeAccount: path('/account/close'),
  goodbye: path('/goodbye'),
  /** Where password managers look for the page that changes a passphrase. */
  changePassword: path('/.well-known/change-password'),
  outbox: path('/outbox'),
  newOrganisation: path('/organisations/new'),
  organisation: path('/organisations/:organisation'),
  describe: path('/organisations/:organisation/description'),
} as const
