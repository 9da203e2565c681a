import { Checkbox, Input } from 'antd'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import type { AskedPaper, TroubleView } from '../contract.ts'
import { type Held, heldNames, helds, MOST_PAGES, markNames, marks, type Paper, problemNames } from '../rules.ts'
import { heldAs, withPages } from './grid.ts'

type PaperFormProps = {
  asked: AskedPaper
  paper: Paper
  troubles: readonly TroubleView[]
  /** Absent: to be read only. */
  onChange: ((paper: Paper) => void) | undefined
}

const heldOptions = helds.map(held => ({ value: held, label: heldNames[held] }))

/** One paper of one member, by mouse, finger or keyboard. */
export const PaperForm = ({ asked, paper, troubles, onChange }: PaperFormProps) => {
  const fixed = onChange === undefined
  const change = onChange ?? (() => undefined)
  const there = paper.held === 'original' || paper.held === 'copy'
  const pages = (text: string) => change(withPages(paper, text === '' || !/^\d+$/.test(text) ? null : Number(text)))
  return (
    <li className="dossier-paper">
      <p className="dossier-paper-name">
        <b>
          {asked.name}
          {asked.required && <span title="必备">*</span>}
        </b>
        {troubles.map(({ problem, explained }) => (
          <span key={problem} className={explained ? 'second' : 't-red'}>
            {problemNames[problem]}
            {explained && `：${explained}`}
          </span>
        ))}
      </p>
      {fixed ? (
        <p className="second">
          {[
            paper.held === null ? '未录' : heldNames[paper.held],
            paper.pages && `${paper.pages} 页`,
            ...marks.filter(mark => paper[mark]).map(mark => markNames[mark]),
            paper.remark,
          ]
            .filter(Boolean)
            .join('，')}
        </p>
      ) : (
        <div className="dossier-paper-form">
          <NativeSelect
            label={`${asked.name}，有没有`}
            value={paper.held ?? ''}
            empty="未录"
            options={heldOptions}
            onChange={held => change(held === '' ? { ...paper, held: null } : heldAs(paper, held as Held))}
          />
          <Input
            className="dossier-pages"
            aria-label={`${asked.name}，页数`}
            inputMode="numeric"
            suffix="页"
            disabled={!there}
            value={paper.pages === null ? '' : String(paper.pages)}
            maxLength={String(MOST_PAGES).length}
            onChange={event => pages(event.target.value)}
          />
          <span className="dossier-marks">
            {marks.map(mark => (
              <Checkbox
                key={mark}
                disabled={!there}
                checked={paper[mark]}
                onChange={event => change({ ...paper, [mark]: event.target.checked })}
              >
                {markNames[mark]}
                {asked.needs.includes(mark) && '*'}
              </Checkbox>
            ))}
          </span>
          <Input
            aria-label={`${asked.name}，备注`}
            placeholder={paper.held === 'not-needed' ? '不需要的理由' : '备注'}
            maxLength={200}
            value={paper.remark}
            onChange={event => change({ ...paper, remark: event.target.value })}
          />
        </div>
      )}
    </li>
  )
}
