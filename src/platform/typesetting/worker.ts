/** The typesetting thread: one job after the other, fonts loaded once. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { Answer, Job } from './protocol.ts'

/** A folder that does not exist: a source can read its data and nothing else. */
const WORKSPACE = join(tmpdir(), 'typesetting-reads-no-files')
const DATA = join(WORKSPACE, 'data.json')

const { fontFiles } = workerData as { fontFiles: string[] }
const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: fontFiles }] })

const explain = (error: NodeError | null): string =>
  error ? error.shortDiagnostics.map(diagnostic => diagnostic.message ?? String(diagnostic)).join('; ') : 'no document'

const typeset = ({ id, source, json }: Job): Answer => {
  compiler.mapShadow(DATA, Buffer.from(json))
  const compiled = compiler.compile({ mainFileContent: source, resetRead: true })
  if (!compiled.result) return { id, problem: explain(compiled.takeError()) }
  return { id, pdf: Uint8Array.from(compiler.pdf(compiled.result, { pdfTags: false })) }
}

/** Layouts that the next job can share stay in memory; those that only this job used go after the next. */
const JOBS_REMEMBERED = 1

const forget = () => {
  compiler.resetShadow()
  compiler.evictCache(JOBS_REMEMBERED)
}

const answer = (job: Job): Answer => {
  try {
    return typeset(job)
  } catch (error) {
    return { id: job.id, problem: error instanceof Error ? error.message : String(error) }
  } finally {
    forget()
  }
}

parentPort!.on('message', (job: Job) => {
  const answered = answer(job)
  parentPort!.postMessage(answered, 'pdf' in answered ? [answered.pdf.buffer] : [])
})
