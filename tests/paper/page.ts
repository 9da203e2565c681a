/** A page as the typesetter draws it, from the same source, data and shipped fonts as the PDF. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from '../../src/platform/typesetting/fonts.ts'

const WORKSPACE = '/no-such-folder'

/** The machine's own fonts would make the picture differ from machine to machine. */
const shipped = fontFiles().filter(file => file.includes('node_modules'))

/** One page; the source may be told to begin with words of its own, to prove what a change of it looks like. */
export function svgOf({ source, data }: { source: string; data: unknown }): string {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: shipped }] })
  compiler.mapShadow(`${WORKSPACE}/data.json`, Buffer.from(JSON.stringify(data)))
  const { result } = compiler.compile({ mainFileContent: source })
  if (!result) throw new Error('the page was not set')
  return compiler.plainSvg(result)
}
