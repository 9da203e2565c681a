/** 往届未了 as a list that comes as a workbook: each row opens what an earlier year left open, and changes nothing that is held. */
import { listKind } from '../imports/index.ts'
import { carryFacts } from './facts.ts'
import { type Held, heldFor } from './held.ts'
import { type CarryEntry, type CarryFacts, carryChoices, carryEntry, carryFields, carryKey, heldComplaints, together } from './rules.ts'
import { standingNow, takeBack } from './undo.ts'
import { write } from './write.ts'

export const carryoverImports = listKind<CarryFacts, CarryEntry, Held>({
  kind: 'carryovers',
  title: '往届未了',
  hints:
    '一人一行，先填是谁，再填未了事项。保留组织关系的填“去向类别”到“书面申请”；延期毕业的填“延期原因”到“专人电话”；回执未回的填“介绍信编号”到“方式”，编号照原信写。日期写成 2021-06-20，年月写成 2024-06，用不到的列留空。',
  fields: () => carryFields,
  choices: carryChoices,
  facts: carryFacts,
  entry: carryEntry,
  key: carryKey,
  keyField: 'studentNumber',
  together,
  held: (context, _, entries, hold) => heldFor(context, entries, hold),
  isHeld: ({ carried }) => carried !== null,
  changes: () => [],
  complaints: (entry, held) => (held ? heldComplaints(entry, held) : []),
  apply: write,
  undo: { now: standingNow, takeBack },
})
