import { type Problem, wordsOf } from '../../../ui/problem.ts'
import { type FormName, formLabels, type TemplateNote, type TemplateRefusal, type ValueKey, valueWords } from '../rules.ts'

export const formWord = (form: FormName): string => formLabels[form]
export const valueWord = (key: ValueKey): string => valueWords[key][0]

const refusals: Record<TemplateRefusal, string> = {
  'not-xlsx': '表样要用 .xlsx。请在 Excel 或 WPS 里把它另存为 .xlsx 后再选。原来的表样没有变。',
  'too-large': '文件超过 3 MB，没有采用。请压缩其中的图片后再选。',
  unreadable: '文件打不开或写不进去，没有采用。请用 Excel 或 WPS 打开后另存为 .xlsx 再选。',
  'no-header': '没有找到表头：至少要有一行写着本表的三个栏目名，如学号、姓名、党员类别。原来的表样没有变。',
  'no-name-column': '表头里没有“姓名”一列，填不进人。请补上这一列后再选。原来的表样没有变。',
}
export const problemWords = (problem: Problem): string => wordsOf(problem, refusals)

/** Null: the list beside it says it already. */
export const noteWords: Record<TemplateNote, string | null> = {
  'no-blank-row': '表头下面没有留空行，填入的行没有边框和字体。请在表头下留一行画好格子的空行。',
  'example-row': '表头下的一行看作填写示例，填表时换成第一个人。',
  'macros-dropped': '文件带有宏，填好的表里不带宏。',
  'columns-lacking': null,
  'headings-unknown': null,
  'marks-unknown': null,
}

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric' })
export const dayWords = (at: string): string => inChina.format(new Date(at))
