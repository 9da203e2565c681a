import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { PrinterView } from '../contract/printers.ts'
import { offsetInWords } from '../rules/printers.ts'
import { Correction } from './Correction.tsx'
import { testedWords, usePrinters, usePrinterWrites } from './printers.ts'
import { printerRefusalWords } from './words.ts'
import './printers.css'

type Writes = ReturnType<typeof usePrinterWrites>

const Line = ({ printer, writes }: { printer: PrinterView; writes: Writes }) => {
  const [open, setOpen] = useState<'correcting' | 'removing'>()
  const { id, name, version } = printer
  const close = () => setOpen(undefined)
  return (
    <li>
      <div className="printer-line">
        <p>
          <b>{name}</b>
          <span className="second">
            {offsetInWords(printer.offset)}　{testedWords(printer)}
          </span>
        </p>
        <span className="row">
          <Button loading={writes.testSheet.isPending && writes.testSheet.variables === id} onClick={() => writes.testSheet.mutate(id)}>
            打样张
          </Button>
          <Button onClick={() => setOpen('correcting')}>按样张调整</Button>
          <Button type="text" aria-label={`撤下${name}`} onClick={() => setOpen('removing')}>
            撤下
          </Button>
        </span>
      </div>
      {open === 'correcting' && <Correction printer={printer} save={writes.save} onDone={close} />}
      {open === 'removing' && (
        <p className="row printer-correction">
          <span>撤下以后不能再选它；打印记录里的名称仍在。</span>
          <Button onClick={close}>取消</Button>
          <Button danger loading={writes.remove.isPending} onClick={() => writes.remove.mutate({ id, version })}>
            撤下
          </Button>
        </p>
      )}
    </li>
  )
}

const Add = ({ add }: Pick<Writes, 'add'>) => {
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) add.mutate({ name: name.trim() }, { onSuccess: () => setName('') })
  }
  return (
    <form className="printer-add" onSubmit={submit}>
      <input
        className="answer-input"
        aria-label="打印机名称"
        placeholder="名称，例：206 室激光打印机"
        maxLength={40}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Button htmlType="submit" loading={add.isPending} disabled={name.trim() === ''}>
        添一台
      </Button>
    </form>
  )
}

/** The printers of the office: each is tested by a sheet of its own and corrected by what was measured on it. */
export const PrintersDialog = ({ onClose }: { onClose: () => void }) => {
  const found = usePrinters()
  const writes = usePrinterWrites()
  const wrong = [writes.add, writes.save, writes.remove, writes.testSheet, writes.form].find(({ error }) => error)?.error ?? found.error
  return (
    <Dialog title="打印机" onClose={onClose} actions={<Button onClick={onClose}>关闭</Button>}>
      <p className="second">每台打印机走纸略有偏差。先打样张（没有编号，不是信），量出偏多少，存下后打印时自动移回来。</p>
      {!found.data && !found.error && <Skeleton lines={3} />}
      {found.data?.length === 0 && <p className="second">还没有打印机。添一台，再打样张。</p>}
      <ul className="printers">
        {found.data?.map(printer => (
          <Line key={printer.id} printer={printer} writes={writes} />
        ))}
      </ul>
      <Add add={writes.add} />
      <p className="fine">
        套打要用预印纸：
        <button type="button" className="link" disabled={writes.form.isPending} onClick={() => writes.form.mutate()}>
          下载预印纸底稿
        </button>
        ，交印刷厂印；空格的位置和套打一致。请核对。
      </p>
      {wrong && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(wrong), printerRefusalWords)}
        </p>
      )}
    </Dialog>
  )
}
