/** Code 128 as a drawing that stays sharp at any size. */
import { byAndBy, mapping } from '../../kernel/steps.ts'

/** Loaded with the first sheet that is printed: it knows a hundred symbologies. */
const drawer = () => import('bwip-js/node')

/** An SVG of the bars alone for each text, with the quiet zones that scanners need. Letters, digits and signs of ASCII. */
export async function barcodes(texts: readonly string[]): Promise<string[]> {
  const { toSVG } = await drawer()
  // Ten modules of white at either side (ISO/IEC 15417, 4.6); two units make a module.
  const drawing = (text: string) => toSVG({ bcid: 'code128', text, includetext: false, height: 10, paddingwidth: 10, paddingheight: 0 })
  return byAndBy(mapping(texts, drawing))
}
