import { z } from 'zod'
import type { Form } from '../../platform/index.ts'
import { emailAddress, type Read, readFields } from '../forms.ts'

export interface SignIn {
  /** Normalised. */
  readonly email: string
  readonly passphrase: string
}

const fields = z.object({ email: emailAddress, passphrase: z.string().min(1, 'Enter your passphrase') })

export function readSignIn(form: Form): Read<SignIn, keyof SignIn> {
  return readFields(form, fields)
}
