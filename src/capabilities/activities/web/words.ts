import type { GlyphName } from '../../../ui/Glyph.tsx'
import type { Tone } from '../../../ui/palette.ts'
import type {
  ActivityState,
  ActivityStep,
  AttendanceState,
  CloseRefusal,
  FileRefusal,
  MarkRefusal,
  SignRefusal,
  StepRefusal,
  WriteRefusal,
} from '../rules.ts'
import type { CameraFault } from './scanning/camera.ts'

export const stepWords: Record<ActivityStep, string> = {
  change: '修改',
  announce: '通知大家',
  open: '开始签到',
  record: '归入记录',
  cancel: '取消活动',
}

export const stepDone: Record<ActivityStep, string> = {
  change: '已保存',
  announce: '已通知，要参加的人收到消息，在“我的”里看到',
  open: '签到已开始',
  record: '已归入记录',
  cancel: '活动已取消',
}

export const stepRefusalWords: Record<StepRefusal, string> = {
  'wrong-state': '活动的状态刚刚变了，没有改动。请看过现在的情况再办。',
  'not-holder': '这次活动由别的单位举办，由他们改动。',
  'reason-missing': '还没有写原因，活动没有取消。',
  'day-passed': '活动的日子已经过了，不用再通知。可以直接开始签到、补登记。',
  'day-ahead': '活动的日子还没到。到那一天再开始签到；日期写错了请先修改。',
  'lists-open': '还有支部的签到表没有结束登记，先请他们结束。',
  settled: '活动已经开始，日期、类型和面向的单位不再改。其他内容可以改。',
}

export const signRefusalWords: Record<SignRefusal, string> = {
  'code-unknown': '这个签到码不对，没有签到。请看大屏幕上现在的码。',
  'code-expired': '这个码已经过了有效时间，没有签到。请对着屏幕再扫一次。',
  'too-many-tries': '输错的次数太多，十分钟后再试，或请支部登记。',
  'not-begun': '还没有开始签到，请等一会儿。',
  over: '这次活动的签到已经结束。到了会的请支部补登记。',
  'not-invited': '这次活动没有安排你所在的支部，没有签到。',
  'list-closed': '支部已经结束登记，没有签到。到了会的请找支部负责老师。',
  'already-signed': '你已经签过到了。',
}

/** No picture: what to do about it, and the two ways that need none. */
export const cameraFaultWords: Record<CameraFault, { title: string; next: string }> = {
  unsupported: {
    title: '这个页面用不了摄像头',
    next: '地址不是 https，或者浏览器不支持。请用手机自带相机扫大屏幕上的码，或输入六位数字。',
  },
  refused: {
    title: '没有得到使用摄像头的许可',
    next: '请在浏览器的网站设置里允许摄像头，再开一次。也可以用手机自带相机扫，或输入六位数字。',
  },
  missing: { title: '没有找到摄像头', next: '请用手机自带相机扫大屏幕上的码，或输入六位数字。' },
  busy: {
    title: '摄像头没有打开',
    next: '可能别的应用正在用它，关掉后再开一次。也可以用手机自带相机扫，或输入六位数字。',
  },
  unread: {
    title: '扫码没有准备好',
    next: '网络断了，这一部分没有取到。请连上网络再开一次，或用手机自带相机扫。',
  },
}

export const markRefusalWords: Record<MarkRefusal, string> = {
  'not-begun': '活动还没开始，现在只能登记请假',
  cancelled: '活动已取消',
  'not-invited': '没有安排这个支部',
  'list-closed': '支部的签到表已结束',
  'own-record': '是你本人，请支部其他同志登记',
  'reason-missing': '请假、补课要写原因',
}

export const closeRefusalWords: Record<CloseRefusal, string> = {
  'not-begun': '活动还没有开始签到，没有可以结束的登记。',
  cancelled: '活动已经取消。',
  'list-closed': '这个支部已经结束登记，没有再改动。',
  'not-invited': '这次活动没有安排这个支部。',
  nobody: '还没有一个人到会，没有结束登记。没有人参加的支部不用结束。',
}

export const stateLook: Record<ActivityState, { tone: Tone; glyph: GlyphName }> = {
  draft: { tone: 'grey', glyph: 'ring' },
  announced: { tone: 'blue', glyph: 'ring' },
  held: { tone: 'ochre', glyph: 'q2' },
  recorded: { tone: 'green', glyph: 'check' },
  cancelled: { tone: 'grey', glyph: 'cross' },
}

export const attendanceLook: Record<AttendanceState, { tone: Tone; glyph: GlyphName }> = {
  coming: { tone: 'blue', glyph: 'ring' },
  present: { tone: 'green', glyph: 'check' },
  late: { tone: 'ochre', glyph: 'check' },
  absent: { tone: 'grey', glyph: 'dash' },
  'made-up': { tone: 'green', glyph: 'q2' },
}

export const writeRefusalWords: Record<WriteRefusal, string> = {
  'wrong-state': '活动还没有开始或者已经取消，记录没有存。您写的还在本页。',
  'not-holder': '这次活动由别的单位举办，记录由他们写。',
}

export const fileRefusalWords: Record<FileRefusal, string> = {
  'wrong-state': '活动还没有开始或者已经取消，没有收。照片在开始签到以后传。',
  'not-holder': '这次活动由别的单位举办，没有改动。',
  'too-many': '已经满了（照片 30 张，附件 10 份），没有收。请先撤下不用的。',
  empty: '这个文件是空的，没有收。请重新选择。',
  'too-large': '文件超过 20 MB，没有收。请压缩后再传。',
  heic: '这是 HEIC 照片，多数电脑打不开，没有收。请转成 JPG 再传。',
  'not-a-picture': '这不是照片，没有收。只收 JPG、PNG、WebP。',
  'too-many-pixels': '照片超过 6000 万像素，没有收。请缩小后再传。',
  broken: '照片打不开，可能没有拷贝完整，没有收。请重新选择原来的文件。',
  'old-office': '这是旧版 Office 文件或者加了密码，没有收。请另存为 docx、xlsx、pptx 或 PDF 再传。',
  macros: '文件里带有宏，没有收。请另存为不带宏的 docx、xlsx、pptx 或 PDF。',
  'not-that-kind': '只收 PDF、docx、xlsx、pptx，没有收。请另存后再传。',
}

/** From Monday on, as `weekdayOf` counts. */
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
