import { fold } from '../../shared/vietnamese-text.ts'

export const USERNAME_MIN = 3
export const USERNAME_MAX = 40

/** Small Latin letters, digits, dot and underscore: the same on every keyboard. */
export const usernameForm = /^[a-z0-9][a-z0-9._]*$/

/** What people type for their user name: any case, with or without tone marks, spaces around it. */
export function normalUsername(typed: string): string {
  return fold(typed.trim())
}

export function isUsername(name: string): boolean {
  return name.length >= USERNAME_MIN && name.length <= USERNAME_MAX && usernameForm.test(name)
}
