import type { PreviewView } from '../contract.ts'
import { useMissingWords } from './listWords.ts'
import type { Hands } from './useMending.ts'

type Repair = PreviewView['repairs'][number]

/** Blanks are seen only between quotation marks. */
const quoted = (text: string, kind: string) => (kind === 'spaces' ? `“${text}”` : text)

const Example = ({ example, kind }: { example: Repair['examples'][number] | undefined; kind: string }) =>
  example ? (
    <p className="second fixes-example">
      <s>{quoted(example.before, kind)}</s>
      <i>→</i>
      {quoted(example.after, kind)}
    </p>
  ) : null

const RepairLine = ({ repair: { kind, label, count, examples } }: { repair: Repair }) => (
  <li>
    <details>
      <summary>
        <span>{label}</span>
        <b>{count}</b>
        <Example example={examples[0]} kind={kind} />
      </summary>
      {examples.slice(1).map(example => (
        <Example key={`${example.row} ${example.column}`} example={example} kind={kind} />
      ))}
      <p className="fine">
        {examples.length < count ? `举 ${examples.length} 例，在第 ` : '在第 '}
        {examples.map(example => example.row).join('、')} 行
      </p>
    </details>
  </li>
)

type Skipped = PreviewView['skipped']

const reasonsOf = (skipped: Skipped) => [...Map.groupBy(skipped, ({ reason }) => reason)]

const rowsInWords = (rows: readonly number[]) => (rows.length > 6 ? `第 ${rows.slice(0, 6).join('、')} 等行` : `第 ${rows.join('、')} 行`)

const SkippedLine = ({ reason, skipped, hands }: { reason: string; skipped: Skipped; hands: Hands }) => {
  const rows = skipped.map(({ row }) => row)
  return (
    <li>
      <p className="fixes-line">
        <span>{skipped[0]!.label}</span>
        <b>{skipped.length}</b>
      </p>
      <p className="second fixes-line">
        <span>{rowsInWords(rows)}</span>
        {reason === 'chosen' && (
          <button type="button" className="link" onClick={() => hands.unskip(rows)}>
            恢复
          </button>
        )}
      </p>
    </li>
  )
}

const Missing = ({ missing }: { missing: PreviewView['missing'] }) => {
  const words = useMissingWords()
  return (
    <>
      <h2>
        {words.title} <b>{missing.length}</b> 人
      </h2>
      <p className="second">{words.note}</p>
      <details className="fixes-people">
        <summary>看名单</summary>
        <ul>
          {missing.map(({ studentNumber, name, branch }) => (
            <li key={studentNumber}>
              {name} <span className="quiet">{studentNumber}</span>
              <span className="second">{branch}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** What the machine did by itself, kind by kind; what it left out; who is not in the file. */
export const FixesPanel = ({ preview: { repairs, skipped, missing }, hands }: { preview: PreviewView; hands: Hands }) => {
  const mended = repairs.reduce((sum, { count }) => sum + count, 0)
  return (
    <aside className="fixes" aria-label="自动改好的、跳过的和文件里没有的">
      <h2>
        已替您改好 <b>{mended}</b> 处
      </h2>
      <p className="second">{mended > 0 ? '只统一写法，不影响原文件。点开看例子。' : '没有需要统一写法的格子。'}</p>
      <ul>
        {repairs.map(repair => (
          <RepairLine key={repair.kind} repair={repair} />
        ))}
      </ul>
      {skipped.length > 0 && (
        <>
          <h2>已跳过</h2>
          <ul>
            {reasonsOf(skipped).map(([reason, rows]) => (
              <SkippedLine key={reason} reason={reason} skipped={rows} hands={hands} />
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && <Missing missing={missing} />}
    </aside>
  )
}
