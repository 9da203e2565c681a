/** What comes from Word or a page, before the editor's schema reads it: only what that cannot do by itself. */

/** Whole with what is in them: sheets and scripts are no words, and a picture is never fetched. */
const APART = /<(style|script|title|xml)\b[\s\S]*?<\/\1\s*>|<(?:img|link|meta|object|embed|iframe)\b[^>]*>/gi
const HANDLER = /\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi
const TOP_HEADING = /<(\/?)h1\b/gi
const LOW_HEADING = /<(\/?)h[456]\b/gi
const CELL_END = /<\/t[dh]\s*>(?=\s*<t[dh])/gi

/** Headings come to the two levels that there are, and the cells of a row stay apart. */
export const readyToPaste = (html: string): string =>
  html.replace(APART, '').replace(HANDLER, '').replace(TOP_HEADING, '<$1h2').replace(LOW_HEADING, '<$1h3').replace(CELL_END, '　$&')
