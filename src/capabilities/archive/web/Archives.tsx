import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Copyable } from '../../../ui/Copyable.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import type { ArchiveView } from '../contract.ts'
import { archiveApi } from './client.ts'
import { problemWords, sizeWords } from './words.ts'

const One = ({ archive }: { archive: ArchiveView }) => {
  const { message } = App.useApp()
  const fetch = useMutation({
    mutationFn: () => archiveApi.download.call({ id: archive.id }),
    onSuccess: file => saveFile(file, `${archive.name}.zip`),
    onError: error => void message.error(problemWords(problemOf(error))),
  })
  return (
    <li>
      <b>{archive.name}.zip</b>
      <span className="second">
        {archive.files} 个文件，{sizeWords(archive.bytes)}，{archive.full ? '含完整号码' : '号码已隐去'}
      </span>
      <span className="fine">
        {archive.madeName} {archive.madeOn}
        {archive.lacking.length > 0 && `，做时缺 ${archive.lacking.length} 项`}
      </span>
      <span className="row-end">
        <Button loading={fetch.isPending} onClick={() => fetch.mutate()}>
          下载
        </Button>
      </span>
    </li>
  )
}

/** The way anybody can check an archive, with tools that every Linux, macOS or Windows has or gets. */
const Verify = ({ name }: { name: string }) => {
  const commands = [`unzip ${name}.zip && cd ${name}`, 'sha512sum -c manifest-sha512.txt']
  return (
    <>
      <p className="second">归档包是 BagIt 格式（RFC 8493）。下载后运行下面两条命令，每个文件都显示“OK”（成功），就与制作时一致：</p>
      <div className="archive-commands">
        {commands.map(command => (
          <div key={command}>
            <Copyable text={command} />
          </div>
        ))}
      </div>
    </>
  )
}

export const Archives = ({ archives }: { archives: readonly ArchiveView[] }) => (
  <Section title="已做的归档包" note={archives.length > 0 ? `${archives.length} 份，从新到旧` : undefined}>
    {archives.length === 0 && <p className="second">还没有做过。材料没有齐也可以先做一份，补齐后再做。</p>}
    <ul className="archive-list">
      {archives.map(archive => (
        <One key={archive.id} archive={archive} />
      ))}
    </ul>
    {archives[0] && <Verify name={archives[0].name} />}
  </Section>
)
