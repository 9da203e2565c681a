/** Where words may break at the end of a line. */

/** May break after any character: a zero-width space between each two. */
export const breakable = (text: string) => [...text].join('\u{200b}')

/** Han text breaks anywhere; a Latin word too long for the narrowest line must be told that it may. */
export const softened = (text: string) => text.replace(/[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]{25,}/gu, breakable)
