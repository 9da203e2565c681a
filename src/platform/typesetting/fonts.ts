/** The fonts at hand: the shipped serif, the machine's larger one for rare characters, and the owner's own folders. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SHIPPED = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc/package.json')))

/** Debian's fonts-noto-cjk: has most of the Han characters of Extension B. */
const DEBIAN_NOTO = '/usr/share/fonts/opentype/noto'

const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i

const filesIn = (folder: string, wanted: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => wanted.test(name))
        .sort()
        .map(name => join(folder, name))
    : []

/** Font files in the order in which a missing character is looked for. */
export const fontFiles = (ownFolders: readonly string[] = []): string[] => [
  ...filesIn(join(SHIPPED, '400Regular'), FONT_FILE),
  ...filesIn(join(SHIPPED, '700Bold'), FONT_FILE),
  ...ownFolders.flatMap(folder => filesIn(folder, FONT_FILE)),
  ...filesIn(DEBIAN_NOTO, /^NotoSerifCJK-(Regular|Bold)\.ttc$/),
]
