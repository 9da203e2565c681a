/** Members at their own data, and the branch that answers them, over HTTP. */
import type { Cohort, Enrolled } from './graduates.ts'
import type { Running } from './open.ts'

export const photo = (name = '身份证.jpg') => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], name, { type: 'image/jpeg' })

export const ownDataIn = (server: Running, { cohortId }: Cohort) => {
  const me = async (who: Enrolled) => (await server.as(who.studentNumber)).roster.own
  const desk = async (login: string) => (await server.as(login)).roster.corrections
  return {
    me,
    desk,
    /** As the member would from the page just opened. */
    async correct(who: Enrolled, changes: Record<string, string>, reason?: string) {
      const own = await me(who)
      const { version } = await own.get()
      return own.correct({ version, changes, ...(reason !== undefined && { reason }) })
    },
    /** What waits of this member, as that desk sees it. */
    async opened(login: string, { memberId }: Enrolled) {
      const corrections = await desk(login)
      const { rows } = await corrections.list({ cohortId, memberId })
      return corrections.get({ id: rows[0]!.id })
    },
    entries: async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 50 })).rows,
    inbox: async (login: string) =>
      (await (await server.as(login)).inbox.list({ limit: 30 })).rows.filter(({ kind }) => kind === 'correction'),
  }
}
