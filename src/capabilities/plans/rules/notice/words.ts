/** By which words a notice names the tasks of a plan, and who is to do them. The first that fits counts. */
import type { Level, Task } from '../codes.ts'

export const taskWords: readonly (readonly [Task, RegExp])[] = [
  // 经反馈后: what comes after it is another task.
  ['feedback', /(?<!经)反馈(?!后)/],
  ['archive', /归档|工作总结/],
  ['news', /稿件|新闻|宣传报道/],
  ['delayed', /附件\s*[3３三]|延迟毕业|延期毕业|肄业/],
  ['roster', /附件\s*[1１一]|名册/],
  ['destination', /抬头|毕业去向|接收党组织/],
  ['register', /附件\s*[2２二]|接转登记|转出登记|转出组织关系|接转情况/],
  ['dossiers', /附件\s*[4４四]|装档/],
  ['honors', /附件\s*[5５五]|评选|评优|在党旗下成长/],
  ['transfer-out', /办理转出|转到单位党组织|转出组织关系/],
  ['five-items', /五个一|重温.{0,4}入党誓词|听\d+次党课/],
  ['education', /主题教育|专题组织生活会/],
]

/** Who answers for a task where the sentence names nobody. */
export const usualLevel: Record<Task, Level> = {
  notice: 'committee',
  education: 'branch',
  'five-items': 'graduate',
  honors: 'secondary',
  roster: 'secondary',
  destination: 'graduate',
  register: 'secondary',
  feedback: 'committee',
  'transfer-out': 'secondary',
  delayed: 'secondary',
  dossiers: 'branch',
  news: 'branch',
  archive: 'secondary',
}

/** Said in so many words: who hands in, or to whom it goes. */
export const levelWords: readonly (readonly [Level, RegExp])[] = [
  ['graduate', /报所在党?支部|每名毕业生|毕业生党员本人/],
  ['secondary', /党总支|二级党组织|分党委|直属党支部|报(?:送)?(?:党委)?组织部/],
  ['branch', /各?(?:学生)?党?支部(?:于|应|须|在|要|每)|支部.{0,6}报(?:所在)?党?总支/],
  ['committee', /组织部(?:于|在|将)|学校党委/],
]
