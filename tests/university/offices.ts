import { readFile } from 'node:fs/promises'
import { addAccounts } from '../../src/capabilities/accounts/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { inSystem } from '../../src/platform/database/index.ts'
import { hashPassword, usernameOf } from '../../src/platform/identity/index.ts'
import { writeWorkbook } from '../../src/platform/spreadsheets/index.ts'
import { type Running, TEST_PASSWORD } from './open.ts'
import type { University } from './people.ts'

export const example = async (name: string) => new File([await readFile(`examples/2023/${name}`)], name)

/** A sheet of our own: header and rows of texts. */
export const sheetOf = async (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  new File([new Uint8Array(await writeWorkbook({ name: '名册', columns: header.map(text => ({ header: text })), rows }))], '名册.xlsx')

/** The units of the sample rosters, each with its general branch's account. */
export async function settleOffices(server: Running, university: University): Promise<void> {
  const admin = await server.as('sys-admin')
  const { id, version } = await admin.lists.units.upload({ file: await example('units.xlsx') })
  await admin.lists.units.commit({ id, version })
  const units = await admin.orgs.list()
  const password = await hashPassword(TEST_PASSWORD)
  const people = (['软件工程学院党总支', '艺术设计学院党总支'] as const).map((name, at) => {
    const unit = units.find(candidate => candidate.name === name)!
    const [account, login] = [newId(), `general-${at}`]
    const place = { school_id: university.school, path: unit.path }
    return {
      authUser: { id: newId(), username: usernameOf('lnsf', login), password },
      account: { ...place, id: account, login, name: `${name}的老师`, member_id: null },
      post: {
        ...place,
        id: newId(),
        account_id: account,
        role: 'general-branch' as const,
        unit_id: unit.id,
        starts_on: null,
        ends_on: null,
      },
    }
  })
  await inSystem(server.services.database.system, trx => addAccounts(trx, people, server.services.clock.now()))
}
