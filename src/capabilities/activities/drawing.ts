/** A QR code as a drawing for a screen. */
import { renderSVG } from 'uqr'

export const drawing = (text: string): string => renderSVG(text, { ecc: 'L', border: 2 })
