import { Lines } from '../../../ui/Lines.tsx'
import { Page } from '../../../ui/Page.tsx'
import { receiptImportList, resultImportList } from './importing.ts'

const lists = [resultImportList, receiptImportList]

/** Two lists come from outside: what the external system says, and the receipts that came back. */
export const ImportChoicePage = () => (
  <Page title="导入结果、回执" crumbs={[{ label: '接转', href: '/transfers' }, { label: '导入' }]}>
    <Lines
      label="导入哪一种"
      lines={lists.map(({ name, path, expects }) => ({ key: path, name, title: name, note: expects, href: path }))}
    />
  </Page>
)
