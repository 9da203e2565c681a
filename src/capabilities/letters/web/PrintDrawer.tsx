import { PrinterOutlined } from '@ant-design/icons'
import { Button, Drawer, InputNumber } from 'antd'
import { useRef } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'
import { type Offset, usePrint } from './usePrint.ts'
import { printRefusalWords } from './words.ts'

/** Farther than this the words would run off the paper. */
const FARTHEST_MM = 30

type OffsetFieldsProps = { offset: Offset; onChange: (offset: Offset) => void; changed: boolean; busy: boolean; onAgain: () => void }

const OffsetFields = ({ offset, onChange, changed, busy, onAgain }: OffsetFieldsProps) => {
  const field = (label: string, name: keyof Offset, hint: string) => (
    <FormRow label={label} hint={hint}>
      {({ id, 'aria-describedby': described }) => (
        <InputNumber
          id={id}
          aria-describedby={described}
          value={offset[name]}
          min={-FARTHEST_MM}
          max={FARTHEST_MM}
          step={0.5}
          precision={1}
          suffix="毫米"
          onChange={value => onChange({ ...offset, [name]: value ?? 0 })}
        />
      )}
    </FormRow>
  )
  return (
    <div className="print-offset">
      {field('横向移动', 'right', '向右为正')}
      {field('纵向移动', 'down', '向下为正')}
      <Button onClick={onAgain} loading={busy} disabled={!changed}>
        按新位置重新生成
      </Button>
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
  const { offset, setOffset, url, making, name, made } = usePrint(ids)
  const frame = useRef<HTMLIFrameElement>(null)
  const changed = made !== undefined && (made.right !== offset.right || made.down !== offset.down)
  const ready = url !== undefined && !making.isPending

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
          <p>
            <Mark tone="green" glyph="check">
              A4 白纸，三联同页
            </Mark>
          </p>
          <p className="second">每封一页，按编号次序。身份证号和手机号在纸上是完整的，请当面交接。</p>
          <OffsetFields
            offset={offset}
            onChange={setOffset}
            changed={changed}
            busy={making.isPending}
            onAgain={() => making.mutate(offset)}
          />
          <p className="fine">先打一张对一对，偏了再移；本机会记住。</p>
        </div>
        <div className="print-paper">
          {making.error && <ErrorState title="PDF 没有生成" next={wordsOf(problemOf(making.error), printRefusalWords)} />}
          {making.isPending && <Skeleton lines={10} />}
          {ready && <Preview url={url} count={ids.length} narrow={narrow} frame={frame} />}
        </div>
      </div>
    </Drawer>
  )
}
