/** Something that the person can put right: shown as its sentence, without a stack. */
export class Refusal extends Error {}

/**
 * Does one step and says so in a line, with the time it took.
 * @template T
 * @param {string} words
 * @param {() => Promise<T>} act
 */
export async function step(words, act) {
  const began = performance.now()
  if (process.stdout.isTTY) process.stdout.write(`· ${words} …`)
  let end = 'không xong / failed'
  try {
    const result = await act()
    end = `${((performance.now() - began) / 1000).toFixed(1)} s`
    return result
  } finally {
    process.stdout.write(`${process.stdout.isTTY ? '\r\x1b[2K' : ''}· ${words}: ${end}\n`)
  }
}
