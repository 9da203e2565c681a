import { newId } from '../../kernel/ids.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from './context.ts'
import { type Role, roleNames } from './rules.ts'
import { accountsOf } from './store.ts'

type Asked = { role?: Role | undefined; search?: string | undefined }
type Account = Awaited<ReturnType<typeof accountsOf>>[number]

const columns = [
  { header: '姓名', cell: ({ name }: Account) => name },
  { header: '账号', cell: ({ login }: Account) => login },
  { header: '职务', cell: ({ role }: Account) => (role ? roleNames[role] : '没有任职') },
  { header: '单位', cell: ({ unitName }: Account) => unitName ?? '' },
  { header: '状态', cell: ({ disabledOn }: Account) => (disabledOn ? '已停用' : '在用') },
]

/** One line a post, as each is given by itself. */
export async function exportedAccounts(context: RequestContext, { role, search }: Asked): Promise<File> {
  const words = (search ?? '').toLowerCase()
  const rows = await context.within(async ({ trx, scope, record }) => {
    const found = (await accountsOf(trx, scope)).filter(
      account =>
        (role === undefined || account.role === role) &&
        (account.name.toLowerCase().includes(words) || account.login.toLowerCase().includes(words)),
    )
    const after = { list: 'accounts', ...(role && { role }), searched: words !== '', count: found.length }
    record({ kind: 'export', id: newId(), path: scope.path, after })
    return found
  })
  return listWorkbook({ name: '工作人员账号', by: context.actor.name, on: context.today, columns, rows })
}
