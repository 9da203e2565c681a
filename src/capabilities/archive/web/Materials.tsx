import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import type { MaterialView } from '../contract.ts'
import { archiveApi } from './client.ts'
import { problemWords, sizeWords } from './words.ts'

/** The files of one item: opened by those who see them, taken out by who brought them. */
export const Materials = ({ materials }: { materials: readonly MaterialView[] }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const fail = (error: unknown) => void message.error(problemWords(problemOf(error)))
  const open = useMutation({
    mutationFn: ({ id }: MaterialView) => archiveApi.openMaterial.call({ id }),
    onSuccess: (file, { name }) => saveFile(file, name),
    onError: fail,
  })
  const remove = useMutation({
    mutationFn: ({ id }: MaterialView) => archiveApi.removeMaterial.call({ id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: archiveApi.key() }),
    onError: fail,
  })
  return (
    <ul className="archive-files">
      {materials.map(material => (
        <li key={material.id}>
          <button type="button" className="link" onClick={() => open.mutate(material)}>
            {material.name}
          </button>
          <span className="fine">
            {sizeWords(material.size)} · {material.unitName} · {material.addedName} {material.addedOn}
          </span>
          {material.mayRemove && (
            <button type="button" className="link fine" onClick={() => remove.mutate(material)} aria-label={`撤下 ${material.name}`}>
              撤下
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
