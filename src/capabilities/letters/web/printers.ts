import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { saveFile } from '../../../ui/saveFile.ts'
import type { PrinterView } from '../contract/printers.ts'
import { lettersApi } from './client.ts'

export const usePrinters = () => useQuery(lettersApi.printers.list.queryOptions())

export const testedWords = ({ testedOn, testedName }: PrinterView) => (testedOn ? `${testedOn} ${testedName} 试打过` : '还没有试打')

type Versioned = Pick<PrinterView, 'id' | 'version'>
type Saved = Versioned & Pick<PrinterView, 'name' | 'offset'> & { tested: boolean }

/** What is done with printers; the list follows. */
export const usePrinterWrites = () => {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: lettersApi.printers.list.key() })
  return {
    add: useMutation({ mutationFn: (printer: { name: string }) => lettersApi.printers.add.call(printer), onSuccess }),
    save: useMutation({ mutationFn: (printer: Saved) => lettersApi.printers.save.call(printer), onSuccess, onError: onSuccess }),
    remove: useMutation({ mutationFn: (printer: Versioned) => lettersApi.printers.remove.call(printer), onSuccess, onError: onSuccess }),
    testSheet: useMutation({
      mutationFn: (id: string) => lettersApi.printers.testSheet.call({ id }),
      onSuccess: file => saveFile(file, '样张.pdf'),
    }),
    form: useMutation({ mutationFn: () => lettersApi.printers.form.call(), onSuccess: file => saveFile(file, '介绍信预印纸底稿.pdf') }),
  }
}
