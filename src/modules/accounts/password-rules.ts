import { fold } from '../../shared/vietnamese-text.ts'

export const PASSWORD_MIN = 10
/** What the hash must take at most; in UTF-16 units, as the sign-in library counts. */
export const PASSWORD_MAX = 128

// Long enough, and yet first in every list of guesses.
const common = ['1234567890', '0123456789', 'qwertyuiop', 'matkhau', 'password', 'iloveyou', 'anhyeuem', 'emyeuanh', 'vietnam', 'congdan']

/** True for a password that a stranger would try early: the user name in it, one letter repeated, or a common word with little else. */
export function isGuessable(password: string, username: string): boolean {
  const plain = fold(password).replace(/[^a-z0-9]/g, '')
  if (new Set(plain).size < 4) return true
  const rest = [username, ...common].reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest.length < plain.length && rest.length < 5
}
