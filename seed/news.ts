import { docOf, type RichText } from '../src/kernel/rich-text.ts'
import type { ActingClient } from './actors.ts'
import { gradient } from './pictures.ts'
import { on, type Season } from './season.ts'

type News = ActingClient['news']
type Asked = Omit<Parameters<News['add']>[0], 'cohortId' | 'byline'>

const portrait: RichText = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: '临近毕业，他放弃了城里的教职，报名去县里的乡镇中学支教。' }] },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '一堂没有铃声的课' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '“' },
        { type: 'text', text: '孩子们记住有人来过，也会记住有人留下。', marks: [{ type: 'bold' }] },
        { type: 'text', text: '”他在支部的毕业座谈会上这样说。' },
      ],
    },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '组织关系跟着人走' }] },
    { type: 'paragraph', content: [{ type: 'text', text: '出发以前，他先问清了乡镇党委的全称和具体支部，带着介绍信去报到。' }] },
  ],
}

const person: Asked = { kind: 'person', title: '把最后一课留给乡村', text: portrait, consentOn: '2023-05-30' }
const deed: Asked = {
  kind: 'deed',
  title: '四年接力，守着一间自习室的灯',
  text: docOf('支部党员轮流值守通宵自习室，四年没有断过一晚。\n毕业前，值守本交到了下一届手里。'),
}
const report: Asked = {
  kind: 'activity',
  title: '“毕业不是终点”主题党日纪实',
  text: docOf('支部全体毕业生党员重温入党誓词，把寄语写给五年后的自己。'),
}
const letter: Asked = { kind: 'other', title: '一封写给学弟学妹的信', text: docOf('离校以前，我们把走过的弯路写下来。') }

const write = (news: News, { cohortId }: Season, asked: Asked) => news.add({ ...asked, cohortId, byline: '文/支部宣传委员　图/支部' })
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })

async function illustrated(news: News, season: Season, asked: Asked, caption: string, warm: boolean) {
  const draft = await write(news, season, asked)
  const colours = warm
    ? ([
        [222, 196, 160],
        [132, 96, 70],
      ] as const)
    : ([
        [190, 206, 214],
        [88, 108, 120],
      ] as const)
  const files = [await gradient('现场.jpg', colours[0], colours[1], { width: 640, height: 426 })]
  const { photos } = await news.addPhotos({ id: draft.id, files })
  await news.arrangePhotos({ id: draft.id, photos: [{ id: photos[0]!.id, caption }] })
  return draft
}

/** Six pieces of one unit and its first branch, each come as far as a visitor wants to see. */
export async function writeNews(season: Season): Promise<void> {
  const unit = season.units.find(({ direct }) => !direct)!
  const branch = season.actors.teacher(unit.branches[0]!).news
  const above = season.actors.secondary(unit.path).news
  const publicity = season.actors.publicity().news
  const passed = async (draft: { id: string; version: number }) => seen(await above.passOn(seen(await branch.submit(seen(draft)))))
  on(season, '2023-06-02')
  const published = await publicity.accept(await passed(await illustrated(branch, season, person, '乡镇中学的课堂', true)))
  const returned = await passed(await write(branch, season, letter))
  on(season, '2023-06-06')
  const link = { platform: '学校官网', url: 'https://news.example.edu.cn/2023/0606/1.html', onDay: '2023-06-06' }
  await publicity.publish({ ...seen(published), ...link })
  await publicity.return({ ...returned, reason: '请补两三件具体的事，并配一张照片。' })
  await publicity.accept(seen(await above.submit(seen(await write(above, season, { ...deed, title: '一本交接了四届的值守本' })))))
  await passed(await illustrated(branch, season, report, '重温入党誓词', false))
  on(season, '2023-06-08')
  await branch.submit(seen(await write(branch, season, deed)))
  await write(branch, season, { ...letter, title: '毕业前的最后一次支部大会' })
}
