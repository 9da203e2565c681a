import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileDrop } from '../../../../ui/FileDrop.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import { sizeInWords } from '../../../../ui/Scans.tsx'
import { SCAN_ACCEPT } from '../../../attachments/rules.ts'
import type { OwnDataView } from '../../contract/own-data.ts'
import { EVIDENCE_FILES } from '../../rules/own-data.ts'
import { rosterApi } from '../client.ts'
import { evidenceName, ownProblemWords } from './words.ts'

/** Photographs and PDFs go up as they are chosen, and are handed in with the corrections. */
export const OwnEvidence = ({ evidence }: Pick<OwnDataView, 'evidence'>) => {
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: rosterApi.own.get.queryKey() })
  const add = useMutation({ mutationFn: (file: File) => rosterApi.own.addEvidence.call({ file }), onSettled: again })
  const drop = useMutation({ mutationFn: (id: string) => rosterApi.own.dropEvidence.call({ id }), onSettled: again })
  const error = add.error ?? drop.error
  return (
    <div className="mine-evidence">
      <p className="mine-label">凭据（选填）</p>
      <ul>
        {evidence.map(({ id, mime, size }, at) => (
          <li key={id}>
            {evidenceName(mime, at)} <span className="fine">{sizeInWords(size)}</span>
            <button type="button" className="link second" aria-label={`撤下${evidenceName(mime, at)}`} onClick={() => drop.mutate(id)}>
              撤下
            </button>
          </li>
        ))}
      </ul>
      {evidence.length < EVIDENCE_FILES && (
        <FileDrop
          label={add.isPending ? '正在上传' : '附照片或 PDF'}
          hint={`如身份证、户口本、批复；最多 ${EVIDENCE_FILES} 份，每份 8 MB`}
          accept={SCAN_ACCEPT}
          disabled={add.isPending}
          onFiles={([file]) => file && add.mutate(file)}
        />
      )}
      {error && (
        <p className="form-error" role="alert">
          {ownProblemWords(problemOf(error))}
        </p>
      )}
    </div>
  )
}
