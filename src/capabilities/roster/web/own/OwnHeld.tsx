import { useState } from 'react'
import { Section } from '../../../../ui/Section.tsx'
import type { OwnDataView } from '../../contract/own-data.ts'
import { outcomeNames } from '../../rules/outcomes.ts'
import { whenInWords } from '../changeWords.ts'
import { dayOfAt, deviceWords } from './words.ts'

/** What the office keeps behind the outcome of study: named, not shown. */
export const OwnPapers = ({ papers }: Pick<OwnDataView, 'papers'>) => {
  if (papers.length === 0) return null
  return (
    <Section title="学业结果的文件" note="只列名称">
      <ul className="mine-held">
        {papers.map(({ name, outcome, addedAt }) => (
          <li key={`${addedAt} ${name}`}>
            <span>{name}</span>
            <span className="fine">
              {outcomeNames[outcome]}，{dayOfAt(addedAt)}附
            </span>
          </li>
        ))}
      </ul>
      <p className="fine">扫描件加密存在学校这里，每次有人打开都有记录。要看原件请联系支部负责老师。</p>
    </Section>
  )
}

/** As many as one looks through; the download tells all. */
const SHOWN = 3

/** Where and when one has signed in, as long as it is held. */
export const OwnSignIns = ({ signIns }: Pick<OwnDataView, 'signIns'>) => {
  const [all, setAll] = useState(false)
  if (signIns.length === 0) return null
  const shown = all ? signIns : signIns.slice(0, SHOWN)
  return (
    <Section title="登录记录" note="仅限系统里还存有的">
      <ul className="mine-held">
        {shown.map(({ since, lastSeen, address, device }) => (
          <li key={since}>
            <span>{whenInWords(since)}</span>
            <span className="fine">{[deviceWords(device), address, `最近使用 ${whenInWords(lastSeen)}`].filter(Boolean).join('，')}</span>
          </li>
        ))}
      </ul>
      {!all && signIns.length > SHOWN && (
        <button type="button" className="link mine-more" onClick={() => setAll(true)}>
          看全部 {signIns.length} 次
        </button>
      )}
      <p className="fine">有不是你本人的，请尽快告诉支部负责老师。</p>
    </Section>
  )
}
