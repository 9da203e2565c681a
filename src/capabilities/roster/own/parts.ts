/** What the roster tells a member of the data that is held: facts, numbers, end of study, changes, proposals, who has looked. */

import { type OwnDataPart, ownDataTime } from '../../accounts/index.ts'
import { roleNames } from '../../accounts/rules.ts'
import { cohort } from '../../plans/index.ts'
import { ownFields, type ProposalState } from '../rules/own-data.ts'
import { fieldLabel, outcomeNames, reductionNames, sensitiveFields } from '../rules.ts'
import { changes as changesOf } from '../store/changes.ts'
import { formerNumbersOf } from '../store/numbers.ts'
import * as store from '../store/proposals.ts'
import { heldTexts, ownKnown } from './held.ts'
import { papersOwnData } from './papers.ts'
import { proposalsInFull } from './view.ts'

/** More than any member has. */
const CHANGES = 10_000
const UNSEEN = '（号码或地址，旧值不留存）'

const facts: OwnDataPart = {
  key: 'facts',
  label: '名册资料（附件1）',
  columns: { label: '项目', text: '内容' },
  async read(context) {
    const known = await ownKnown(context)
    const texts = heldTexts(known)
    const former = await formerNumbersOf(context.trx, context.scope, known.held.memberId, known.studentNumber)
    return [
      ...ownFields.map(field => ({ label: fieldLabel(field), text: texts[field] || null })),
      ...(former.length > 0 ? [{ label: '曾用学号', text: former.join('、') }] : []),
    ]
  },
}

const study: OwnDataPart = {
  key: 'study',
  label: '届别与学业结果',
  columns: {
    cohort: '届',
    outcome: '学业结果',
    reason: '原因',
    document: '批准文号',
    documentOn: '批准日期',
    expectedOn: '预计毕业时间',
    placedBranch: '现编入支部',
    contactName: '联系专人',
    handling: '组织关系处理',
    reduction: '减员',
    reducedOn: '减员日期',
  },
  async read(context) {
    const { held } = await ownKnown(context)
    const found = await cohort(context.trx, context.scope, held.cohortId!)
    const { reason, document, documentOn, expectedOn, placedBranch, contactName, handling } = held.outcomeFacts ?? {}
    const said = { reason, document, documentOn, expectedOn, placedBranch, contactName, handling }
    return [
      {
        cohort: found?.name ?? null,
        outcome: outcomeNames[held.outcome ?? 'on-time'],
        ...Object.fromEntries(Object.entries(said).map(([key, text]) => [key, text ?? null])),
        reduction: held.reduction && reductionNames[held.reduction],
        reducedOn: held.reducedOn,
      },
    ]
  },
}

const history: OwnDataPart = {
  key: 'changes',
  label: '名册变动',
  columns: { at: '时间', by: '经办', field: '项目', before: '原来', after: '改为' },
  async read({ trx, scope }, memberId) {
    const rows = await changesOf(trx, scope, { memberId }, CHANGES)
    return rows.reverse().flatMap(({ at, actorName, kind, changes }) => {
      const when = { at: ownDataTime(at), by: actorName }
      if (kind === 'created') return [{ ...when, field: '登记入册', before: null, after: null }]
      return Object.entries(changes).map(([field, { before, after }]) => {
        const unseen = sensitiveFields.has(field)
        return { ...when, field: fieldLabel(field), before: unseen ? UNSEEN : before, after: unseen ? UNSEEN : after }
      })
    })
  },
}

export const proposalStateNames: Record<ProposalState, string> = {
  open: '等支部核对',
  accepted: '已采纳',
  partly: '部分采纳',
  refused: '没有采纳',
  withdrawn: '已撤回',
}

const proposals: OwnDataPart = {
  key: 'corrections',
  label: '本人提出的更正',
  columns: {
    at: '提出时间',
    field: '项目',
    before: '原来',
    after: '改为',
    said: '本人说明',
    state: '结果',
    decidedAt: '核对时间',
    by: '核对人',
    reason: '原因',
    evidence: '凭据',
  },
  async read(context, memberId) {
    const rows = await proposalsInFull(context, memberId)
    return rows.reverse().flatMap(row =>
      row.changes.map(({ label, before, after, accepted }) => ({
        at: ownDataTime(new Date(row.proposedAt)),
        field: label,
        before,
        after,
        said: row.reason || null,
        state: accepted === null ? proposalStateNames[row.state] : accepted ? '已采纳' : '没有采纳',
        decidedAt: row.decidedAt && ownDataTime(new Date(row.decidedAt)),
        by: row.decidedName,
        reason: row.decidedReason,
        evidence: row.evidence.length > 0 ? `${row.evidence.length} 份` : null,
      })),
    )
  },
}

const accessNames: Readonly<Record<string, string>> = {
  'members.revealed': '查看完整号码',
  'transfer.revealed': '在党务系统录入清单里查看完整号码',
  'evidence.opened': '打开本人交的凭据',
  'outcome-paper.opened': '打开学业结果的文件',
  'destination-paper.opened': '打开去向材料',
  'handover.opened': '打开介绍信的领取凭据',
  'submission.exported': '导出含完整号码的报送表',
  'roster.exported': '导出含完整号码的名册（本人所在范围）',
}

const accesses: OwnDataPart = {
  key: 'accesses',
  label: '谁看过我的完整号码',
  columns: { at: '时间', by: '何人', role: '职务', what: '做了什么', reason: '理由' },
  async read({ trx }) {
    const rows = await store.ownAccesses(trx)
    return rows.reverse().map(({ at, actorName, role, verb, reason }) => ({
      at: ownDataTime(at),
      by: actorName,
      role: (roleNames as Readonly<Record<string, string>>)[role] ?? role,
      what: accessNames[verb] ?? verb,
      reason,
    }))
  },
}

/** What stands first in the download, and what stands last. */
export const rosterOwnData: readonly OwnDataPart[] = [facts, study, papersOwnData, history, proposals]
export const accessOwnData: readonly OwnDataPart[] = [accesses]
