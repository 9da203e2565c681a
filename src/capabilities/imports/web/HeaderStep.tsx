import { Button, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { Foot } from '../../../ui/Foot.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { PreviewView } from '../contract.ts'
import { unreadableOf } from './api.ts'
import type { ImportWrites } from './useImport.ts'
import { importProblemWords } from './words.ts'

type HeaderStepProps = { preview: PreviewView; writes: ImportWrites; onNext: () => void }

const HeadTable = ({ preview, row, onRow }: { preview: PreviewView; row: number; onRow: (row: number) => void }) => (
  <section className="wizard-head-frame" aria-label="工作表的前几行" tabIndex={-1}>
    <table className="wizard-table">
      <thead>
        <tr>
          <th scope="col">表头</th>
          <th scope="col">行</th>
          <th scope="col" colSpan={Math.max(1, ...preview.head.map(({ cells }) => cells.length))}>
            内容
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.head.map(({ row: at, cells }) => (
          <tr key={at} className={at === row ? 'wizard-head-here' : undefined}>
            <td>
              <Radio checked={at === row} onChange={() => onRow(at)} aria-label={`第 ${at} 行是表头`} name="header-row" />
            </td>
            <td>{at}</td>
            {cells.map((cell, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
              <td key={position} title={cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** 认表头: which sheet and which row, found already and open to correction. */
export const HeaderStep = ({ preview, writes: { mend }, onNext }: HeaderStepProps) => {
  const [row, setRow] = useState(preview.headerRow)
  const moved = row !== preview.headerRow
  const next = () => {
    if (moved) mend.mutate({ headerRow: row }, { onSuccess: onNext })
    else onNext()
  }
  const otherSheet = (sheet: string) => mend.mutate({ sheet }, { onSuccess: () => setRow(0) })
  const problem = mend.error ? (unreadableOf(mend.error)?.text ?? importProblemWords(problemOf(mend.error))) : undefined
  const chosen = row === 0 ? preview.headerRow : row
  return (
    <>
      {preview.sheets.length > 1 && (
        <div className="wizard-part">
          <Segmented
            aria-label="工作表"
            value={preview.sheet}
            disabled={mend.isPending}
            onChange={otherSheet}
            options={preview.sheets.map(({ name, rows }) => ({ value: name, label: `${name} ${rows} 行` }))}
          />
          <p className="fine">换一张工作表，表头、对列和改正都重新开始。隐藏的工作表不读取。</p>
        </div>
      )}
      {problem && (
        <p className="wizard-said wizard-said-red" role="alert">
          {problem}
        </p>
      )}
      <HeadTable preview={preview} row={chosen} onRow={setRow} />
      <Foot chosen={`表头在第 ${chosen} 行`} note="表头占两行的，选下面一行">
        <Button type="primary" loading={mend.isPending} onClick={next}>
          {moved && row !== 0 ? `以第 ${chosen} 行为表头，去对列` : '表头没错，去对列'}
        </Button>
      </Foot>
    </>
  )
}
