/** What the papers of a destination ask of the server, and what it says when it does not take one. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Problem, problemOf, wordsOf } from '../../../ui/problem.ts'
import type { CaseView, PapersView } from '../contract.ts'
import type { PaperKind, PaperRefusal } from '../rules.ts'
import { transfersApi } from './client.ts'

export const paperRefusalWords: Record<PaperRefusal, string> = {
  'not-begun': '去向还没有填，没有附上。请先选去向，再附材料。',
  settled: '这件接转已经办完，材料没有改动。',
  'title-missing': '选了“其他”，还没有写名称，没有附上。',
  'number-in-title': '名称里有完整的证件号或手机号，没有附上。请去掉号码。',
  'too-many': '一个人最多附 12 份，没有附上。请先撤下不用的。',
  'not-yours': '这份不是本人附的，没有改动。要看或要撤，请联系支部老师。',
  'with-the-checkers': '正在核对，没有撤下。可以另附一份；要撤的，请支部退回后再撤。',
  removed: '这份材料已经撤下，没有再改。',
  empty: '这个文件是空的，没有附上。请重新选择。',
  'too-large': '文件超过 8 MB，没有附上。请拍得小一些或压缩后再附。',
  heic: '这是 HEIC 照片，多数电脑打不开，没有附上。请转成 JPG 再附。',
  'not-that-kind': '只收 PDF 和照片（JPG、PNG），这一份没有附上。请另存后再附。',
}

export const paperProblemWords = (error: unknown): string => wordsOf(problemOf(error) as Problem, paperRefusalWords)

/** Why somebody takes one away, most often. */
export const removalReasons: readonly string[] = ['拍得不清楚，重新拍', '传错了文件', '已有新的一份']

type Adding = { kind: PaperKind; title: string; file: File }

/** The answer is the list anew; the case itself, being typed perhaps, stays as it is. */
export const usePapers = ({ own, graduateId }: Pick<CaseView, 'own' | 'graduateId'>) => {
  const queries = useQueryClient()
  const put = (papers: PapersView) => {
    const fresh = (view: unknown) => {
      const held = view as CaseView | undefined
      return held?.graduateId === graduateId ? { ...held, papers } : held
    }
    queries.setQueriesData({ queryKey: transfersApi.mine.get.key() }, fresh)
    queries.setQueriesData({ queryKey: transfersApi.get.key() }, fresh)
  }
  const add = useMutation({
    mutationFn: (paper: Adding) =>
      own ? transfersApi.mine.papers.add.call(paper) : transfersApi.papers.add.call({ ...paper, graduateId }),
    onSuccess: put,
  })
  const remove = useMutation({
    mutationFn: (gone: { id: string; reason: string }) =>
      own ? transfersApi.mine.papers.remove.call(gone) : transfersApi.papers.remove.call(gone),
    onSuccess: papers => {
      put(papers)
      // What was taken away is told in the story.
      if (!own) void queries.invalidateQueries({ queryKey: transfersApi.get.key() })
    },
  })
  const open = (id: string) => (own ? transfersApi.mine.papers.open.call({ id }) : transfersApi.papers.open.call({ id })) as Promise<File>
  return { add, remove, open }
}
