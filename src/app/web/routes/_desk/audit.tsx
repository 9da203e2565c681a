import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { type Role, roleNames } from '../../../../capabilities/accounts/rules.ts'
import { AuditPage } from '../../../../capabilities/audit/web/AuditPage.tsx'
import type { orgsContract } from '../../../../capabilities/orgs/contract.ts'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'
import { capabilityApi } from '../../../../ui/api.ts'

const orgs = capabilityApi<typeof orgsContract>('orgs')

/** The log keeps roles and paths; their names are met here. A unit that is gone shows its path. */
const Audit = () => {
  const units = useQuery(orgs.list.queryOptions({ staleTime: 300_000 })).data ?? []
  const byPath = new Map(units.map(({ path, name }) => [path, name]))
  return (
    <AuditPage
      views={<SavedViews screen="audit" path="/audit" />}
      names={{
        role: role => roleNames[role as Role] ?? { system: '自动', receiver: '接收方' }[role] ?? role,
        unit: path => byPath.get(path) ?? path,
      }}
    />
  )
}

export const Route = createFileRoute('/_desk/audit')({ component: Audit })
