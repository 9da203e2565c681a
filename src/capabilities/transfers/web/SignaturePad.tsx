import { Button } from 'antd'
import { type PointerEvent, useRef } from 'react'
import { isSignature, SIGNATURE_PAD, type Stroke, strokePath } from '../../letters/rules.ts'
import './handover.css'

type SignaturePadProps = { strokes: readonly Stroke[]; onChange: (strokes: readonly Stroke[]) => void }

/** Points nearer than this to the last one tell nothing more. */
const LEAST_STEP = 4

/** Where the pointer is, in the pad's own measure. */
const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }, pad: Element) => {
  const { left, top, width, height } = pad.getBoundingClientRect()
  return [((clientX - left) / width) * SIGNATURE_PAD.width, ((clientY - top) / height) * SIGNATURE_PAD.height] as const
}

/** Signed with a finger, a pen or the mouse; whoever can't draw signs on paper. */
export const SignaturePad = ({ strokes, onChange }: SignaturePadProps) => {
  const drawing = useRef<number>(undefined)

  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== undefined) return
    drawing.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    onChange([...strokes, [placeOf(event, event.currentTarget)]])
  }
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== event.pointerId) return
    const pad = event.currentTarget
    const stroke = [...(strokes.at(-1) ?? [])]
    // What the pointer did between two frames belongs to the line too.
    const between = event.nativeEvent.getCoalescedEvents?.() ?? []
    for (const at of between.length > 0 ? between : [event.nativeEvent]) {
      const place = placeOf(at, pad)
      const last = stroke.at(-1)
      if (!last || Math.hypot(place[0] - last[0], place[1] - last[1]) >= LEAST_STEP) stroke.push(place)
    }
    onChange([...strokes.slice(0, -1), stroke])
  }
  const end = () => {
    drawing.current = undefined
  }
  return (
    <div className="signature">
      <svg
        role="img"
        aria-label={isSignature(strokes) ? '签名，已签' : '签名处，还没有签'}
        className="signature-pad"
        viewBox={`0 0 ${SIGNATURE_PAD.width} ${SIGNATURE_PAD.height}`}
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={strokes.map(strokePath).join('')} />
      </svg>
      <p className="row">
        <span className="second">请领取人在框内签名</span>
        <Button type="text" disabled={strokes.length === 0} onClick={() => onChange([])}>
          重签
        </Button>
      </p>
    </div>
  )
}
