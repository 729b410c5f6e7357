import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Cost of one password hash. */
export interface Hashing {
  /** KiB of memory. */
  memoryCost: number
  timeCost: number
  parallelism: number
}

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
export const strongHashing: Hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** For tests and nothing else: 1 ms in place of 20. */
export const quickHashing: Hashing = { memoryCost: 64, timeCost: 1, parallelism: 1 }

/** argon2id (the library's own default), in PHC form. */
export function hashPassword(password: string, hashing: Hashing = strongHashing): Promise<string> {
  return hash(password.normalize('NFC'), hashing)
}

export async function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFC')).catch(() => false)
}

// Without the letters that people mix up on paper: 0 O 1 I l.
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A password to hand over on paper: four groups of four, 80 bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
