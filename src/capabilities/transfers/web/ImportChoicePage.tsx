import { Lines } from '../../../ui/Lines.tsx'
import { Page } from '../../../ui/Page.tsx'
import { receiptImportList, resultImportList } from './importing.ts'

type List = { name: string; path: string; expects: string }

/** Two lists come from outside: what the external system says, and the receipts that came back; and what the rooms above bring. */
export const ImportChoicePage = ({ more = [] }: { more?: readonly List[] }) => (
  <Page title="导入" crumbs={[{ label: '接转', href: '/transfers' }, { label: '导入' }]}>
    <Lines
      label="导入哪一种"
      lines={[resultImportList, receiptImportList, ...more].map(({ name, path, expects }) => ({
        key: path,
        name,
        title: name,
        note: expects,
        href: path,
      }))}
    />
  </Page>
)
