/** From basic Latin, and what Vietnamese shares with Western Europe: accents on single vowels, quotes, dashes, signs. */
export const latin =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  '\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý§©«»°±²³·×÷–—‘’“”•…‹›€−'

/** What only Vietnamese adds: ă đ ĩ ũ ơ ư, the stacked vowels, the five tone marks as combining signs, and ₫. */
export const vietnamese =
  'ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0303\u0309\u0323₫' +
  Array.from({ length: 0x1ef9 - 0x1ea0 + 1 }, (_, i) => String.fromCharCode(0x1ea0 + i)).join('')
