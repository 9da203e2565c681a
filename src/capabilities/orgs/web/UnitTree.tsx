import { useState } from 'react'
import { below, holdsMembers, kindNames, unitKinds } from '../rules.ts'
import type { TreeLine } from './tree.ts'
import { CreateDialog, DissolveDialog, RenameDialog } from './UnitDialogs.tsx'
import './orgs.css'

type Act = 'create' | 'rename' | 'dissolve'
type Open = { act: Act; line: TreeLine } | null

const dialogs = { create: CreateDialog, rename: RenameDialog, dissolve: DissolveDialog }

/** Whether any kind of unit may hang below this one. */
const mayHaveBelow = ({ unit }: TreeLine) => unitKinds.some(kind => below[kind].includes(unit.kind))

const Actions = ({ line, onAct }: { line: TreeLine; onAct: (act: Act) => void }) => {
  const action = (act: Act, label: string) => (
    <button type="button" className="link" aria-label={`${label}：${line.unit.name}`} onClick={() => onAct(act)}>
      {label}
    </button>
  )
  return (
    <span className="units-actions">
      {mayHaveBelow(line) && action('create', '加下级')}
      {action('rename', '改名')}
      {line.unit.kind !== 'committee' && action('dissolve', '撤销')}
    </span>
  )
}

const note = ({ unit, branches }: TreeLine) => {
  if (holdsMembers(unit.kind)) return '党员编入本单位'
  return branches > 0 ? `下设 ${branches} 个党支部` : '还没有党支部'
}

/** One line a unit, set in by its depth. */
export const UnitTree = ({ lines, editable }: { lines: readonly TreeLine[]; editable: boolean }) => {
  const [open, setOpen] = useState<Open>(null)
  const Dialog = open && dialogs[open.act]
  return (
    <>
      <ul className="units" aria-label="单位树">
        {lines.map(line => (
          <li key={line.unit.id} className={`units-depth-${Math.min(line.depth, 3)}`}>
            <span className="units-name">{line.unit.name}</span>
            <span className="second">{kindNames[line.unit.kind]}</span>
            <span className="units-note second">{note(line)}</span>
            {editable && <Actions line={line} onAct={act => setOpen({ act, line })} />}
          </li>
        ))}
      </ul>
      {Dialog && <Dialog unit={open.line.unit} onClose={() => setOpen(null)} />}
    </>
  )
}
