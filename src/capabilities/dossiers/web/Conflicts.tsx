import { Button } from 'antd'
import type { AskedPaper, DossierLine } from '../contract.ts'
import { paperInWords } from '../rules.ts'
import { keyParts } from './entries.ts'
import type { Entering } from './useEntering.ts'
import { cellRefusalWords } from './words.ts'

type ConflictsProps = { entering: Entering; rows: readonly DossierLine[]; checklist: readonly AskedPaper[] }

/** Where two have typed the same cell: both are shown, and somebody chooses. */
export const Conflicts = ({ entering: { entries, settle }, rows, checklist }: ConflictsProps) => {
  if (entries.conflicts.length + entries.refused.length === 0) return null
  const whose = (key: string) => {
    const [graduateId, paper] = keyParts(key)
    const name = rows.find(row => row.graduateId === graduateId)?.name ?? ''
    return `${name} · ${checklist.find(asked => asked.key === paper)?.name ?? paper}`
  }
  return (
    <section className="entry-conflicts" role="alert" aria-label="没有写进去的">
      {entries.conflicts.map(({ key, mine, theirs }) => (
        <p key={key}>
          <b>{whose(key)}</b>
          <span>
            {theirs.by} 先填了：{paperInWords(theirs)}
          </span>
          <span>你填的：{paperInWords(mine)}</span>
          <Button size="small" onClick={() => settle(key, 'theirs')}>
            用对方的
          </Button>
          <Button size="small" onClick={() => settle(key, 'mine')}>
            用我的
          </Button>
        </p>
      ))}
      {entries.refused.map(({ key, reason }) => (
        <p key={key}>
          <b>{whose(key)}</b>
          <span>{cellRefusalWords[reason]}</span>
        </p>
      ))}
    </section>
  )
}
