import type { StateLook } from '../../../ui/Mark.tsx'
import type { CountKey, NewsPart, NewsState, NewsStep, PhotoRefusal, StepRefusal } from '../rules.ts'

export const stateLooks: Record<NewsState, StateLook> = {
  draft: { word: '草稿', tone: 'grey', glyph: 'ring', means: '只有本单位看得到' },
  above: { word: '待总支审核', tone: 'ochre', glyph: 'q1', means: '总支同意后送宣传部' },
  sent: { word: '待宣传部接收', tone: 'ochre', glyph: 'q2', means: '已送到宣传部' },
  received: { word: '宣传部审核中', tone: 'ochre', glyph: 'q2', means: '宣传部已接收' },
  returned: { word: '退回修改', tone: 'red', glyph: 'cross', means: '按意见修改后再送' },
  accepted: { word: '已采用', tone: 'green', glyph: 'check', means: '等待刊发' },
  published: { word: '已刊发', tone: 'green', glyph: 'check', means: '链接见稿件页' },
}

export const stepWords: Record<NewsStep, string> = {
  change: '修改',
  drop: '删除草稿',
  submit: '送审',
  withdraw: '撤回',
  'pass-on': '总支同意，送宣传部',
  'give-back': '总支退回',
  receive: '宣传部接收',
  return: '宣传部退回',
  accept: '宣传部采用',
  publish: '刊发',
}

export const partWords: Record<NewsPart, string> = { title: '标题', byline: '署名', text: '正文', consent: '本人同意的日期' }

export const countWords: Record<CountKey, string> = { submitted: '报送', returned: '退回', accepted: '采用', published: '刊发' }

export const stepRefusalWords: Record<StepRefusal, string> = {
  'not-yours': '这一步由别的单位办，您可以阅读。',
  'wrong-state': '稿件已经到了别的环节，没有改动。请刷新后再看。',
  'handed-in-before': '送出过的稿件留有记录，不能删除，可以修改后再送。',
  incomplete: '还有必填的内容没有写完，已写的都保存着。请补齐后再送。',
  'reason-missing': '请写明意见，让对方知道怎样修改。',
  'link-twice': '这个链接已经登记过，没有重复登记。',
  'day-ahead': '刊发日期还没有到，请核对日期。',
}

export const photoRefusalWords: Record<PhotoRefusal, string> = {
  'not-yours': '照片由写稿的单位添加。',
  'wrong-state': '稿件已经送出，照片不能再改；撤回后可以改。',
  'too-many': '最多 12 张，这一张没有收。请撤下一张再传。',
  empty: '文件是空的，请重新选择。',
  'too-large': '超过 20 MB，请缩小后再传。',
  heic: '这是 HEIC 照片，请在手机上改存为 JPEG 再传。',
  'not-a-picture': '这不是照片，请传 JPEG、PNG 或 WebP。',
  'too-many-pixels': '照片的像素太多，请缩小后再传。',
  broken: '照片已损坏，打不开，请换一张。',
}
