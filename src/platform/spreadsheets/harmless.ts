/** What a spreadsheet program may take for a formula when the cell is edited or saved as csv; the full-width signs too. */
const dangerous = /^[=+\-@\t\r＝＋－＠]/

/** Text as it may stand in an exported cell: an apostrophe before what could be run (OWASP, CSV injection). */
export const harmless = (text: string): string => (dangerous.test(text) ? `'${text}` : text)
