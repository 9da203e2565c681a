import { PrinterOutlined } from '@ant-design/icons'
import { Button, Drawer, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'
import { offsetInWords, printKinds } from '../rules/printers.ts'
import { PrintersDialog } from './PrintersDialog.tsx'
import { testedWords, usePrinters } from './printers.ts'
import { type PrintChoice, usePrint } from './usePrint.ts'
import { paperShort, paperWords, printRefusalWords } from './words.ts'

type ChoiceProps = { choice: PrintChoice; onChange: (choice: PrintChoice) => void; changed: boolean; busy: boolean; onAgain: () => void }

/** On what paper and on which printer; the printers themselves are kept in a dialog of their own. */
const Choice = ({ choice, onChange, changed, busy, onAgain }: ChoiceProps) => {
  const printers = usePrinters().data ?? []
  const [keeping, setKeeping] = useState(false)
  const printer = printers.find(({ id }) => id === choice.printerId)
  return (
    <div className="print-choice">
      <Segmented
        block
        aria-label="用纸"
        value={choice.kind}
        onChange={kind => onChange({ ...choice, kind })}
        options={printKinds.map(value => ({ value, label: paperShort[value] }))}
      />
      <p className="fine">{paperWords[choice.kind]}</p>
      <FormRow label="打印机" hint={printer ? `${offsetInWords(printer.offset)}；${testedWords(printer)}` : '不移动'}>
        {({ id }) => (
          <NativeSelect
            id={id}
            value={printer?.id ?? ''}
            empty="不选，按原位置"
            options={printers.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={value => onChange({ ...choice, printerId: value || null })}
          />
        )}
      </FormRow>
      <Button onClick={onAgain} loading={busy} disabled={!changed}>
        按新的选择重新生成
      </Button>
      <p className="fine">
        <button type="button" className="link" onClick={() => setKeeping(true)}>
          打印机、样张
        </button>
        ：先打样张对一对，偏了再调。
      </p>
      {keeping && <PrintersDialog onClose={() => setKeeping(false)} />}
    </div>
  )
}

const Preview = ({ url, count, narrow, frame }: { url: string; count: number; narrow: boolean; frame: React.Ref<HTMLIFrameElement> }) =>
  narrow ? (
    <p className="print-phone">
      <a className="link" href={url} target="_blank" rel="noreferrer">
        打开 PDF，共 {count} 页
      </a>
    </p>
  ) : (
    <iframe ref={frame} className="print-frame" title={`${count} 封介绍信的打印预览`} src={`${url}#toolbar=0&navpanes=0&view=FitH`} />
  )

/** The real PDF beside what can still be set. What is shown is what the printer gets. */
export const PrintDrawer = ({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) => {
  const narrow = useNarrow()
  const { choice, setChoice, url, making, name, made } = usePrint(ids)
  const frame = useRef<HTMLIFrameElement>(null)
  const changed = making.isError || (made !== undefined && (made.kind !== choice.kind || made.printerId !== choice.printerId))
  // What is shown is what the printer gets: not while another paper or printer is chosen.
  const ready = url !== undefined && !making.isPending && !changed

  return (
    <Drawer
      open
      size={narrow ? '100%' : 920}
      title={`打印 ${ids.length} 封介绍信`}
      onClose={onClose}
      className="print-drawer"
      footer={
        <div className="row print-foot">
          <span className="second">每次生成都记入打印记录：哪封、何时、何人。</span>
          <span className="row-end row">
            {ready && (
              <Button href={url} download={name}>
                存为 PDF
              </Button>
            )}
            {!narrow && (
              <Button type="primary" icon={<PrinterOutlined />} disabled={!ready} onClick={() => frame.current?.contentWindow?.print()}>
                打印 {ids.length} 封
              </Button>
            )}
          </span>
        </div>
      }
    >
      <div className="print-body">
        <div className="print-set">
          <p className="second">每封一页，三联同页，按名册次序（支部、学号）。身份证号和手机号在纸上是完整的，请当面交接。</p>
          <Choice choice={choice} onChange={setChoice} changed={changed} busy={making.isPending} onAgain={() => making.mutate(choice)} />
        </div>
        <div className="print-paper">
          {making.error && <ErrorState title="PDF 没有生成" next={wordsOf(problemOf(making.error), printRefusalWords)} />}
          {making.isPending && <Skeleton lines={10} />}
          {url && !making.isPending && <Preview url={url} count={ids.length} narrow={narrow} frame={frame} />}
        </div>
      </div>
    </Drawer>
  )
}
