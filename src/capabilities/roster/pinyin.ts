import { pinyin } from 'pinyin-pro'

/** `zeng shi yun`, family names as family names are read: 单 is shan. For the order of lists and for search. */
export const pinyinOf = (name: string): string =>
  pinyin(name.replace(/·/g, ''), { toneType: 'none', mode: 'surname', type: 'array', v: true, nonZh: 'consecutive' })
    .join(' ')
    .toLowerCase()
