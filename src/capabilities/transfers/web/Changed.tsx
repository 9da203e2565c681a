import { Button } from 'antd'
import type { CaseView } from '../contract.ts'
import { BothVersions } from './BothVersions.tsx'
import { caseLines } from './versions.ts'

type ChangedProps = {
  seen: CaseView
  now: CaseView
  /** The step's name when it is no longer open. */
  step?: string | undefined
  onLook: () => void
}

/** Somebody else has changed the case while a dialog was open: as it was, as it is, and on from there. */
export const Changed = ({ seen, now, step, onLook }: ChangedProps) => (
  <div className="versions-box" role="alert">
    <p>
      这件接转刚刚被别人改过，没有办您这一步；您填的都还在。
      {step ? `现在不能再“${step}”。` : '请对照后再办。'}
    </p>
    <BothVersions label="这件接转的两个样子" here="您打开时" there="现在" lines={caseLines(seen, now)} />
    {!step && (
      <div className="row">
        <Button onClick={onLook}>看过了，照现在的接着办</Button>
      </div>
    )}
  </div>
)
