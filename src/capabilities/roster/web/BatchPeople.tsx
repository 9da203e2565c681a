import type { BatchPreview } from '../contract/batch.ts'

type Person = BatchPreview['people'][number]

/** More than anybody reads through; the counts speak for the rest. */
const SHOWN = 200

const order = { wrong: 0, changed: 1, same: 2 } as const

const Change = ({ person }: { person: Person }) => {
  if (person.kind === 'wrong') return <span className="t-red">不改：{person.problems.join('；')}</span>
  if (person.kind === 'same') return <span className="quiet">本来就是这样</span>
  return person.changes.map(({ field, label, before, after }) => (
    <span key={field} className="batch-change">
      {label}：{before && <del>{before}</del>} <b>{after || '（清空）'}</b>
    </span>
  ))
}

/** What becomes of each; who is left out stands first, with the reason. */
export const BatchPeople = ({ found }: { found: BatchPreview }) => {
  const { changed, same, wrong } = found.counts
  const people = found.people.toSorted((a, b) => order[a.kind] - order[b.kind])
  return (
    <section className="batch-preview" aria-label="预览">
      <p role="status">
        <b>将修改 {changed} 人</b>
        {same > 0 && <span className="second">{same} 人本来就是这样</span>}
        {wrong > 0 && <span className="t-red">{wrong} 人改不了，不动</span>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul tabIndex={0} aria-label="逐人预览">
        {people.slice(0, SHOWN).map(person => (
          <li key={person.id}>
            <span>
              {person.name} <span className="second">{person.branchName}</span>
            </span>
            <span>
              <Change person={person} />
            </span>
          </li>
        ))}
      </ul>
      {people.length > SHOWN && (
        <p className="fine">
          这里列出前 {SHOWN} 人，其余 {people.length - SHOWN} 人照样修改
        </p>
      )}
    </section>
  )
}
