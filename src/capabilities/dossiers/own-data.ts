import { type OwnDataPart, ownDataTime } from '../accounts/index.ts'
import { planOf } from '../plans/index.ts'
import { paperInWords, stepNames } from './rules.ts'
import { ownDossiers, ownEvents } from './store/own.ts'

/** What this room tells a member: each paper as it was entered, and every step. */
export const dossiersOwnData: OwnDataPart = {
  key: 'dossier',
  label: '党员材料装档',
  columns: { what: '事项', says: '内容', by: '经办', at: '时间' },
  async read({ trx, scope }) {
    const rows: Record<string, string | null>[] = []
    for (const { cohortId, papers } of await ownDossiers(trx, scope))
      for (const { key, name } of (await planOf(trx, scope, cohortId)).dossierChecklist) {
        const paper = papers[key]
        if (paper) rows.push({ what: name, says: paperInWords(paper), by: paper.by, at: ownDataTime(new Date(paper.at)) })
      }
    const events = (await ownEvents(trx, scope)).map(({ step, bag, reason, actorName, at }) => ({
      what: stepNames[step],
      says: [bag && `袋号 ${bag}`, reason].filter(Boolean).join('，'),
      by: actorName,
      at: ownDataTime(at),
    }))
    return [...rows, ...events]
  },
}
