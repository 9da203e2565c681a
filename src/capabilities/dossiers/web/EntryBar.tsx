import { wordsOf } from '../../../ui/problem.ts'
import type { AskedPaper, DossierLine } from '../contract.ts'
import { isBlank, type Paper, paperInWords, problemNames, problemsOf } from '../rules.ts'
import { legend } from './grid.ts'
import type { Entering } from './useEntering.ts'
import { LEGEND } from './useGrid.ts'

const SavingWords = ({ entering: { saving, problem, entries } }: { entering: Entering }) => {
  if (saving === 'saved') return <span className="second">已全部保存</span>
  if (saving === 'saving') return <span className="second">正在保存</span>
  return (
    <span className={problem ? 't-red' : 'second'}>
      {entries.edits.size} 格还没有保存{problem && `：${wordsOf(problem)}已留在本机，会自动再存。`}
    </span>
  )
}

type EntryBarProps = { person: DossierLine; asked: AskedPaper; open: boolean; paper: Paper; entering: Entering }

/** What the cell in hand says, what it lacks, whether all is saved; and the keys. */
export const EntryBar = ({ person, asked, open, paper, entering }: EntryBarProps) => {
  const troubles = isBlank(paper) ? [] : problemsOf(asked, paper)
  return (
    <section className="entry-bar" aria-label="当前格和按键">
      <p className="entry-now">
        <b>
          {person.name} · {asked.name}
        </b>
        <span>{person.asked.includes(asked.key) ? paperInWords(paper) : '不要求这一份'}</span>
        {troubles.length > 0 && <span className="t-red">{troubles.map(problem => problemNames[problem]).join('、')}</span>}
        {!open && person.asked.includes(asked.key) && <span className="t-ochre">已签字封存，不能改</span>}
        <span className="row-end" role="status">
          <SavingWords entering={entering} />
        </span>
      </p>
      <p className="entry-small fine">屏幕窄时，从装档名单点开一个人，逐份录入更方便。</p>
      <details className="entry-legend" open>
        <summary id={LEGEND}>按键</summary>
        <ul>
          {legend.map(({ keys, means }) => (
            <li key={keys}>
              <kbd>{keys}</kbd> {means}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
